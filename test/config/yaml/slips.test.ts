import { describe, expect, test } from 'vitest';
import { findDiagnostics, toMark, usual } from '../files.ts';
import { group, people, policy, quiet } from '../mistake-cases.ts';
import type { Files } from '../files.ts';

/** What a hand slips on: the file, where it is told, and what the text must say of it. */
type Row = readonly [what: string, files: Files, mark: string, says: RegExp];

const lines = (...all: string[]): Files => ({ ...quiet, ...group(...all) });

const texts: readonly Row[] = [
  ['bold', lines('topic: *Important* read the rules'), 'yaml-quotes', /begins with `\*` must be in quotes/],
  ['bold alone', lines('topic: *Important*'), 'yaml-anchor', /begins with one must be in quotes/],
  ['an exclamation', lines('topic: !Read this'), 'yaml-tag', /begins with `!` must be in quotes/],
  ['an ampersand', lines('topic: & more'), 'yaml-quotes', /begins with `&`/],
  ['a mention', lines('topic: @ana leads'), 'yaml-quotes', /begins with `@`/],
  ['code', lines('topic: ```x``` y'), 'yaml-quotes', /begins with a backtick/],
  ['a percentage', lines('topic: %off'), 'yaml-quotes', /begins with `%`/],
  ['a quotation', lines('topic: > what he said'), 'yaml-quotes', /begins with `>`/],
  ['a bar', lines('topic: | what'), 'yaml-quotes', /begins with `\|`/],
  ['a bullet', lines('topic: - bring water'), 'yaml-quotes', /begins with `-`/],
  ['brackets', lines('topic: [old] Altos'), 'yaml-quotes', /begins with `\[`/],
  ['braces', lines('topic: {x} Altos'), 'yaml-quotes', /begins with `\{`/],
  ['a quoted beginning', lines('topic: "Altos" of 2026'), 'yaml-quotes', /quotes of the other kind/],
  ['an apostrophe', lines("topic: 'don't forget'"), 'yaml-quotes', /quotes of the other kind/],
  ['a colon', lines('topic: Rehearsal: Thursday'), 'yaml-quotes', /colon stands before a space/],
  [
    'a second line',
    lines('topic: Hello', 'world of song'),
    'yaml-sign',
    /lines of a text stand below `topic: \|`/,
  ],
  ['an open quote', lines('topic: "abc'), 'yaml-syntax', /quote at its end is missing/],
  ['a backslash', lines(String.raw`topic: "C:\dir"`), 'yaml-syntax', /Write two backslashes/],
];

const spaces: readonly Row[] = [
  [
    'hard spaces before an entry',
    lines('members:', '\u00a0 \u00a0 - ana'),
    'yaml-space',
    /indented with a hard space \(U\+00A0\)/,
  ],
  [
    'hard spaces that make a text',
    lines('members:', '  \u00a0- ana', '  \u00a0- budi'),
    'yaml-space',
    /U\+00A0/,
  ],
  ['a narrow hard space', lines('members:', '\u202f\u202f- ana'), 'yaml-space', /U\+202F/],
  ['a full-width space', lines('members:', '\u3000- ana'), 'yaml-space', /full-width space \(U\+3000\)/],
  ['an en space', lines('members:', '\u2002- ana'), 'yaml-space', /U\+2002/],
  ['a space without width', lines('\u200btopic: x'), 'yaml-space', /U\+200B/],
  ['after the hyphen', lines('members:', '  -\u00a0ana'), 'yaml-space', /After the hyphen/],
  ['after the colon', lines('topic:\u00a0x'), 'yaml-space', /After the colon/],
  ['before the colon', lines('topic\u00a0: x'), 'yaml-space', /Before the colon/],
  ['after a value', lines('announce: true\u00a0'), 'yaml-space', /At the end/],
  [
    'before a handle',
    { ...lines(), ...people('people:', '  \u00a0ana: "+44 7700 900002"') },
    'yaml-space',
    /U\+00A0/,
  ],
  [
    'line breaks of old',
    { ...quiet, 'g.yaml': 'name: G\rtopic: x\r' },
    'yaml-space',
    /line break of another kind/,
  ],
  ['a line separator', lines('topic: x\u2028locked: true'), 'yaml-space', /U\+2028/],
];

