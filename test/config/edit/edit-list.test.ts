import { array, assert as check, constantFrom, nat, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addItems, findComment, removeItems } from '../../../src/config/edit/edit-list.ts';
import { applyEdits } from '../../../src/config/edit/edits.ts';
import type { YamlList, YamlMap } from '../../../src/config/yaml/node.ts';
import { arbitraryFile, expectKept } from './list-files.ts';
import { read, toMeaning } from './meaning.ts';

const file = arbitraryFile();

function findList(root: YamlMap, key: string): YamlList {
  const value = root.pairs.find((pair) => pair.key === key)?.value;
  if (value?.kind !== 'list') throw new Error(`no list ${key}`);
  return value;
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

  test.each([
    ['members: [\n  b,\n  ana # c\n]\n', 'members: [\n  b,\n]\n'],
    ['members: [\n  b,\n  ana, # c\n  ana\n]\n', 'members: [\n  b,\n]\n'],
    ['members: [b, ana] # c\n', 'members: [b] # c\n'],
    ['members: [b,\n  ana]\n', 'members: [b]\n'],
  ])('%j loses its last ones with their comments: %j', (text, wanted) => {
    const members = findList(read(text), 'members');
    expect(applyEdits(text, removeItems(text, members, new Set(members.items.slice(1))))).toBe(wanted);
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
