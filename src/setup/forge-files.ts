import action from './texts/action.yml' with { type: 'text' };
import owners from './texts/CODEOWNERS' with { type: 'text' };
import applyWorkflow from './texts/apply.yml' with { type: 'text' };
import driftWorkflow from './texts/drift.yml' with { type: 'text' };
import planWorkflow from './texts/plan.yml' with { type: 'text' };
import type { ActionPlace } from './action-place.ts';
import { toGiteaAction, toGiteaWorkflow } from './gitea-text.ts';
import type { Forge, StarterFile } from './starter-file.ts';
import { isUnedited, toWorkflowText } from './workflow-text.ts';

/** What workflows take from where they run, at whichever forge. */
export const workflowNeeds = {
  /** Names of the secrets beside ROLLCALL_KEY, in the order in which they are told. */
  secrets: ['ROLLCALL_URL', 'ROLLCALL_USER', 'ROLLCALL_PASSWORD', 'ROLLCALL_DEVICE'],
  /** The variable that switches them on. */
  variable: 'ROLLCALL',
  /** Variables and secrets of what is off unless somebody wants it (docs/setup.md). */
  optional: [
    'ROLLCALL_RUNNER',
    'ROLLCALL_ADOPT',
    'ROLLCALL_TOKEN',
    'ROLLCALL_NOTIFY_WEBHOOK',
    'ROLLCALL_NOTIFY_FORMAT',
    'ROLLCALL_NOTIFY_GROUP',
    'ROLLCALL_PEOPLE_KEY',
    'SOPS_AGE_KEY',
  ],
} as const;

/** A file of a copy of Rollcall, by which it is known. */
export const builtFrom = 'scripts/build.mjs';

/** What a repository at a forge has so that pull requests get their plan. */
interface ForgeTexts {
  /** As this repository has them, by their paths. */
  readonly workflows: Readonly<Record<string, string>>;
  /** What else a repository has that names the action in another one. */
  readonly others: readonly StarterFile[];
  /** What a repository has besides that is a copy of all of Rollcall. */
  readonly copied: readonly StarterFile[];
}

/**
 * For each forge, what its repositories have of this one (docs/setup.md). The texts are copies of its files (`npm run
 * schemas`): whoever has a copy of Rollcall changes the files themselves, or takes them away, and it must build all the same.
 */
export const forgeTexts: Readonly<Record<Forge, ForgeTexts>> = {
  github: {
    workflows: {
      '.github/workflows/plan.yml': planWorkflow,
      '.github/workflows/apply.yml': applyWorkflow,
      '.github/workflows/drift.yml': driftWorkflow,
    },
    others: [{ path: '.github/CODEOWNERS', text: owners }],
    copied: [{ path: '.github/actions/rollcall/action.yml', text: action }],
  },
  gitea: toGiteaTexts('.gitea', 'ubuntu-latest'),
  forgejo: toGiteaTexts('.forgejo', 'docker'),
};

/** `label`: of the runners that such a server usually has. */
function toGiteaTexts(folder: string, label: string): ForgeTexts {
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
  };
}

/** The files of a repository at a forge whose workflows find their action in this place. */
export function toForgeFiles(forge: Forge, place: ActionPlace): readonly StarterFile[] {
  const { workflows, others, copied } = forgeTexts[forge];
  const named = Object.entries(workflows).map(([path, text]) => ({
    path,
    text: toWorkflowText(text, place, forge),
    isUnedited: (found: string) => isUnedited(found, text),
  }));
  return [...named, ...(place.kind === 'copy' ? copied : []), ...others];
}
