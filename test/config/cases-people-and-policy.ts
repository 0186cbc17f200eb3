import type { Case } from './mistake-cases.ts';
import { group, manyNumbers, people, policy, quiet, toCase } from './mistake-cases.ts';

/** Mistakes in people and policy. */
export const peopleAndPolicyCases: readonly Case[] = [
  // allow
  toCase(
    'allow without an end',
    { ...quiet, ...group('allow: { removals: 3, reason: x }') },
    'error g.yaml:2:8 missing-key',
  ),
  toCase(
    'allow without a reason',
    { ...quiet, ...group('allow: { removals: 3, until: 2026-08-31 }') },
    'error g.yaml:2:8 missing-key',
  ),
  toCase(
    'allow without a number',
    { ...quiet, ...group('allow: { until: 2026-08-31, reason: x }') },
    'error g.yaml:2:8 missing-key',
  ),
  toCase(
    'allow of nothing',
    { ...quiet, ...group('allow: { adds: 0, until: 2026-08-31, reason: x }') },
    'error g.yaml:2:16 wrong-value',
  ),
  toCase(
    'allow that has expired',
    { ...quiet, ...group('allow: { adds: 3, until: 2026-06-14, reason: x }') },
    'warning g.yaml:2:8 allow-expired',
  ),
  toCase('allow on its last day', { ...quiet, ...group('allow: { adds: 3, until: 2026-06-15, reason: x }') }),
  toCase('allow for 90 days', { ...quiet, ...group('allow: { adds: 3, until: 2026-09-13, reason: x }') }),
  toCase(
    'allow for 91 days',
    { ...quiet, ...group('allow: { adds: 3, until: 2026-09-14, reason: x }') },
    'error g.yaml:2:8 allow-too-far',
  ),
  toCase(
    'allow for ever',
    { ...quiet, ...group('allow: { adds: 3, until: 9999-12-31, reason: x }') },
    'error g.yaml:2:8 allow-too-far',
  ),
  toCase('allow of as many as a group takes', {
    ...quiet,
    ...group('allow: { removals: 1024, until: 2026-06-30, reason: x }'),
  }),
  toCase(
    'allow of more than a group takes',
    { ...quiet, ...group('allow: { removals: 1025, until: 2026-06-30, reason: x }') },
    'error g.yaml:2:20 wrong-value',
  ),
  // people
  toCase(
    'a handle that looks like a number',
    { ...group(), ...people('people:', '  "123": "+44 7700 900009"') },
    'error _people.yaml:2:3 bad-handle',
  ),
  toCase(
    'a handle with a space',
    { ...group(), ...people('people:', '  ana maria: "+44 7700 900009"') },
    'error _people.yaml:2:3 bad-handle',
  ),
  toCase('handles of other scripts', {
    ...group('members: [josé, "анна", 田中, team:coração]'),
    ...people(
      'people:',
      '  josé: "+44 7700 900009"',
      '  анна: "+44 7700 900010"',
      '  田中: "+44 7700 900011"',
      'teams:',
      '  coração: [josé]',
    ),
  }),
  toCase('a handle in NFD in one place and in NFC in another', {
    ...group('members: ["jose\\u0301", josé.silva]'),
    ...people('people:', '  josé: "+44 7700 900009"', '  "jose\\u0301.silva": "+44 7700 900010"'),
  }),
  toCase(
    'a handle in NFD and NFC',
    {
      ...group('members: [josé]'),
      ...people('people:', '  josé: "+44 7700 900009"', '  "jose\\u0301": "+44 7700 900010"'),
    },
    'error _people.yaml:3:3 duplicate-key',
  ),
  ...[
    ['capitals', 'maria', 'Maria'],
    ['accents', 'jose', 'josé'],
    ['a letter with a stroke', 'soren', 'søren'],
    ['Cyrillic letters', 'ana', 'аnа'],
    ['l and 1', 'altol', 'alto1'],
    ['rn and m', 'arno', 'amo'],
    ['full-width letters', 'ana', 'ａna'],
  ].map(([what, one, other]) =>
    toCase(
      `handles that differ by ${what}`,
      {
        ...group(`members: [${one}, ${other}]`),
        ...people('people:', `  ${one}: "+44 7700 900009"`, `  ${other}: "+44 7700 900010"`),
      },
      'error _people.yaml:3:3 same-names',
    ),
  ),
  toCase('handles that differ by more', {
    ...group('members: [राम, रमा, ana, hanna]'),
    ...people(
      'people: { राम: "+44 7700 900009", रमा: "+44 7700 900010", ana: "+44 7700 900011", hanna: "+44 7700 900012" }',
    ),
  }),
  toCase(
    'teams that differ by capitals',
    { ...group('members: [team:a, team:A]'), ...people('teams:', '  a: []', '  A: []') },
    'error _people.yaml:3:3 same-names',
  ),
  ...['nobody', 'Everybody', 'me', 'team', 'all', 'semua', 'ninguém', 'somebody', 'Alguém'].map((word) =>
    toCase(
      `the handle ${word}`,
      { ...group(`members: [${word}]`), ...people('people:', `  ${word}: "+44 7700 900009"`) },
      'error _people.yaml:2:3 bad-handle',
    ),
  ),
  toCase(
    'a handle in curly quotes',
    {
      ...group('members: [“ana”]'),
      ...people('people:', '  ana: "+44 7700 900009"', '  “bo”: "+44 7700 900010"'),
    },
    'error _people.yaml:3:3 yaml-sign',
    'error g.yaml:2:11 bad-entry',
  ),
  toCase(
    'a handle that looks like the number of a spreadsheet',
    { ...group('members: [4.4E11]'), ...people('people:', '  4.4E11x: "+44 7700 900009"') },
    'error g.yaml:2:11 bad-phone',
  ),
  toCase(
    'a handle without a number',
    { ...group('members: [ana]'), ...people('people:', '  ana:') },
    'error _people.yaml:2:3 no-value',
  ),
  toCase(
    'a person without a number',
    { ...group('members: [ana]'), ...people('people:', '  ana: { name: Ana }') },
    'error _people.yaml:2:3 missing-key',
  ),
  toCase(
    'two people with one number',
    {
      ...group('members: [ana, bo]'),
      ...people('people:', '  ana: "+55 20 98765-4321"', '  bo: "+55 20 8765-4321"'),
    },
    'error _people.yaml:3:3 duplicate-phone',
    'error g.yaml:2:16 two-spellings',
  ),
  toCase(
    'an unused handle and team',
    { ...group(), ...people('people:', '  ana: "+44 7700 900009"', 'teams:', '  altos: []') },
    'warning _people.yaml:2:3 unused-handle',
    'warning _people.yaml:4:3 unused-team',
  ),
  toCase(
    'a team that is no list',
    { ...group('members: [team:a]'), ...people('teams:', '  a: ana') },
    'error _people.yaml:2:6 wrong-value',
  ),
  toCase(
    'putting back by a team',
    {
      ...group('members: [team:a]'),
      ...people('people: { ana: "+44 7700 900009" }', 'teams:', '  a: [{ person: ana, readd: 2026-12-31 }]'),
    },
    'error _people.yaml:3:7 bad-entry',
  ),
  toCase(
    'a team in itself',
    { ...group('members: [team:a]'), ...people('teams:', '  a: [team:a]') },
    'error _people.yaml:2:7 team-cycle',
  ),
  toCase(
    'a circle of teams',
    { ...group('members: [team:a]'), ...people('teams:', '  a: [team:b]', '  b: [team:c]', '  c: [team:a]') },
    'error _people.yaml:4:7 team-cycle',
  ),
  toCase(
    'a team beyond any group',
    { ...group('members: [team:a]'), ...people('teams:', `  a: [${manyNumbers(1024)}]`) },
    'error _people.yaml:2:3 too-many-people',
    'error g.yaml:1:1 too-many-people',
  ),
  toCase(
    'a group beyond the capacity',
    { ...quiet, ...group(`members: [${manyNumbers(1024)}]`) },
    'error g.yaml:1:1 too-many-people',
  ),
  toCase('a group at the capacity', { ...quiet, ...group(`members: [${manyNumbers(1023)}]`) }),
  // the whole
  toCase(
    'two files with one id',
    { ...quiet, 'g.yaml': 'id: 120363025982934543@g.us\n', 'h/g.yaml': 'id: 120363025982934543@g.us\n' },
    'error g.yaml:1:5 duplicate-id',
    'error h/g.yaml:1:5 duplicate-id',
  ),
  toCase('no groups', { ...quiet }, 'warning - no-groups'),
  // policy
  toCase(
    'an account that is not there',
    { ...quiet, ...group('account: second') },
    'error g.yaml:2:10 unknown-account',
  ),
  toCase(
    'no account chosen of two',
    { ...quiet, ...group(), '_policy.yaml': 'accounts: { a: "+44 7700 900001", b: "+44 7700 900009" }\n' },
    'error g.yaml:1:1 no-account',
  ),
  toCase(
    'one account twice',
    {
      ...quiet,
      ...group('account: a'),
      '_policy.yaml': 'accounts: { a: "+44 7700 900001", b: "+44 7700 900001" }\n',
    },
    'error _policy.yaml:1:38 duplicate-account',
  ),
  toCase(
    'account and accounts',
    { ...quiet, ...group(), ...policy('accounts: { a: "+44 7700 900009" }') },
    'error _policy.yaml:2:11 wrong-value',
  ),
  toCase(
    'accounts without one',
    { ...quiet, ...group(), '_policy.yaml': 'accounts: {}\n' },
    'error _policy.yaml:1:11 wrong-value',
  ),
  toCase(
    'no account',
    { ...quiet, ...group(), '_policy.yaml': 'language: en\n' },
    'error _policy.yaml:1:1 missing-key',
  ),
  toCase(
    'an unquoted account',
    { ...quiet, ...group(), '_policy.yaml': 'account: 447700900001\n' },
    'error _policy.yaml:1:10 unquoted-phone',
  ),
  toCase(
    'an unknown zone',
    { ...quiet, ...group(), ...policy('timezone: Europe/Londn') },
    'error _policy.yaml:2:11 wrong-value',
  ),
  ...['Etc/GMT-3', 'etc/gmt+12', 'EST', 'BST', 'IST', 'cst'].map((zone) =>
    toCase(
      `the zone ${zone}`,
      { ...quiet, ...group(), ...policy(`timezone: ${zone}`) },
      'warning _policy.yaml:2:11 odd-timezone',
    ),
  ),
  ...['Etc/UTC', 'UTC', 'GMT', 'Etc/GMT+0', 'CET', 'America/Sao_Paulo'].map((zone) =>
    toCase(`the zone ${zone}`, { ...quiet, ...group(), ...policy(`timezone: ${zone}`) }),
  ),
  ...['GMT+3', 'UTC-3', '+03:00'].map((zone) =>
    toCase(
      `the zone ${zone}`,
      { ...quiet, ...group(), ...policy(`timezone: "${zone}"`) },
      'error _policy.yaml:2:11 wrong-value',
    ),
  ),
  toCase(
    'an unknown country',
    { ...quiet, ...group(), ...policy('country: UK') },
    'error _policy.yaml:2:10 wrong-value',
  ),
  toCase(
    'an unknown language',
    { ...quiet, ...group(), ...policy('language: fr') },
    'error _policy.yaml:2:11 wrong-value',
  ),
  toCase(
    'a state folder elsewhere',
    { ...quiet, ...group(), ...policy('state: ../state') },
    'error _policy.yaml:2:8 wrong-value',
  ),
  toCase(
    'a state folder at the root',
    { ...quiet, ...group(), ...policy('state: /var/state') },
    'error _policy.yaml:2:8 wrong-value',
  ),
  toCase(
    'a protected stranger',
    { ...quiet, ...group(), ...policy('protected: [ana]') },
    'error _policy.yaml:2:13 unknown-handle',
  ),
  toCase(
    'a percentage without its sign',
    { ...quiet, ...group(), ...policy('limits: { removals: { group: 10 } }') },
    'error _policy.yaml:2:30 wrong-value',
  ),
  toCase(
    'more than all',
    { ...quiet, ...group(), ...policy('limits: { removals: { group: 101% } }') },
    'error _policy.yaml:2:30 wrong-value',
  ),
  toCase(
    'a negative limit',
    { ...quiet, ...group(), ...policy('limits: { adds: { run: -1 } }') },
    'error _policy.yaml:2:24 wrong-value',
  ),
  toCase(
    'an unknown limit',
    { ...quiet, ...group(), ...policy('limits: { removal: { run: 1 } }') },
    'error _policy.yaml:2:11 unknown-key',
  ),
  toCase(
    'a pace without its day',
    { ...quiet, ...group(), ...policy('pace: { adds: 40 }') },
    'error _policy.yaml:2:15 wrong-value',
  ),
  toCase(
    'a pause without its unit',
    { ...quiet, ...group(), ...policy('pace: { pause: 3-8 }') },
    'error _policy.yaml:2:16 wrong-value',
  ),
  toCase(
    'a pause backwards',
    { ...quiet, ...group(), ...policy('pace: { pause: 8s-3s }') },
    'error _policy.yaml:2:16 wrong-value',
  ),
];
