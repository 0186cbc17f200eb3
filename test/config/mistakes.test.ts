import { expect, test } from 'vitest';
import { findDiagnostics, toLine, toMark, usual } from './files.ts';
import type { Files } from './files.ts';

const group = (...lines: string[]) => ({ 'g.yaml': ['name: G', ...lines, ''].join('\n') });
const policy = (...lines: string[]) => ({
  '_policy.yaml': ['account: "+44 7700 900001"', ...lines, ''].join('\n'),
});
const people = (...lines: string[]) => ({ '_people.yaml': [...lines, ''].join('\n') });
const quiet = people('people: {}');

const members = (entry: string): Files => ({
  ...group('members:', '  - team:altos', '  - caio', `  - ${entry}`),
});

/** Files on top of the usual ones, and the marks of all diagnostics that they lead to. */
const cases: readonly (readonly [what: string, files: Files, ...marks: string[]])[] = [
  // YAML
  ['invalid YAML', { ...quiet, ...group('topic: "abc') }, 'error g.yaml:3:1 yaml-syntax'],
  ['a tab as indentation', { ...quiet, ...group('members:', '\t- ana') }, 'error g.yaml:3:1 yaml-tab'],
  ['two documents', { ...quiet, ...group('---', 'name: H') }, 'error g.yaml:2:1 yaml-documents'],
  ['a duplicate key', { ...quiet, ...group('topic: a', 'topic: b') }, 'error g.yaml:3:1 duplicate-key'],
  [
    'a duplicate key deep down',
    { ...quiet, ...group('manage: { members: exact, members: observe }') },
    'error g.yaml:2:27 duplicate-key',
  ],
  ['an anchor', { ...quiet, ...group('topic: &a text') }, 'error g.yaml:2:11 yaml-anchor'],
  ['an alias', { ...quiet, ...group('topic: *a') }, 'error g.yaml:2:8 yaml-anchor'],
  ['a tag', { ...quiet, ...group('topic: !!str text') }, 'error g.yaml:2:14 yaml-tag'],
  [
    'a tag that is code elsewhere',
    { ...quiet, ...group('topic: !!js/function text') },
    'error g.yaml:2:22 yaml-tag',
  ],
  ['a key that is a list', { ...quiet, ...group('[a]: b') }, 'error g.yaml:2:1 yaml-key'],
  ['YAML 1.1', { ...quiet, 'g.yaml': '%YAML 1.1\n---\nname: G\n' }, 'error g.yaml:1:1 yaml-version'],
  [
    'nesting without end',
    { ...quiet, ...group(`topic: ${'['.repeat(65)}`) },
    'error g.yaml:1:1 yaml-too-deep',
  ],
  ['an empty file', { ...quiet, 'g.yaml': '' }, 'error g.yaml:1:1 empty-file'],
  ['a file of comments', { ...quiet, 'g.yaml': '# later\n' }, 'error g.yaml:1:1 empty-file'],
  ['a list instead of a map', { ...quiet, 'g.yaml': '- ana\n' }, 'error g.yaml:1:1 wrong-value'],
  ['one word', { ...quiet, 'g.yaml': 'hello\n' }, 'error g.yaml:1:1 wrong-value'],
  // keys
  ['an unknown key', { ...quiet, ...group('topics: x') }, 'error g.yaml:2:1 unknown-key'],
  ['photo, which is not there yet', { ...quiet, ...group('photo: none') }, 'error g.yaml:2:1 unknown-key'],
  [
    'a key of all objects',
    { ...quiet, ...group('__proto__: { announce: true }', 'constructor: x') },
    'error g.yaml:2:1 unknown-key',
    'error g.yaml:3:1 unknown-key',
  ],
  ['a merge key', { ...quiet, ...group('<<: { topic: x }') }, 'error g.yaml:2:1 unknown-key'],
  ['no value', { ...quiet, ...group('members:') }, 'error g.yaml:2:1 no-value'],
  ['null', { ...quiet, ...group('topic: ~') }, 'error g.yaml:2:1 no-value'],
  // values of groups
  ['an empty name', { ...quiet, 'g.yaml': 'name: "  "\n' }, 'error g.yaml:1:7 wrong-value'],
  ['a name of two lines', { ...quiet, 'g.yaml': 'name: "a\\nb"\n' }, 'error g.yaml:1:7 wrong-value'],
  [
    'a name of 101 characters',
    { ...quiet, 'g.yaml': `name: ${'a'.repeat(101)}\n` },
    'error g.yaml:1:7 wrong-value',
  ],
  [
    'a name of 100 characters',
    { ...quiet, 'g.yaml': `name: ${'a'.repeat(100)}\n` },
    'warning g.yaml:1:7 long-name',
  ],
  ['a name of 26 bytes', { ...quiet, 'g.yaml': `name: ${'é'.repeat(13)}\n` }, 'warning g.yaml:1:7 long-name'],
  ['a name of 25 bytes', { ...quiet, 'g.yaml': `name: ${'é'.repeat(12)}a\n` }],
  [
    'a topic of 2,049 characters',
    { ...quiet, ...group(`topic: ${'a'.repeat(2049)}`) },
    'error g.yaml:2:8 wrong-value',
  ],
  ['a topic of 2,048 characters', { ...quiet, ...group(`topic: ${'a'.repeat(2048)}`) }],
  ['yes for a boolean', { ...quiet, ...group('announce: yes') }, 'error g.yaml:2:11 wrong-value'],
  ['another time', { ...quiet, ...group('disappearing: 1h') }, 'error g.yaml:2:15 wrong-value'],
  ['another mode', { ...quiet, ...group('manage: strict') }, 'error g.yaml:2:9 wrong-value'],
  [
    'another mode for one list',
    { ...quiet, ...group('manage: { admins: strict }') },
    'error g.yaml:2:19 wrong-value',
  ],
  ['members that are no list', { ...quiet, ...group('members: ana') }, 'error g.yaml:2:10 wrong-value'],
  [
    'an id without its server',
    { ...quiet, ...group('id: "120363025982934543"') },
    'error g.yaml:2:5 wrong-value',
  ],
  ['an unquoted id', { ...quiet, ...group('id: 120363025982934543') }, 'error g.yaml:2:5 wrong-value'],
  ['a new group without a name', { ...quiet, 'g.yaml': 'topic: x\n' }, 'error g.yaml:1:1 no-name'],
  // entries
  ['an unknown handle', members('bud'), 'error g.yaml:5:5 unknown-handle'],
  ['an unknown team', members('team:alto'), 'error g.yaml:5:5 unknown-team'],
  ['a space after team:', members('team: altos'), 'error g.yaml:5:5 bad-entry'],
  ['an address', members('447700900002@s.whatsapp.net'), 'error g.yaml:5:5 bad-entry'],
  ['a word that is nothing', members('"ana!"'), 'error g.yaml:5:5 bad-entry'],
  ['a list in a list', members('[ana]'), 'error g.yaml:5:5 bad-entry'],
  ['nothing', members(''), 'error g.yaml:5:5 bad-entry'],
  ['true', members('true'), 'error g.yaml:5:5 bad-phone'],
  ['a LID with letters', members('lid:12a'), 'error g.yaml:5:5 bad-entry'],
  ['a team without a name', members('"team:"'), 'error g.yaml:5:5 bad-entry'],
  ['an entry without a person', members('{ until: 2026-12-31 }'), 'error g.yaml:5:5 missing-key'],
  [
    'an unknown key of an entry',
    members('{ person: ana, untill: 2026-12-31 }'),
    'error g.yaml:5:20 unknown-key',
  ],
  [
    'a day that does not exist',
    members('{ person: ana, until: 2026-02-30 }'),
    'error g.yaml:5:27 wrong-value',
  ],
  ['a day in another form', members('{ person: ana, until: 31.12.2026 }'), 'error g.yaml:5:27 wrong-value'],
  ['another by', members('{ person: ana, by: mail }'), 'error g.yaml:5:24 wrong-value'],
  [
    'an end for a LID',
    members('{ person: "lid:330631678702157", until: 2026-12-31 }'),
    'error g.yaml:5:5 bad-entry',
  ],
  [
    'putting a team back',
    members('{ person: team:altos, readd: 2026-12-31 }'),
    'error g.yaml:5:5 conflicting-entries',
    'error g.yaml:5:34 bad-entry',
  ],
  // numbers
  ['no country', members('"0812 3456 7890"'), 'error g.yaml:5:5 ambiguous-phone'],
  ['an unquoted number without +', members('447700900009'), 'error g.yaml:5:5 ambiguous-phone'],
  ['an unquoted number with a zero', members('07700900009'), 'error g.yaml:5:5 ambiguous-phone'],
  ['a number that is too short', members('"+44 7700"'), 'error g.yaml:5:5 bad-phone'],
  ['a number in words', members('"+44 7700 900 x"'), 'error g.yaml:5:5 bad-entry'],
  ['two spellings in one list', members('"+55 20 8765-4321"'), 'error g.yaml:5:5 two-spellings'],
  // lists
  ['the same twice', members('caio'), 'warning g.yaml:5:5 listed-twice'],
  [
    'the same twice with another end',
    members('{ person: caio, until: 2026-12-31 }'),
    'error g.yaml:5:5 conflicting-entries',
  ],
  [
    'an end under additive',
    { ...members('{ person: "+44 7700 900009", until: 2026-12-31 }'), ...policy('timezone: UTC') },
    'warning g.yaml:5:5 until-without-effect',
  ],
  [
    'a date without a zone',
    { ...members('{ person: "+44 7700 900009", until: 2026-12-31 }'), ...policy('manage: exact') },
    'error g.yaml:5:5 no-timezone',
  ],
  // allow
  [
    'allow without an end',
    { ...quiet, ...group('allow: { removals: 3, reason: x }') },
    'error g.yaml:2:8 missing-key',
  ],
  [
    'allow without a reason',
    { ...quiet, ...group('allow: { removals: 3, until: 2026-12-31 }') },
    'error g.yaml:2:8 missing-key',
  ],
  [
    'allow without a number',
    { ...quiet, ...group('allow: { until: 2026-12-31, reason: x }') },
    'error g.yaml:2:8 missing-key',
  ],
  [
    'allow of nothing',
    { ...quiet, ...group('allow: { adds: 0, until: 2026-12-31, reason: x }') },
    'error g.yaml:2:16 wrong-value',
  ],
  [
    'allow that has expired',
    { ...quiet, ...group('allow: { adds: 3, until: 2026-06-14, reason: x }') },
    'warning g.yaml:2:8 allow-expired',
  ],
  ['allow on its last day', { ...quiet, ...group('allow: { adds: 3, until: 2026-06-15, reason: x }') }],
  // people
  [
    'a handle that looks like a number',
    { ...group(), ...people('people:', '  "123": "+44 7700 900009"') },
    'error _people.yaml:2:3 bad-handle',
    'warning _people.yaml:2:3 unused-handle',
  ],
  [
    'a handle with a space',
    { ...group(), ...people('people:', '  ana maria: "+44 7700 900009"') },
    'error _people.yaml:2:3 bad-handle',
    'warning _people.yaml:2:3 unused-handle',
  ],
  [
    'a handle without a number',
    { ...group('members: [ana]'), ...people('people:', '  ana:') },
    'error _people.yaml:2:3 no-value',
  ],
  [
    'a person without a number',
    { ...group('members: [ana]'), ...people('people:', '  ana: { name: Ana }') },
    'error _people.yaml:2:3 missing-key',
  ],
  [
    'two people with one number',
    {
      ...group('members: [ana, bo]'),
      ...people('people:', '  ana: "+55 20 98765-4321"', '  bo: "+55 20 8765-4321"'),
    },
    'error _people.yaml:3:3 duplicate-phone',
    'error g.yaml:2:16 two-spellings',
  ],
  [
    'an unused handle and team',
    { ...group(), ...people('people:', '  ana: "+44 7700 900009"', 'teams:', '  altos: []') },
    'warning _people.yaml:2:3 unused-handle',
    'warning _people.yaml:4:3 unused-team',
  ],
  [
    'a team that is no list',
    { ...group('members: [team:a]'), ...people('teams:', '  a: ana') },
    'error _people.yaml:2:6 wrong-value',
  ],
  [
    'putting back by a team',
    {
      ...group('members: [team:a]'),
      ...people('people: { ana: "+44 7700 900009" }', 'teams:', '  a: [{ person: ana, readd: 2026-12-31 }]'),
    },
    'error _people.yaml:3:7 bad-entry',
  ],
  [
    'a team in itself',
    { ...group('members: [team:a]'), ...people('teams:', '  a: [team:a]') },
    'error _people.yaml:2:7 team-cycle',
  ],
  [
    'a circle of teams',
    { ...group('members: [team:a]'), ...people('teams:', '  a: [team:b]', '  b: [team:c]', '  c: [team:a]') },
    'error _people.yaml:4:7 team-cycle',
  ],
  [
    'a team beyond any group',
    { ...group('members: [team:a]'), ...people('teams:', `  a: [${manyNumbers(1024)}]`) },
    'error _people.yaml:2:3 too-many-people',
    'error g.yaml:1:1 too-many-people',
  ],
  [
    'a group beyond the capacity',
    { ...quiet, ...group(`members: [${manyNumbers(1024)}]`) },
    'error g.yaml:1:1 too-many-people',
  ],
  ['a group at the capacity', { ...quiet, ...group(`members: [${manyNumbers(1023)}]`) }],
  // the whole
  [
    'two files with one id',
    { ...quiet, 'g.yaml': 'id: 120363025982934543@g.us\n', 'h/g.yaml': 'id: 120363025982934543@g.us\n' },
    'error g.yaml:1:5 duplicate-id',
    'error h/g.yaml:1:5 duplicate-id',
  ],
  ['no groups', { ...quiet }, 'warning - no-groups'],
  // policy
  [
    'an account that is not there',
    { ...quiet, ...group('account: second') },
    'error g.yaml:2:10 unknown-account',
  ],
  [
    'no account chosen of two',
    { ...quiet, ...group(), '_policy.yaml': 'accounts: { a: "+44 7700 900001", b: "+44 7700 900009" }\n' },
    'error g.yaml:1:1 no-account',
  ],
  [
    'one account twice',
    {
      ...quiet,
      ...group('account: a'),
      '_policy.yaml': 'accounts: { a: "+44 7700 900001", b: "+44 7700 900001" }\n',
    },
    'error _policy.yaml:1:38 duplicate-account',
  ],
  [
    'account and accounts',
    { ...quiet, ...group(), ...policy('accounts: { a: "+44 7700 900009" }') },
    'error _policy.yaml:2:11 wrong-value',
  ],
  [
    'accounts without one',
    { ...quiet, ...group(), '_policy.yaml': 'accounts: {}\n' },
    'error _policy.yaml:1:11 wrong-value',
  ],
  [
    'no account',
    { ...quiet, ...group(), '_policy.yaml': 'language: en\n' },
    'error _policy.yaml:1:1 missing-key',
  ],
  [
    'an unquoted account',
    { ...quiet, ...group(), '_policy.yaml': 'account: 447700900001\n' },
    'error _policy.yaml:1:10 ambiguous-phone',
  ],
  [
    'an unknown zone',
    { ...quiet, ...group(), ...policy('timezone: Europe/Londn') },
    'error _policy.yaml:2:11 wrong-value',
  ],
  [
    'an unknown country',
    { ...quiet, ...group(), ...policy('country: UK') },
    'error _policy.yaml:2:10 wrong-value',
  ],
  [
    'an unknown language',
    { ...quiet, ...group(), ...policy('language: fr') },
    'error _policy.yaml:2:11 wrong-value',
  ],
  [
    'a state folder elsewhere',
    { ...quiet, ...group(), ...policy('state: ../state') },
    'error _policy.yaml:2:8 wrong-value',
  ],
  [
    'a state folder at the root',
    { ...quiet, ...group(), ...policy('state: /var/state') },
    'error _policy.yaml:2:8 wrong-value',
  ],
  [
    'a protected stranger',
    { ...quiet, ...group(), ...policy('protected: [ana]') },
    'error _policy.yaml:2:13 unknown-handle',
  ],
  [
    'a percentage without its sign',
    { ...quiet, ...group(), ...policy('limits: { removals: { group: 10 } }') },
    'error _policy.yaml:2:30 wrong-value',
  ],
  [
    'more than all',
    { ...quiet, ...group(), ...policy('limits: { removals: { group: 101% } }') },
    'error _policy.yaml:2:30 wrong-value',
  ],
  [
    'a negative limit',
    { ...quiet, ...group(), ...policy('limits: { adds: { run: -1 } }') },
    'error _policy.yaml:2:24 wrong-value',
  ],
  [
    'an unknown limit',
    { ...quiet, ...group(), ...policy('limits: { removal: { run: 1 } }') },
    'error _policy.yaml:2:11 unknown-key',
  ],
  [
    'a pace without its day',
    { ...quiet, ...group(), ...policy('pace: { adds: 40 }') },
    'error _policy.yaml:2:15 wrong-value',
  ],
  [
    'a pause without its unit',
    { ...quiet, ...group(), ...policy('pace: { pause: 3-8 }') },
    'error _policy.yaml:2:16 wrong-value',
  ],
  [
    'a pause backwards',
    { ...quiet, ...group(), ...policy('pace: { pause: 8s-3s }') },
    'error _policy.yaml:2:16 wrong-value',
  ],
];

