import { array, assert as check, boolean, constantFrom, nat, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addItems, findComment, removeItems } from '../../../src/config/edit/edit-list.ts';
import type { Edit } from '../../../src/config/edit/edits.ts';
import { applyEdits } from '../../../src/config/edit/edits.ts';
import type { YamlList, YamlMap } from '../../../src/config/yaml/node.ts';
import { read, toMeaning } from './meaning.ts';

function findList(root: YamlMap, key: string): YamlList {
  const value = root.pairs.find((pair) => pair.key === key)?.value;
  if (value?.kind !== 'list') throw new Error(`no list ${key}`);
  return value;
}

const words = [
  'ana',
  'budi',
  '"+44 7700 900002"',
  "'eka'",
  '{ person: citra, until: 2026-12-31 }',
  'team:altos',
];
const comments = ['', '', ' # treasurer', ' # [a, b: c] - d', '   # until: soon'];
const between = ['', '  # a comment: on its own', '# at the margin', '    '];

/** Lists as people write them, in each of their forms. */
const list = record({
  form: constantFrom('lines', 'margin', 'brackets', 'wide', 'folded'),
  items: array(
    record({
      word: constantFrom(...words),
      comment: constantFrom(...comments),
      after: constantFrom('', '', ...between),
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
  head: constantFrom('', ' # all of them: everybody'),
});
type List = typeof list extends { generate: (...args: never[]) => { value: infer T } } ? T : never;

function writeList(key: string, { form, items, head }: List): string {
  if (form === 'brackets') return `${key}: [${items.map(({ word }) => word).join(', ')}]${head}`;
  if (form === 'wide') return `${key}: [ ${items.map(({ word }) => word).join(' , ')}, ]${head}`;
  if (form === 'folded')
    return `${key}: [${items.map(({ word, comment }) => `\n    ${word},${comment}`).join('')}\n  ]${head}`;
  const indent = form === 'lines' ? '  ' : '';
  const lines = items.flatMap(({ word, comment, after }) => [
    `${indent}- ${word}${comment}`,
    ...(after ? [after] : []),
  ]);
  return [`${key}:${head}`, ...lines].join('\n');
}

const file = record({
  top: constantFrom('', '# Book club\n', '\n# a: b\n\n'),
  name: constantFrom(
    'name: Book Club',
    'name: "B" # the club',
    'topic: |\n  First\n\n  - second\n',
    "'name': >-\n  a\n  b",
  ),
  members: list,
  admins: list,
  end: constantFrom('', '\n', '\n\n# the end\n'),
  isWindows: boolean(),
}).map(({ top, name, members, admins, end, isWindows }) => {
  const text = `${top}${name}\n${writeList('members', members)}\n${writeList('admins', admins)}${end}`;
  return isWindows ? text.replaceAll('\n', '\r\n') : text;
});

/** Every line that no edit touches is there still, byte for byte and in its order. */
function expectKept(text: string, edits: readonly Edit[], edited: string): void {
  const touched = (start: number, end: number) => edits.some((edit) => edit.start < end && edit.end > start);
  let at = 0;
  let from = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const isTouched =
      touched(at, at + line.length) || edits.some(({ start }) => start > at && start < at + line.length);
    at += line.length;
    if (isTouched) continue;
    const body = line.replace(/\r?\n$/, '');
    const found = edited.indexOf(body, from);
    expect(found).toBeGreaterThanOrEqual(0);
    from = found + body.length;
  }
}

describe('lists', () => {
  test('take items, and everything else stays as it is', () => {
    check(
      property(
        file,
        array(constantFrom('fay', '"gus"', '{ person: hal, by: invite }'), { minLength: 1, maxLength: 3 }),
        (text, items) => {
          const root = read(text);
          const edits = addItems(text, findList(root, 'members'), items);
          const edited = applyEdits(text, edits);
          const added = read(`a: [${items.join(', ')}]`).pairs[0]?.value;
          const meaning = toMeaning(root) as [string, unknown[]][];
          expect(toMeaning(read(edited))).toEqual(
            meaning.map(([key, value]) => [
              key,
              key === 'members' ? [...value, ...(toMeaning(added) as unknown[])] : value,
            ]),
          );
          expectKept(text, edits, edited);
          expect(edited.includes('\r\n')).toBe(text.includes('\r\n'));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('lose items, with their comments, and everything else stays as it is', () => {
    check(
      property(file, array(nat(5), { minLength: 1, maxLength: 6 }), (text, places) => {
        const root = read(text);
        const members = findList(root, 'members');
        const gone = new Set(places.flatMap((place) => members.items[place] ?? []));
        const edits = removeItems(text, members, gone);
        const edited = applyEdits(text, edits);
        const meaning = toMeaning(root) as [string, unknown[]][];
        const kept = members.items.filter((item) => !gone.has(item)).map(toMeaning);
        expect(toMeaning(read(edited))).toEqual(
          meaning.map(([key, value]) => [key, key === 'members' ? kept : value]),
        );
        expectKept(text, edits, edited);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['members: []\n', 'members:\n  - ana\n'],
    ['members: [] # nobody yet', 'members: # nobody yet\n  - ana'],
    ['a: { members: [] }\n', 'a: { members: [ana] }\n'],
    ['members:\n- b', 'members:\n- b\n- ana'],
    ['members: [b, ] # c\n', 'members: [b, ana, ] # c\n'],
  ])('%j with one more is %j', (text, wanted) => {
    const [pair] = read(text).pairs;
    const value = pair?.value?.kind === 'map' ? pair.value.pairs[0]?.value : pair?.value;
    if (value?.kind !== 'list') throw new Error('a list');
    expect(applyEdits(text, addItems(text, value, ['ana']))).toBe(wanted);
  });

  test.each([
    ['members:\n  - ana # c\nname: a\n', 'members: []\nname: a\n'],
    ['members: # all\n  # of: us\n  - ana\n', 'members: [] # all\n  # of: us\n'],
    ['members: [ana] # c\n', 'members: [] # c\n'],
  ])('%j without anybody is %j', (text, wanted) => {
    const members = findList(read(text), 'members');
    expect(applyEdits(text, removeItems(text, members, new Set(members.items)))).toBe(wanted);
  });

  test('the comment behind an item can be read', () => {
    const text = 'members:\n  - ana # treasurer\n  - budi\nadmins: [ana] # one\n';
    const root = read(text);
    expect(findList(root, 'members').items.map((item) => findComment(text, item))).toEqual([
      'treasurer',
      undefined,
    ]);
    expect(findList(root, 'admins').items.map((item) => findComment(text, item))).toEqual(['one']);
  });
});
