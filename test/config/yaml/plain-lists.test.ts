import { array, assert as check, constantFrom, oneof, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCollection, isPair, isScalar, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { liftLists } from '../../../src/config/yaml/plain-lists.ts';
import { parsePlainly } from '../../../src/config/yaml/parse-yaml.ts';

/** The library alone: what everything must come to. */
function parseAlone(text: string): Document {
  return parseDocument(text, { version: '1.2', uniqueKeys: false, prettyErrors: false });
}

/** All of a document that anybody looks at: kinds, values, sources and places of nodes, and the mistakes. */
function describeDocument({ contents, errors }: Document): unknown {
  return {
    contents: describeNode(contents),
    errors: errors.map(({ code, pos, message }) => [code, pos, message]),
  };
}

function describeNode(node: unknown): unknown {
  if (isPair(node)) return [describeNode(node.key), describeNode(node.value)];
  if (isScalar(node)) {
    const { value, source, type, tag, anchor, range } = node;
    return { value, source, type, tag, anchor, place: range?.slice(0, 2) };
  }
  if (!isCollection(node)) return node;
  const { flow, tag, anchor, range } = node;
  // Where a collection ends depends on the comments after it, and nobody asks for it.
  return { flow: flow === true, tag, anchor, start: range?.[0], items: node.items.map(describeNode) };
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

describe('plain lists', () => {
  test('come to what the library makes of them, whatever stands around them', () => {
    let compared = 0;
    check(
      property(text, (yaml) => {
        const alone = parseAlone(yaml);
        expect(describeDocument(parsePlainly(yaml))).toEqual(describeDocument(alone));
        if (liftLists(yaml).lists.length > 0 && alone.errors.length === 0) compared += 1;
      }),
      { numRuns: 3000 },
    );
    // Otherwise nothing was compared but the library with itself.
    expect(compared).toBeGreaterThan(150);
  });

  test('are taken out, and leave everything else where it was', () => {
    const yaml =
      'id: 1\nmembers: # all\n  - ana\n\n  - { person: budi }\n  - "+44 7700 900002" # guest\nname: A\n';
    const { text: rest, lists } = liftLists(yaml);
    expect(rest).toHaveLength(yaml.length);
    expect(
      rest
        .replaceAll(/ +/g, ' ')
        .split('\n')
        .filter((each) => each.trim() !== ''),
    ).toEqual(['id: 1', 'members: # all', ' - { person: budi }', 'name: A']);
    expect(lists).toMatchObject([
      { key: 6, kept: 1, entries: [{ value: 'ana' }, { value: '+44 7700 900002' }] },
    ]);
  });

  test.each([
    ['another indentation', 'members:\n  - ana\n   - budi\n'],
    ['an anchor', 'members:\n  - ana\n  - &b budi\n'],
    ['a text over two lines', 'members:\n  - ana\n    banana\n'],
    ['a list at the margin', 'members:\n- ana\n'],
    ['a tab', 'members:\n  - ana\t\n'],
    ['a line of a text', 'topic: |\n  members:\n    - ana\n'],
  ])('%s is for the library', (_, yaml) => {
    expect(liftLists(yaml)).toEqual({ text: yaml, lists: [] });
  });
});
