import { expect, test } from 'vitest';
import { readHelp } from './read-help.ts';

test('notify takes reports, says how it is called, and no way to say where a message goes', async () => {
  const help = await readHelp('notify');
  for (const flag of ['<reports...>', '--ended', '--link', '--dry-run']) expect(help).toContain(flag);
  expect(help).toContain('$ rollcall notify');
  expect(help).not.toMatch(/--(?:webhook|format|mail|to|group|command)\b/);
});
