import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { toShellWord } from '../../src/safe/shell-word.ts';

test('words come out of a shell as they went in, whatever stands in them', () => {
  const names = [
    'a b.yaml',
    "it's.yaml",
    '$(touch x).yaml',
    'naïve;ls.yaml',
    '"q".yaml',
    'plain.yaml',
    '',
    '*',
    '~',
  ];
  const words = names.map(toShellWord).join(' ');
  const out = execFileSync('sh', ['-c', `printf '%s\\n' ${words}`], { encoding: 'utf8' });
  expect(out).toBe(names.map((name) => `${name}\n`).join(''));
});

test('what needs no quotes has none', () => {
  expect(toShellWord('./ours/plan-1.json')).toBe('./ours/plan-1.json');
});
