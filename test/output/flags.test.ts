import { expect, test } from 'vitest';
import type { PlanningOptions } from '../../src/options.ts';
import { toFlags } from '../../src/output/flags.ts';
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
