import { expect, test } from 'vitest';
import { readHelp } from './read-help.ts';

test.each([
  ['groups', ['--json']],
  ['plan', ['--out', '--base', '--person', '--target']],
  ['apply', ['--yes', '--expect', '--report', '--new-journal']],
  ['approvals', ['--drop']],
  ['adopt', ['--settings', '--photo', '--members', '--admins']],
  ['import', ['--into', '--match', '--sheet', '--photos', '--dry-run']],
])('%s takes %j, and shows how it is called', async (name, flags) => {
  const help = await readHelp(name);
  for (const flag of flags) expect(help).toContain(flag);
  expect(help).toContain(`$ rollcall ${name}`);
});

test('who only reads offers no way to approve', async () => {
  for (const name of ['status', 'groups', 'plan', 'import'])
    expect(await readHelp(name)).not.toContain('--yes');
});
