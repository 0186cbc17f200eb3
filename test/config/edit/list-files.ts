import { array, boolean, constantFrom, record } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import type { Edit } from '../../../src/config/edit/edits.ts';

/** Words of lists, as people write them. */
const listWords = [
  'ana',
  'budi',
  '"+44 7700 900002"',
  "'eka'",
  '{ person: citra, until: 2026-12-31 }',
  'team:altos',
];
const comments = ['', '', ' # treasurer', ' # [a, b: c] - d', '   # until: soon'];
const between = ['', '  # a comment: on its own', '# at the margin', '    '];

/** Lists of these words as people write them, in each of their forms. */
const arbitraryList = (words: readonly string[]) =>
  record({
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
type List = ReturnType<typeof arbitraryList> extends Arbitrary<infer T> ? T : never;

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

/** Files of groups whose two lists hold these words, in all styles. */
export const arbitraryFile = (words: readonly string[] = listWords): Arbitrary<string> =>
  record({
    top: constantFrom('', '# Book club\n', '\n# a: b\n\n'),
    name: constantFrom(
      'name: Book Club',
      'name: "B" # the club',
      'topic: |\n  First\n\n  - second\n',
      "'name': >-\n  a\n  b",
    ),
    members: arbitraryList(words),
    admins: arbitraryList(words),
    end: constantFrom('', '\n', '\n\n# the end\n'),
    isWindows: boolean(),
  }).map(({ top, name, members, admins, end, isWindows }) => {
    const text = `${top}${name}\n${writeList('members', members)}\n${writeList('admins', admins)}${end}`;
    return isWindows ? text.replaceAll('\n', '\r\n') : text;
  });

/** Every line that no edit touches is there still, byte for byte and in its order. */
export function expectKept(text: string, edits: readonly Edit[], edited: string): void {
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
