import { array, assert, constantFrom, double, property } from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Organisation } from '../../src/domain/organisation.ts';
import { resolveOrganisation } from '../../src/config/resolve.ts';
import { findDiagnostics, noon, parseFiles, toMark, toOrganisation, toSources, usual } from './files.ts';
import type { Files } from './files.ts';

type Value = string | boolean | readonly Value[] | { readonly [key: string]: Value };

const group: Value = {
  id: '120363025982934543@g.us',
  name: 'Altos',
  topic: 'Thursdays',
  announce: true,
  members: [
    'team:altos',
    'caio',
    '+44 7700 900009',
    { person: 'ana', until: '2026-12-31', by: 'invite' },
    { person: 'team:basses', from: '2026-07-01', until: '2026-11-30' },
    { team: 'low', except: ['caio', 'team:late', '+44 7700 900010'], 'also-in': 'team:basses' },
    'lid:330631678702157',
  ],
  admins: ['budi', { person: 'ana', until: '2026-10-31' }, 'team:basses'],
  manage: { members: 'exact', admins: 'additive' },
};

const people: Value = {
  people: {
    ana: '+44 7700 900002',
    budi: { phone: '+44 7700 900003', name: 'Budi Santoso' },
    caio: '+55 20 98765-4321',
    dewi: '+44 7700 900004',
  },
  teams: {
    altos: ['ana', { person: 'budi', until: '2026-08-31' }, 'team:basses'],
    basses: [{ person: 'team:low', until: '2026-09-30' }, 'dewi'],
    low: ['dewi', 'caio', '+44 7700 900010'],
    late: [{ person: 'dewi', from: '2026-10-01' }, 'team:later'],
    later: [
      { person: 'dewi', from: '2026-09-15', until: '2026-09-20' },
      { person: 'caio', from: '2026-08-01' },
    ],
  },
};

/** The items in another order, told by random numbers. */
function mix<T>(next: () => number, items: readonly T[]): readonly T[] {
  const ranked = items.map((item) => ({ item, rank: next() }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ item }) => item);
}

/** The same value with keys and entries in another order, told by random numbers. */
function shuffle(value: Value, next: () => number): Value {
  if (Array.isArray(value)) return mix(next, value).map((item) => shuffle(item as Value, next));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    mix(next, Object.entries(value)).map(([key, item]) => [key, shuffle(item, next)]),
  );
}

/** The organisation without places, which of course move. */
function toPlaceless(organisation: Organisation): unknown {
  const groups = organisation.groups.map(({ settingSpans: _spans, ...rest }) => rest);
  const warnings = organisation.warnings.map(({ code, detail }) => `${code} ${detail}`).toSorted();
  return JSON.parse(
    JSON.stringify({ ...organisation, groups, warnings }, (key, value: unknown) => {
      if (key === 'span') return undefined;
      // Ways are in the order of the files, which their places tell.
      if (key === 'ways' && Array.isArray(value))
        return value.map((way) => JSON.stringify({ ...way, span: '' })).toSorted();
      if (value instanceof Map) return Object.fromEntries([...value].toSorted());
      if (value instanceof Set) return [...value].toSorted();
      return value;
    }),
  );
}

const defaults: Value = {
  locked: true,
  members: [
    { person: 'dewi', from: '2026-08-01' },
    { team: 'late', except: ['dewi'] },
  ],
  admins: [{ person: 'caio', until: '2026-08-31' }],
  manage: { members: 'observe', admins: 'exact' },
};

const toFiles = (next: () => number): Files => ({
  ...usual,
  '_people.yaml': stringify(shuffle(people, next)),
  '_defaults.yaml': stringify(shuffle(defaults, next)),
  'g.yaml': stringify(shuffle(group, next)),
});

