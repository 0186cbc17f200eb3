import action from './texts/action.yml' with { type: 'text' };
import owners from './texts/CODEOWNERS' with { type: 'text' };
import applyWorkflow from './texts/apply.yml' with { type: 'text' };
import driftWorkflow from './texts/drift.yml' with { type: 'text' };
import planWorkflow from './texts/plan.yml' with { type: 'text' };
import type { Forge, StarterFile } from './starter-file.ts';

/** What a forge needs so that pull requests get their plan. */
export interface ForgeFiles {
  readonly files: readonly StarterFile[];
  /** Names of the secrets that the workflows take beside ROLLCALL_KEY, in the order in which they are told. */
  readonly secrets: readonly SecretName[];
  /** The variable that switches the workflows on. */
  readonly variable: string;
  /** Variables and secrets of what is off unless somebody wants it (docs/setup.md). */
  readonly optional: readonly string[];
  /** Where the workflows find the tool: a file of the copy of Rollcall that they build. Absent: they bring it themselves. */
  readonly builtFrom?: string;
}

/** What a secret of the workflows can be. */
type SecretName = (typeof secretNames)[number];

const secretNames = ['ROLLCALL_URL', 'ROLLCALL_USER', 'ROLLCALL_PASSWORD', 'ROLLCALL_DEVICE'] as const;

/**
 * For each forge, the files of this repository that users copy (docs/setup.md). The texts are copies of them (`npm run
 * schemas`): whoever has a copy of Rollcall changes the files themselves, or takes them away, and it must build all the same.
 */
export const forgeFiles: Readonly<Record<Forge, ForgeFiles>> = {
  github: {
    files: [
      { path: '.github/workflows/plan.yml', text: planWorkflow },
      { path: '.github/workflows/apply.yml', text: applyWorkflow },
      { path: '.github/workflows/drift.yml', text: driftWorkflow },
      { path: '.github/actions/rollcall/action.yml', text: action },
      { path: '.github/CODEOWNERS', text: owners },
    ],
    secrets: secretNames,
    variable: 'ROLLCALL',
    optional: ['ROLLCALL_RUNNER', 'ROLLCALL_ADOPT', 'ROLLCALL_TOKEN', 'ROLLCALL_PEOPLE_KEY', 'SOPS_AGE_KEY'],
    builtFrom: 'scripts/build.mjs',
  },
};
