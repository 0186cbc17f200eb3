import { expect, test } from 'vitest';
import { readHelp } from './read-help.ts';

test.each([['sandbox', ['--port', '--drift', '--world']]])(
  '%s takes %j, and shows how it is called',
  async (name, flags) => {
    const help = await readHelp(name);
    for (const flag of flags) expect(help).toContain(flag);
    expect(help).toContain(`$ rollcall ${name}`);
  },
);

test('a demo wants nothing, and what the workflows run is in no list', async () => {
  expect(await readHelp('demo')).toContain('demo');
  expect(await readHelp('help')).not.toMatch(/^ +ci\b/m);
});
