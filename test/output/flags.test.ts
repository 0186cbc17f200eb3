import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { PlanningOptions } from '../../src/options.ts';
import { quote, toFlags } from '../../src/output/flags.ts';
import { options } from './viewed.ts';

test.each<[string, Partial<PlanningOptions>, string]>([
  ['none', {}, ''],
  ['the folder, where it is another one', { groups: 'ours' }, ' --groups ours'],
  [
    'the server',
    { url: 'http://127.0.0.1:3000', device: 'd', account: 'second' },
    ' --url http://127.0.0.1:3000 --device d --account second',
  ],
  ['the memory', { state: '../state' }, ' --state ../state'],
  ['each target', { target: ['a.yaml', 'b.yaml'] }, ' --target a.yaml --target b.yaml'],
  ['what is looked at', { skipPhotos: true, sandbox: true }, ' --skip-photos --sandbox'],
  ['nothing of how it is told', { json: true, markdown: 'a.md', html: 'a.html', showPhones: true }, ''],
])('the flags that the next command needs too: %s', (_, given, expected) => {
  expect(toFlags({ ...options, ...given })).toBe(expected);
});

test('flags come out of a shell as they went in, whatever stands in them', () => {
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
  const flags = toFlags({ ...options, target: names });
  const out = execFileSync('sh', ['-c', `printf '%s\\n' ${flags}`], { encoding: 'utf8' });
  expect(out).toBe(names.map((name) => `--target\n${name}\n`).join(''));
});

test('what needs no quotes has none', () => expect(quote('./ours/plan-1.json')).toBe('./ours/plan-1.json'));
