import { expect, test } from 'vitest';
import { parseWay } from '../../src/render/parse-way.ts';

test.each([
  ['ana', { name: 'ana' }],
  ['team:altos', { name: 'team:altos' }],
  ['team:altos (choir/_defaults.yaml)', { name: 'team:altos', file: 'choir/_defaults.yaml' }],
  ['ana (a) nobody leaves (b/_defaults.yaml)', { name: 'ana', file: 'a) nobody leaves (b/_defaults.yaml' }],
  ['+44 •••• ••• 002', { name: '+44 •••• ••• 002' }],
])('%s', (way, parts) => {
  expect(parseWay(way)).toEqual(parts);
});
