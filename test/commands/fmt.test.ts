import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { main } from '../../src/main.ts';
import { choirFiles } from '../support/choir-stage.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';

const untidy = 'id: 120363000000000001@g.us\r\nmembers:\r\n  - "+447700900002"  # hers\r\n  - ana\r\n';
const tidy = 'id: 120363000000000001@g.us\r\nmembers:\r\n  - ana  # hers\r\n';

function begin(files: Readonly<Record<string, string>> = { 'altos.yaml': `\ufeff${untidy}` }) {
  const groups = makeFolder({ ...choirFiles, ...files });
  const run = async (...argv: string[]) => {
    const { io, written } = createTestIo({});
    return { code: await main(['fmt', '--groups', groups, ...argv], io), ...written };
  };
  const read = (name: string) => readFileSync(join(groups, name), 'utf8');
  return { run, read, groups };
}

test('what can be tidied is, byte for byte, and a second time nothing is', async () => {
  const { run, read } = begin();
  expect(await run()).toMatchObject({ code: exitCodes.ok, err: '' });
  expect(read('altos.yaml')).toBe(`\ufeff${tidy}`);
  expect(read('basses.yaml')).toBe(choirFiles['basses.yaml']);
  expect(await run()).toMatchObject({ code: exitCodes.ok, out: 'All is tidy: no file changed.\n' });
  expect((await run('--quiet')).out).toBe('');
});

test('--check writes nothing, shows it with all numbers masked, and has a code of its own', async () => {
  const { run, read } = begin();
  const { code, out } = await run('--check');
  expect(code).toBe(exitCodes.changes);
  expect(out).toContain('-  - "+•••••••••002"  # hers');
  expect(out).toContain('1 file would be tidied');
  expect(read('altos.yaml')).toBe(`\ufeff${untidy}`);
  await run();
  expect(await run('--check')).toMatchObject({ code: exitCodes.ok, out: '' });
});

test('files with mistakes are left alone and told, the others are tidied', async () => {
  const broken = 'id: 120363000000000002@g.us\nmembers: ["+447700900002", anna]\n';
  const { run, read } = begin({ 'altos.yaml': untidy, 'basses.yaml': broken });
  const { code, err } = await run();
  expect(code).toBe(exitCodes.mistakes);
  expect(err).toContain('Did you mean\n  `ana`?');
  expect(err).toContain('left as they are');
  expect([read('altos.yaml'), read('basses.yaml')]).toEqual([tidy, broken]);
});

test('defaults of folders are tidied as well', async () => {
  const { run, read } = begin({
    'choir/_defaults.yaml': 'members: ["+447700900002", ana]\n',
    'choir/a.yaml': 'id: 120363000000000009@g.us\nname: C\nmembers: []\n',
  });
  expect((await run()).code).toBe(exitCodes.ok);
  expect(read('choir/_defaults.yaml')).toBe('members: [ana]\n');
});

test('only the files that are named, and no others', async () => {
  const { run, read, groups } = begin({ 'altos.yaml': untidy, 'basses.yaml': untidy.replace('01@', '02@') });
  expect((await run('altos.yaml')).code).toBe(exitCodes.ok);
  expect(read('altos.yaml')).toBe(tidy);
  expect(read('basses.yaml')).toBe(untidy.replace('01@', '02@'));
  expect((await run(join(groups, 'basses.yaml'))).code).toBe(exitCodes.ok);
  expect(read('basses.yaml')).toBe(tidy.replace('01@', '02@'));
  const { code, err } = await run('tenors.yaml');
  expect([code, err]).toEqual([exitCodes.usage, expect.stringContaining('tenors.yaml is no file')]);
});

test('without files there is nothing to tidy', async () => {
  const { run } = begin();
  const { io } = createTestIo({});
  expect(await main(['fmt', '--groups', '/nowhere'], io)).toBe(exitCodes.mistakes);
  expect((await run('--help')).out).toContain('--check');
});

test('numbers of people whom a policy without a country cannot tell stay', async () => {
  const { run, read, groups } = begin();
  writeFileSync(join(groups, 'basses.yaml'), 'id: 120363000000000002@g.us\nmembers: ["07700 900002"]\n');
  expect((await run()).code).toBe(exitCodes.mistakes);
  expect(read('basses.yaml')).toContain('"07700 900002"');
});
