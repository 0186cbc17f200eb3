/** Where the program has its copies of what `init` writes: users change or take away the files themselves. */
export const textsFolder = 'src/setup/texts';

/** The files that are copied there, by name. */
export const texts = [
  '.github/CODEOWNERS',
  '.github/actions/rollcall/action.yml',
  '.github/workflows/apply.yml',
  '.github/workflows/drift.yml',
  '.github/workflows/plan.yml',
  'groups/.schemas/defaults.json',
  'groups/.schemas/group.json',
  'groups/.schemas/people.json',
  'groups/.schemas/policy.json',
];
