import { array, assert as check, boolean, constantFrom, nat, oneof, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toLocator } from '../../../src/config/yaml/locate.ts';
import { readDocument } from '../../../src/config/yaml/document.ts';
import { readEvents } from '../../../src/config/yaml/events.ts';

/** What the library `yaml` makes of a text: what everything must come to. */
function readWhole(text: string) {
  return readDocument(text, toLocator({ path: 'a.yaml', file: 'groups/a.yaml', text }));
}

const plain = [
  '- ana',
  '- team:altos',
  '- "+44 7700 900002"',
  '- lid:330631678702157',
  '- budi # treasurer',
  '- ""',
];
const other = [
  '- { person: citra, until: 2026-12-31 }',
  '- { person: "+44 7700 900004" } # guest',
  '- 4a',
  '- 1e5',
  '- true',
  '- NULL',
];
const odd = [
  '- "a\\u0041 \\x41"',
  '- "over',
  '  two lines"',
  "- 'it''s'",
  '- 0x1F',
  '- 0o17',
  '- .5',
  '- -.inf',
  '- .NaN',
  '- +12',
  '- 007',
  '- 1_000',
  '- 2026-12-31',
  '- 12:30',
  '- ~',
  '- { a, b: c }',
  '- { ? a : b }',
  '- [a: b, c]',
  '- [ "a":b ]',
  '- [a,b,]',
  '- {a: 1, a: 2}',
  '- {  a: [ { b: c } ] } # d',
  '- [ # c',
  '   a, ]',
  '- {a: "b"c}',
  '- a: 1',
  '  b: 2',
  '- #cut',
  '- ana #cut',
  '- "ana" #cut',
  '- ana\u00a0budi',
  '- \u00a0ana',
  '- café',
  '- 👋 hi',
  '- @a',
  '- `a`',
  '- %a',
  '- |2',
  '- >+',
  '- |-1 # c',
  '- <<',
  '- =',
  '- a # b # c',
  '- a: b: c',
  '- "a": b',
  '- "a\\tb"',
  "- 'dewi'",
  '- &a ana',
  '- *a',
  '- !!str ana',
  '- [ana]',
  '- {',
  '- }',
  '- "',
  '- ana: budi',
  '- ana:',
  '-',
  '- -',
  '- |',
  '- >-',
  '- ana budi',
  '- eka#no',
  '- eka #',
  'ana',
  '- ? a',
  '- + b',
  '-\tana',
  '-  ana',
  '- ana\t',
  '- ana\u2028',
  '- { a: { b: c } }',
  '- { a: "b }',
  '- { a b, c }',
  '- { "a" "b" }',
  '- {a:b}',
  '- { , }',
];
const between = [
  '',
  '   ',
  '# nobody else',
  '  # indented',
  '\t',
  '\r',
  '---',
  '...',
  '%YAML 1.1',
  '"',
  "'",
  '}',
  '- zero',
  '? a',
];
/** Entries of maps, plain and not. */
const plainPairs = ['ana: "+44 7700 900002"', 'eka: "+44 7700 900006" # treasurer', 'fay: ""'];
const pairs = [
  ...plainPairs,
  'budi: { phone: "+44 7700 900003", name: Budi }',
  'ana: +44 7700 900002',
  'true: "+44 7700 900004"',
  'citra: "+44',
  'dewi: {',
  'ana: "+44 7700 900002" x',
  '4a: "1"',
  'gus:',
  '? ana',
  'ana : "1"',
  'ana:"1"',
];
const keys = [
  'topic: |-',
  'topic: >+ # folded',
  'topic: |2',
  'topic: "a\\n',
  'topic: two',
  '  lines',
  '"topic": a',
  'topic : a',
  '<<: a',
  'name: B #cut',
  'name: "B" #cut',
  'photo: #none',
  'photo:   # none',
  'id: 12 # a',
  'id: 1e3',
  'true: a',
  '12: a',
  '? name',
  ': a',
  'émile: a',
  'a.b: c',
  'empty: []',
  'none: {}',
  'none: { } # a',
  'bits: [a, b',
  '  , c]',
  'people:',

  'members:',
  'admins:',
  'members: # all',
  'topic: |',
  'topic: >',
  'topic: "',
  "name: '",
  'name: a',
  'manage: {',
  'x: [',
  'members: # a',
  ' members:',
  'a\u2028members:',
  '"a',
  '{ a: 1,',
  '[',
];

const indents = ['', ' ', '  ', '  ', '  ', '  ', '    '];
const entry = tuple(
  constantFrom(...indents),
  oneof({ arbitrary: constantFrom(...plain), weight: 8 }, constantFrom(...other), constantFrom(...odd)),
).map(([indent, text]) => indent + text);
/** A list as people write it, all at one indentation. */
const list = tuple(
  constantFrom('  ', ' '),
  array(constantFrom(...plain, ...plain, ...other), { minLength: 1, maxLength: 5 }),
).map(([indent, entries]) => entries.map((text) => indent + text).join('\n'));
/** A map of handles, and what is not quite one. */
const map = tuple(
  constantFrom('  ', ' '),
  array(constantFrom(...plainPairs, ...plainPairs, ...pairs, ...plain), { minLength: 1, maxLength: 5 }),
).map(([indent, entries]) => entries.map((pair) => indent + pair).join('\n'));
const plainMap = array(constantFrom(...plainPairs), { minLength: 1, maxLength: 4 }).map((entries) =>
  entries.map((pair) => `  ${pair}`).join('\n'),
);
/** A key and its list, as nearly all of a folder's text is. */
const keyed = tuple(
  constantFrom('members:', 'admins:', 'members: # all', ' members:'),
  oneof(list, plainMap, map),
).map((lines) => lines.join('\n'));
const line = oneof(
  { arbitrary: keyed, weight: 5 },
  { arbitrary: constantFrom('id: a', 'name: B', 'topic: |\n  C'), weight: 3 },
  { arbitrary: constantFrom(...keys), weight: 2 },
  entry,
  list,
  constantFrom(...between),
);
const text = tuple(
  array(line, { minLength: 1, maxLength: 9 }),
  constantFrom('\n', '\n', '\r\n'),
  constantFrom('', '\n'),
).map(([lines, newline, end]) => lines.join(newline) + end);

/** Usual texts with a few letters put in or taken out anywhere. */
const letter = constantFrom(
  ...' \n:-#"\'[]{},|>&*!?%@~0.+=<é\u00a0\t\r\u2028\ufeff\u00ad👋a',
  '\n  ',
  '\n- ',
  ': ',
  ' #',
  '\n\n',
);
const slip = tuple(nat(400), letter, boolean());
const slipped = tuple(text, array(slip, { minLength: 1, maxLength: 3 })).map(([yaml, slips]) =>
  slips.reduce((before, [at, put, takes]) => {
    const place = at % (before.length + 1);
    return before.slice(0, place) + put + before.slice(takes ? place + 1 : place);
  }, yaml),
);

describe('texts as events', () => {
  test.each([
    ['as people write them', text, 200],
    ['with slips in them', slipped, 80],
  ])('%s come to what the library makes of them, or are left to it', (_, texts, least) => {
    let compared = 0;
    check(
      property(texts, (yaml) => {
        const root = readEvents(yaml);
        if (!root) return;
        compared += 1;
        expect({ root, diagnostics: [] }).toEqual(readWhole(yaml));
      }),
      { numRuns: 3000 },
    );
    // Otherwise next to nothing was compared.
    expect(compared).toBeGreaterThan(least);
  });
});