test('the order of keys, entries, people and teams does not matter', () => {
  const expected = toPlaceless(toOrganisation(toFiles(() => 0)));
  assert(
    property(array(double({ min: 0, max: 1, noNaN: true }), { minLength: 200, maxLength: 200 }), (ranks) => {
      let index = 0;
      const next = () => ranks[index++ % ranks.length] ?? 0;
      expect(toPlaceless(toOrganisation(toFiles(next)))).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

test('whatever stands in a group’s file, the answer is an organisation or mistakes with places', () => {
  const piece = constantFrom(
    'name',
    'members',
    'admins',
    ':',
    ' ',
    '\n',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '&a',
    '*a',
    '!!x',
    '"',
    "'",
    '\t',
    '#',
    '|',
    'ana',
    'team:altos',
    'until',
    '2026-01-01',
    '+44',
    '~',
    '%',
    ',',
    '0',
    '\u0000',
    'é',
  );
  assert(
    property(array(piece, { maxLength: 40 }), (pieces) => {
      const found = findDiagnostics({ ...usual, 'g.yaml': pieces.join('') });
      expect(found.every(({ span }) => span !== undefined && span.line >= 1 && span.column >= 1)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('everybody in the people file and everybody named by number is known', () => {
  const { people } = toOrganisation({
    ...usual,
    'g.yaml': 'name: G\nmembers: ["+44 7700 900009", team:altos, caio]\n',
  });
  expect([...people.values()].map(({ handle }) => handle ?? '-').toSorted()).toEqual([
    '-',
    'ana',
    'budi',
    'caio',
  ]);
});

const noPeople = 'people: [\n';

test.each([
  // Who is meant nobody knows: the file that says so cannot be read.
  [
    'unknown handles',
    { '_people.yaml': noPeople, 'g.yaml': 'name: G\nmembers: [ana, team:x]\n' },
    'yaml-syntax',
  ],
  // There is a country, with a mistake in it: nobody is to add one.
  [
    'a missing country',
    {
      '_policy.yaml': 'account: "+44 7700 900001"\ncountry: XX\n',
      'g.yaml': 'name: G\nmembers: [team:altos, caio, "0812 3456 7890"]\n',
    },
    'wrong-value',
  ],
  // Whoever is told so may take them out, and the entry with the mistake was theirs.
  ['unused people', { 'g.yaml': 'name: G\nmembers: [team:alto]\n' }, 'unknown-team'],
])('what a mistake elsewhere may explain is not told: %s', (_, files, codes) => {
  const found = findDiagnostics({ ...usual, ...files }).map(({ code }) => code);
  expect(found.toSorted().join(' ')).toBe(codes);
});

test('a mistake of defaults is told once, in however many groups it shows', () => {
  const group = 'members: [team:altos, caio]\n';
  const found = findDiagnostics({
    ...usual,
    '_defaults.yaml': 'members: [buddi, { person: "+55 20 8765-4321", by: invite }]\n',
    'g.yaml': `name: G\n${group}`,
    'h.yaml': `name: H\n${group}`,
  });
  expect(found.map(toMark)).toEqual([
    'error _defaults.yaml:1:11 unknown-handle',
    'error _defaults.yaml:1:18 two-spellings',
  ]);
});

test('with a mistake, what fits is there for a comparison', () => {
  const found = resolveOrganisation(
    parseFiles(toSources({ ...usual, 'g.yaml': 'name: G\nmembers: [ana, buddi]\n' })),
    noon,
  );
  if (found.kind !== 'mistakes') throw new Error('no mistake');
  expect([...(found.readable.groups[0]?.people.keys() ?? [])]).toEqual(['447700900002']);
});

test('whoever is protected is so by number and by LID, teams with all of theirs', () => {
  const { policy, hidden } = toOrganisation({
    ...usual,
    '_people.yaml': `${usual['_people.yaml']}  hidden: [eko]\n`.replace(
      'teams:',
      '  eko: { lid: "330631678702157", name: Eko }\nteams:',
    ),
    '_policy.yaml': `${usual['_policy.yaml']}protected: [team:altos, team:hidden]\n`,
    'g.yaml': 'name: G\nmembers: [team:altos, caio]\n',
  });
  expect([...policy.protected]).toEqual(['447700900002', '447700900003']);
  expect([...policy.protectedLids]).toEqual(['330631678702157']);
  expect([...hidden.values()]).toEqual([{ lid: '330631678702157', handle: 'eko', name: 'Eko' }]);
});
