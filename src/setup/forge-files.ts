import action from './texts/action.yml' with { type: 'text' };
import owners from './texts/CODEOWNERS' with { type: 'text' };
import applyWorkflow from './texts/apply.yml' with { type: 'text' };
import driftWorkflow from './texts/drift.yml' with { type: 'text' };
import planWorkflow from './texts/plan.yml' with { type: 'text' };
import type { ActionPlace } from './action-place.ts';
import { toGiteaAction, toGiteaWorkflow } from './gitea-text.ts';
import type { Forge, StarterFile } from './starter-file.ts';
import { isUnedited, toWorkflowText } from './workflow-text.ts';

/** What a forge needs so that pull requests get their plan. */
export interface ForgeNeeds {
  /** As this repository has them, by their paths. */
  readonly workflows: Readonly<Record<string, string>>;
  /** What else a repository has that names the action in another one. */
  readonly others: readonly StarterFile[];
  /** What a repository has besides that is a copy of all of Rollcall. */
  readonly copied: readonly StarterFile[];
  /** Names of the secrets that the workflows take beside ROLLCALL_KEY, in the order in which they are told. */
  readonly secrets: readonly SecretName[];
  /** The variable that switches the workflows on. */
  readonly variable: string;
  /** Variables and secrets of what is off unless somebody wants it (docs/setup.md). */
  readonly optional: readonly OptionName[];
  /** A file of a copy of Rollcall, by which it is known. */
  readonly builtFrom: string;
}

/** What a secret of the workflows can be. */
type SecretName = (typeof secretNames)[number];

/** What else can be set for them. */
type OptionName = (typeof optionNames)[number];

const secretNames = ['ROLLCALL_URL', 'ROLLCALL_USER', 'ROLLCALL_PASSWORD', 'ROLLCALL_DEVICE'] as const;

const optionNames = [
  'ROLLCALL_RUNNER',
  'ROLLCALL_ADOPT',
  'ROLLCALL_TOKEN',
  'ROLLCALL_NOTIFY_WEBHOOK',
  'ROLLCALL_NOTIFY_FORMAT',
  'ROLLCALL_NOTIFY_GROUP',
  'ROLLCALL_PEOPLE_KEY',
  'SOPS_AGE_KEY',
] as const;

const builtFrom = 'scripts/build.mjs';

/**
 * For each forge, what its repositories have of this one (docs/setup.md). The texts are copies of its files (`npm run
 * schemas`): whoever has a copy of Rollcall changes the files themselves, or takes them away, and it must build all the same.
 */
export const forgeNeeds: Readonly<Record<Forge, ForgeNeeds>> = {
  github: {
    workflows: {
      '.github/workflows/plan.yml': planWorkflow,
      '.github/workflows/apply.yml': applyWorkflow,
      '.github/workflows/drift.yml': driftWorkflow,
    },
    others: [{ path: '.github/CODEOWNERS', text: owners }],
    copied: [{ path: '.github/actions/rollcall/action.yml', text: action }],
    secrets: secretNames,
    variable: 'ROLLCALL',
    optional: optionNames,
    builtFrom,
  },
  gitea: toGiteaNeeds('.gitea', 'ubuntu-latest'),
  forgejo: toGiteaNeeds('.forgejo', 'docker'),
};

/** `label`: of the runners that such a server usually has. */
function toGiteaNeeds(folder: string, label: string): ForgeNeeds {
  const toText = (text: string) => toGiteaWorkflow(text, label);
  return {
    workflows: {
      [`${folder}/workflows/plan.yml`]: toText(planWorkflow),
      [`${folder}/workflows/apply.yml`]: toText(applyWorkflow),
      [`${folder}/workflows/drift.yml`]: toText(driftWorkflow),
    },
    // Who must have agreed is no matter of a file there, but of a branch's rules.
    others: [],
    copied: [{ path: '.gitea/actions/rollcall/action.yml', text: toGiteaAction(action) }],
    secrets: secretNames,
    variable: 'ROLLCALL',
    optional: optionNames,
    builtFrom,
  };
}

/** The files of a repository at a forge whose workflows find their action in this place. */
export function toForgeFiles(forge: Forge, place: ActionPlace): readonly StarterFile[] {
  const { workflows, others, copied } = forgeNeeds[forge];
  const named = Object.entries(workflows).map(([path, text]) => ({
    path,
    text: toWorkflowText(text, place, forge),
    isUnedited: (found: string) => isUnedited(found, text),
  }));
  return [...named, ...(place.kind === 'copy' ? copied : []), ...others];
}
