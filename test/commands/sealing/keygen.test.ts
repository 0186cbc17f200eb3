import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../../src/exit-codes.ts';
import { main } from '../../../src/main.ts';
import { parsePeopleKey } from '../../../src/sealing/people-key.ts';
import { formatSealKey } from '../../../src/sealing/seal-key.ts';
import { makeFolder } from '../../support/folder.ts';
import { sealLine } from '../../support/sealing.ts';
import type { TestIoOptions } from '../../support/stage.ts';
import { createTestIo } from '../../support/stage.ts';

const policy =
  '# Who acts\naccount: "+44 7700 900001" # the phone in the office\nmanage: exact\n\n# the end\n';

async function run(
  argv: readonly string[],
  options: TestIoOptions = {},
  files: Readonly<Record<string, string>> = { '_policy.yaml': policy },
) {
  const groups = makeFolder(files);
  const { io, written } = createTestIo(options);
  const code = await main(['keygen', '--groups', groups, ...argv], io);
  const file = join(groups, '_policy.yaml');
  return { code, ...written, policy: () => (existsSync(file) ? readFileSync(file, 'utf8') : undefined) };
}

/** The public half of the private key in a text. */
function findPublic(text: string): string {
  const pair = parsePeopleKey(/rollcall-secret-[a-z]+/.exec(text)?.[0] ?? '');
  return typeof pair === 'object' ? formatSealKey(pair) : `no key: ${pair}`;
}

describe('a terminal', () => {
  const there = { outlet: 'terminal', terminal: { isInteractive: true } } as const;

  test('shows the private key once, and writes the public one into the policy when that is agreed to', async () => {
    const { code, out, policy: read } = await run([], { ...there, answer: 'yes' });
    expect(code).toBe(exitCodes.ok);
    expect(out.match(/rollcall-secret-/g)).toHaveLength(1);
    expect(read()).toBe(policy.replace('manage: exact\n', `manage: exact\nseal: ${findPublic(out)}\n`));
    expect(out).toContain('Whoever loses the private key loses the numbers');
    expect(out).toContain('as ROLLCALL_PEOPLE_KEY');
    expect(out).toContain('rollcall seal --all');
  });

  test('whoever does not agree gets the line, and nothing is written', async () => {
    const { code, out, policy: read } = await run([], { ...there, answer: 'no' });
    expect(code).toBe(exitCodes.ok);
    expect(out).toContain(`seal: ${findPublic(out)}\n`);
    expect(read()).toBe(policy);
  });

  test('speaks the language of the policy', async () => {
    const files = { '_policy.yaml': `${policy}language: id\n` };
    const { out } = await run([], { ...there, answer: 'ya' }, files);
    expect(out).toContain('Kunci pribadi, hanya ditampilkan sekali ini:');
  });
});

test('a pipe gets the private key and nothing else', async () => {
  const { out, err, policy: read } = await run(['--yes'], { outlet: 'pipe' });
  expect(out).toMatch(/^rollcall-secret-[a-z]+\n$/);
  expect(err).not.toContain('rollcall-secret-');
  expect(read()).toContain(`seal: ${findPublic(out)}\n`);
});

test('a file of its own gets it, which nobody else can read', async () => {
  const file = join(makeFolder(), 'key');
  const { code, out, err, policy: read } = await run(['--file', file, '--yes']);
  expect(code).toBe(exitCodes.ok);
  expect(out + err).not.toContain('rollcall-secret-');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(read()).toContain(`seal: ${findPublic(readFileSync(file, 'utf8'))}\n`);
});

test.each<[string, readonly string[], TestIoOptions, Readonly<Record<string, string>>, string]>([
  ['a log or a file', ['--yes'], {}, { '_policy.yaml': policy }, '--file ~/rollcall-people-key'],
  [
    'a policy that has a key',
    ['--yes'],
    { outlet: 'pipe' },
    { '_policy.yaml': `${policy}${sealLine}\n` },
    'rollcall seal --rotate',
  ],
  [
    'a policy whose key is wrong',
    ['--yes'],
    { outlet: 'pipe' },
    { '_policy.yaml': `${policy}seal: nothing\n` },
    'rollcall seal --rotate',
  ],
  ['no policy', ['--yes'], { outlet: 'pipe' }, {}, 'rollcall init'],
])('makes nothing for %s', async (_, argv, options, files, text) => {
  const { code, out, err, policy: read } = await run(argv, options, files);
  expect(code).toBe(exitCodes.usage);
  expect(out).toBe('');
  expect(err).toContain(text);
  expect(read()).toBe(files['_policy.yaml']);
});

test('a file in a repository is refused, before anything is made', async () => {
  const folder = makeFolder({ '.git/HEAD': '' });
  const { code, err, policy: read } = await run(['--file', join(folder, 'key'), '--yes']);
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('whoever has the private key reads every number');
  expect(read()).toBe(policy);
});
