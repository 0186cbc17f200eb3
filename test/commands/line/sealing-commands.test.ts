import { expect, test } from 'vitest';
import { readHelp } from './read-help.ts';

test.each([
  ['keygen', ['--file', '--yes']],
  ['seal', ['handle', '--all', '--rotate', '--file', '--open', '--page', '--yes']],
])('%s takes %j, and shows how it is called', async (name, flags) => {
  const help = await readHelp(name);
  for (const flag of flags) expect(help).toContain(flag);
  expect(help).toContain(`$ rollcall ${name}`);
});
