import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPlainRoster } from '../../../src/config/groups/plain-lists.ts';
import { resolveLists } from '../../../src/config/groups/resolve-lists.ts';
import { toDirectory } from '../../../src/config/people/directory.ts';
import type { Diagnostic } from '../../../src/domain/diagnostic.ts';
import { findRoster } from '../../../src/domain/lazy/made-map.ts';
import { parseFiles, toSources, usual } from '../files.ts';

/** Of each two the second is the first in another spelling, or stands for the first as a handle. */
const words = [
  'ana', '"+44 7700 900002"', 'budi', '"+44 7700 900003"',
  'caio', '"+55 20 98765-4321"', '"+55 20 8765-4321"', '"+54 9 341 555-0001"', '"+54 341 555-0001"',
  '"+44 7700 900007"', '"+44 7700 900008"', '"+62 812 3456 0007"', '"+1 202 555 0107"',
];
const rare = [
  'nobody', 'team:altos', 'team:none', 'lid:330631678702157', 'dora', 'locked',
  '{ person: ana, until: 2026-12-31 }', '{ person: ana }', '{ person: budi, by: invite }',
  '{ team: altos, except: [ana] }',
];
const files = {
  ...usual,
  '_people.yaml': `${usual['_people.yaml']}`.replace(
    'teams:',
    `  dora: { lid: "330631678702158" }\n  locked: rollcall-sealed-${'a'.repeat(60)}\nteams:`,
  ),
};
const manage = { members: 'exact', admins: 'exact', settings: 'exact' } as const;

function read(members: readonly string[] | undefined, admins: readonly string[] | undefined, isPlain: boolean) {
  const text = Object.entries({ members, admins })
    .map(([key, list]) => (list ? `${key}: [${list.join(', ')}]\n` : ''))
    .join('');
  const parsed = parseFiles(toSources({ ...files, 'g.yaml': `name: G\n${text}` }));
  const [group] = parsed.groups;
  if (!group) throw new Error('there is no group');
  const diagnostics: Diagnostic[] = [];
  const known = toDirectory(parsed, diagnostics);
  const directory = isPlain ? known : { ...known, findNumber: () => undefined };
  const { people, knownLids } = resolveLists({ group, defaults: [], manage }, directory, diagnostics);
  const roster = findRoster(people);
  const told = roster && { ...roster, keys: [...roster.keys], phones: undefined };
  return { told, people: [...people], keys: [...people.keys()], knownLids, diagnostics };
}

test('lists come to the same, roll called or not', () => {
  const some = fc.array(fc.constantFrom(...words), { maxLength: 5 });
  const word = fc.oneof({ arbitrary: fc.constantFrom(...words), weight: 9 }, fc.constantFrom(...rare));
  const any = fc.array(word, { maxLength: 5 });
  const list = fc.oneof(some, fc.uniqueArray(fc.constantFrom(...words), { maxLength: 9 }), any);
  const maybe = fc.option(list, { nil: undefined });
  fc.assert(
    fc.property(maybe, maybe, fc.boolean(), (members, admins, areMembers) => {
      const both = areMembers ? [...(members ?? []), ...(admins ?? [])] : members;
      expect(read(both, admins, true)).toEqual(read(both, admins, false));
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['one word for each', ['ana', 'budi', '"+44 7700 900007"'], ['budi'], [447700900002, 447700900003, 447700900007]],
  ['nobody', [], [], []],
  ['somebody twice', ['ana', 'ana'], [], undefined],
  ['a handle and its number', ['ana', '"+44 7700 900002"'], [], undefined],
  ['two spellings of a number', ['"+55 20 98765-4321"', '"+55 20 8765-4321"'], [], undefined],
  ['an admin who is no member', ['ana'], ['budi'], undefined],
  ['an admin in another spelling', ['caio'], ['"+55 20 8765-4321"'], undefined],
  ['a team', ['team:altos'], [], undefined],
  ['a day', ['{ person: ana, until: 2026-12-31 }'], [], undefined],
  ['somebody unknown', ['nobody'], [], undefined],
  ['a hidden number', ['dora'], [], undefined],
  ['a number that is not opened', ['locked'], [], undefined],
])('plain or not: %s', (_, members, admins, expected) => {
  const text = `name: G\nmembers: [${members.join(', ')}]\nadmins: [${admins.join(', ')}]\n`;
  const parsed = parseFiles(toSources({ ...files, 'g.yaml': text }));
  const roster = parsed.groups[0] && findPlainRoster(parsed.groups[0], toDirectory(parsed, []));
  expect(roster?.phones && [...roster.phones]).toEqual(expected);
});
