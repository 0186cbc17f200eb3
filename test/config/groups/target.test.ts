import { expect, test } from 'vitest';
import { findDiagnostics, parseFiles, toSources, usual } from '../files.ts';

const files = (entry: string) => ({ ...usual, 'g.yaml': `name: G\nmembers:\n  - ${entry}\n` });

test.each([
  ['ana', { kind: 'handle', name: 'ana' }],
  ['"+44 7700 900009"', { kind: 'phone', phone: '447700900009' }],
  ['+447700900009', { kind: 'phone', phone: '447700900009' }],
  ['team:altos', { kind: 'team', name: 'altos' }],
  ['{ team: altos }', { kind: 'team', name: 'altos' }],
  ['lid:330631678702157', { kind: 'lid', lid: '330631678702157' }],
])('%s', (entry, target) => {
  expect(parseFiles(toSources(files(entry))).groups[0]?.members?.[0]?.target).toEqual(target);
});

test.each([
  ['"@ana"', 'without the `@`'],
  ['ana@s.whatsapp.net', 'address'],
  ['https://chat.whatsapp.com/abc', 'invite link'],
  ['https://wa.me/447700900002', 'link'],
  ['ana; budi', 'comma'],
  ['"team:"', 'name of a team'],
  ['{ team: "team:altos" }', 'name of a team'],
  ['lid:12a', 'digits of a LID'],
])('%s is no entry, and it is said why', (entry, why) => {
  expect(findDiagnostics(files(entry)).map(({ detail }) => detail)).toContainEqual(expect.stringContaining(why));
});
