/** Where the program has its copies of what `init` writes: users change or take away the files themselves. */
export const textsFolder = 'src/setup/texts';

/** The action, and what is made of it for the runners of Gitea and Forgejo. */
export const githubAction = '.github/actions/rollcall/action.yml';
export const giteaAction = '.gitea/actions/rollcall/action.yml';

/** The files that are copied there, by name. */
export const texts = [
  '.github/CODEOWNERS',
  githubAction,
  '.github/workflows/apply.yml',
  '.github/workflows/drift.yml',
  '.github/workflows/plan.yml',
  'groups/.schemas/defaults.json',
  'groups/.schemas/group.json',
  'groups/.schemas/people.json',
  'groups/.schemas/policy.json',
];