const signs: readonly Row[] = [
  ['no space after a colon', lines('topic:Altos'), 'yaml-sign', /space after the colon/],
  ['in a map', lines('members: [{person:ana, until:2026-12-31}]'), 'yaml-sign', /space after the colon/],
  [
    'in half a map',
    lines('members: [{person: "+44 7700 900002", until:2026-12-31}]'),
    'yaml-sign',
    /space after the colon/,
  ],
  ['in an entry', lines('members:', '  - person:ana'), 'yaml-sign', /space after the colon/],
  [
    'before quotes',
    { ...lines(), ...people('people:', '  ana:"+44 7700 900002"') },
    'yaml-sign',
    /space after the colon/,
  ],
  ['before brackets', lines('members:[ana]'), 'yaml-sign', /space after the colon/],
  [
    'in the policy',
    { ...quiet, ...lines(), ...policy('manage:exact') },
    'yaml-sign',
    /space after the colon/,
  ],
  ['no space after a hyphen', lines('members:', '  -ana', '  -budi'), 'yaml-sign', /space after the hyphen/],
  ['a dash for a hyphen', lines('members:', '  – ana', '  – budi'), 'yaml-sign', /begins with `–`/],
  ['a bullet for a hyphen', lines('members:', '  • ana'), 'yaml-sign', /begins with `•`/],
  ['a star for a hyphen', lines('members:', '  * ana'), 'yaml-sign', /begins with `\*`/],
  ['a plus for a hyphen', lines('members:', '  + ana'), 'yaml-sign', /begins with `\+`/],
  ['a full-width colon', lines('topic\uff1a x'), 'yaml-sign', /full-width/],
  ['an equals sign', lines('topic = x'), 'yaml-sign', /stands `=`/],
  ['a typographic key', lines('“topic”: x'), 'yaml-sign', /without quotes/],
  ['a fence', { ...quiet, 'g.yaml': '```yaml\nname: G\n' }, 'yaml-sign', /fence of a code block/],
  ['a comment of code', lines('// the altos'), 'yaml-sign', /begins with `#`/],
  ['an entry of nothing', lines('- ana'), 'yaml-sign', /belongs to no list/],
  ['an open list', lines('members: [ana, budi', 'topic: x'), 'yaml-syntax', /a `\]` is missing/],
  [
    'a missing comma',
    lines('members: ["+44 7700 900002" "+44 7700 900003"]'),
    'yaml-syntax',
    /comma is missing/,
  ],
  ['a missing comma of words', lines('members: [ana budi]'), 'bad-entry', /stands a comma/],
  ['semicolons', lines('members: [ana; budi]'), 'bad-entry', /stands a comma/],
  ['a mention for a handle', lines('members: ["@ana"]'), 'bad-entry', /without the `@`/],
  [
    'an entry that is indented too far',
    lines('members:', '  - ana', '   - budi'),
    'yaml-indent',
    /belongs to the text/,
  ],
  [
    'an entry that is indented too little',
    lines('members:', '    - ana', '  - budi'),
    'yaml-indent',
    /another number of spaces/,
  ],
  ['a key that is indented', lines('  topic: x'), 'yaml-indent', /another number of spaces/],
];

const ids: readonly Row[] = [
  [
    'an invite link',
    lines('id: https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv'),
    'wrong-value',
    /is an invite link.*info-from-link/,
  ],
  [
    'without a scheme',
    lines('id: chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv?mode=ac_t'),
    'wrong-value',
    /is an invite link/,
  ],
  [
    'of the app',
    lines('id: whatsapp://chat/?code=AbCdEfGhIjKlMnOpQrStUv'),
    'wrong-value',
    /is an invite link/,
  ],
  ['its code', lines('id: AbCdEfGhIjKlMnOpQrStUv'), 'wrong-value', /code of an invite link/],
  ['a channel', lines('id: 120363025982934543@newsletter'), 'wrong-value', /is a channel/],
  [
    'a link to a channel',
    lines('id: https://whatsapp.com/channel/0029VaAbCd'),
    'wrong-value',
    /is a channel/,
  ],
  ['a person', lines('id: 447700900002@s.whatsapp.net'), 'wrong-value', /address of a person/],
  ['a link to a person', lines('id: https://wa.me/447700900002'), 'wrong-value', /address of a person/],
  ['any link', lines('id: https://example.org/altos'), 'wrong-value', /is a link/],
  ['no server', lines('id: "120363025982934543"'), 'wrong-value', /missing is `@g\.us`/],
  ['a link for a member', lines('members: ["https://wa.me/447700900002"]'), 'bad-entry', /is a link/],
  [
    'a group for a member',
    lines('members: ["https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv"]'),
    'bad-entry',
    /invite link of a group/,
  ],
];