function manyNumbers(count: number): string {
  return Array.from({ length: count }, (_, index) => `"+62 812 ${1_000_000 + index}"`).join(', ');
}

test.each(cases)('%s', (_what, files, ...marks) => {
  expect(findDiagnostics({ ...usual, ...files }).map(toMark)).toEqual(marks);
});

test('no detail and no summary holds a whole number', () => {
  const details = cases.flatMap(([, files]) => findDiagnostics({ ...usual, ...files })).map(toLine);
  const allowed = /lid:\d+|120363025982934543/g;
  expect(
    details.filter((detail) =>
      /\d(?:[ ().-]{0,2}\d){6,}/.test(detail.replace(allowed, '').replace(/\d{4}-\d\d-\d\d/g, '')),
    ),
  ).toEqual([]);
});

test('a summary is constant for its code', () => {
  const all = cases.flatMap(([, files]) => findDiagnostics({ ...usual, ...files }));
  const summaries = new Map(all.map(({ code, summary }) => [code, summary]));
  expect(all.filter(({ code, summary }) => summaries.get(code) !== summary)).toEqual([]);
});

test('hints name what was probably meant', () => {
  const detailOf = (files: Files) => findDiagnostics({ ...usual, ...files })[0]?.detail;
  expect(detailOf({ ...quiet, ...group('topics: x') })).toContain('Did you mean `topic`?');
  expect(detailOf({ ...quiet, ...group('description: x') })).toContain('Did you mean `topic`?');
  expect(detailOf(members('bud'))).toContain('Did you mean `budi`?');
  expect(detailOf(members('team:alto'))).toContain('Did you mean `team:altos`?');
  expect(detailOf(members('altos'))).toContain('write `team:altos`');
  expect(detailOf(members('nobody-at-all'))).not.toContain('Did you mean');
});

test('a mistake in one file hides none in another, and unknown handles are no news without the people', () => {
  const files = {
    ...usual,
    '_people.yaml': 'people: [\n',
    'g.yaml': 'name: G\nmembers: [ana]\n',
    'h.yaml': 'nam: H\n',
  };
  expect(findDiagnostics(files).map(toMark)).toEqual([
    'error _people.yaml:2:1 yaml-syntax',
    'error h.yaml:1:1 no-name',
    'error h.yaml:1:1 unknown-key',
  ]);
});

test('of a file gone wrong, the first hundred mistakes are shown', () => {
  const keys = Array.from({ length: 5000 }, (_, index) => `key${index}: 1`);
  const found = findDiagnostics({ ...usual, ...quiet, ...group(...keys) });
  expect(found).toHaveLength(101);
  expect(found.at(-1)?.code).toBe('more-mistakes');
});
