import { expect, test } from 'vitest';
import { hidden, living, liveGroup, settings } from '../support/choir.ts';
import { followWith } from './adopting-stage.ts';

test('settings and lists change in one go, and nothing else does', async () => {
  const before = [
    '',
    '# Our altos',
    "name: 'Altos'   # since 1998",
    '  # between',
    'photo: photos/altos.jpg # by Ana',
    'members: [ p2 ,p3 ] # all: of them',
    'allow: { removals: 3, until: 2026-07-01, reason: "split: two" }',
    '',
  ].join('\r\n');
  const live = liveGroup({
    people: [living(2)],
    settings: { ...settings, name: 'Alti' },
    unidentified: [hidden('330000000000020')],
  });
  const after = before.replace("'Altos'", '"Alti"').replace('[ p2 ,p3 ]', '[ p2 ,p3, lid:330000000000020 ]');
  const { text, left, faults } = await followWith(before, live);
  // Who is missing may be the one who hides.
  expect({ text, left, faults }).toEqual({
    text: after,
    left: [['perhaps-there', 'p3']],
    faults: [],
  });
});

test('whoever is in no file is written with what they are called, which is a comment and nothing else', async () => {
  const live = liveGroup({
    people: [living(2), living(3), living(9)],
    unidentified: [hidden('330000000000020')],
  });
  const wanted = [
    'members:',
    '  - p2',
    '  - p3',
    String.raw`  - "+447700900009" # "Gus\n# \u202e\"", they say`,
    '  - lid:330000000000020 # "Hidden", they say',
    '',
  ].join('\n');
  expect((await followWith('members:\n  - p2\n', live)).text).toBe(wanted);
  // On one line there is no room for it.
  expect((await followWith('members: [p2]\n', live)).text).toBe(
    'members: [p2, p3, "+447700900009", lid:330000000000020]\n',
  );
});