const values: readonly Row[] = [
  ['1,025 emoji', lines(`topic: ${'🎶'.repeat(1025)}`), 'wrong-value', /It has 2,050, as WhatsApp counts/],
  ['51 emoji in a name', { ...quiet, 'g.yaml': `name: ${'🎶'.repeat(51)}\n` }, 'wrong-value', /It has 102/],
  ['true for a name', { ...quiet, 'g.yaml': 'name: true\n' }, 'wrong-value', /words of YAML/],
  ['null for a name', { ...quiet, 'g.yaml': 'name: null\n' }, 'no-value', /words of YAML/],
  ['a tilde for a topic', lines('topic: ~'), 'no-value', /words of YAML/],
  ['UK', { ...quiet, ...lines(), ...policy('country: UK') }, 'wrong-value', /Did you mean `GB`/],
  ['a small country', { ...quiet, ...lines(), ...policy('country: id') }, 'wrong-value', /Did you mean `ID`/],
  [
    'a country by name',
    { ...quiet, ...lines(), ...policy('country: Brasil') },
    'wrong-value',
    /Did you mean `BR`/,
  ],
  ['three letters', { ...quiet, ...lines(), ...policy('country: IDN') }, 'wrong-value', /Did you mean `ID`/],
  [
    'a city for a zone',
    { ...quiet, ...lines(), ...policy('timezone: jakarta') },
    'wrong-value',
    /Did you mean `Asia\/Jakarta`/,
  ],
  [
    'WIB for a zone',
    { ...quiet, ...lines(), ...policy('timezone: WIB') },
    'wrong-value',
    /Did you mean `Asia\/Jakarta`/,
  ],
  [
    'typographic quotes',
    { ...quiet, 'g.yaml': 'name: “Altos”\n' },
    'quoted-text',
    /WhatsApp would show them/,
  ],
  [
    'no quotes around a number',
    { ...lines(), ...people('people:', '  ana: 07700900002') },
    'unquoted-phone',
    /Put it in quotes/,
  ],
];

/** What only somebody who knows the library understands. */
const jargon = /Implicit|[Nn]ested mapping|scalar|block sequence|Flow/;

describe.each([
  ['a text that needs quotes', texts],
  ['a space that is none', spaces],
  ['a sign that is another one', signs],
  ['what is no id', ids],
  ['a value', values],
] as const)('%s', (_, rows) => {
  test.each(rows)('%s', (_what, files, code, says) => {
    const found = findDiagnostics({ ...usual, ...files }).filter((each) => !each.code.startsWith('unused-'));
    expect(found.map((each) => each.code)).toEqual([code]);
    expect(found[0]?.detail).toMatch(says);
    expect(found[0]?.detail).not.toMatch(jargon);
  });
});

test('a text may hold all that would be a slip elsewhere', () => {
  const topic = [
    '- one',
    '• two',
    '  \u00a0three',
    '*four*',
    'five:six',
    '-seven',
    '// eight',
    'name = nine',
  ];
  const files = lines('topic: |', ...topic.map((line) => `  ${line}`), 'locked: true');
  expect(findDiagnostics({ ...usual, ...files })).toEqual([]);
});

describe('what follows from a mistake is not told beside it', () => {
  test.each([
    [
      'a key of the policy',
      { '_policy.yaml': 'acount: "+44 7700 900001"\n' },
      ['error _policy.yaml:1:1 unknown-key'],
    ],
    ['the name of a new group', { 'g.yaml': 'nam: G\n' }, ['error g.yaml:1:1 unknown-key']],
    [
      'the number of somebody',
      people('people:', '  ana: { phon: "+44 7700 900002" }'),
      ['error _people.yaml:2:10 unknown-key'],
    ],
    [
      'the country',
      { ...policy('country: UK'), ...people('people:', '  ana: "07700 900002"') },
      ['error _policy.yaml:2:10 wrong-value'],
    ],
    [
      'a policy that is no YAML',
      { '_policy.yaml': 'account: "+44\n', ...people('people:', '  ana: "07700 900002"') },
      ['error _policy.yaml:2:1 yaml-syntax'],
    ],
    [
      'the time zone',
      {
        ...policy('timezon: Europe/London', 'manage: exact'),
        ...group('members: [{ person: "+44 7700 900003", until: 2026-12-31 }]'),
      },
      ['error _policy.yaml:2:1 unknown-key'],
    ],
  ] as const)('%s', (_, files, marks) => {
    const found = findDiagnostics({ ...usual, ...quiet, ...group('members: []'), ...files } as Files);
    expect(found.map(toMark)).toEqual(marks);
  });
});
