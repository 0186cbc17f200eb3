import { expect, test } from 'vitest';
import { toPeopleText } from '../../src/importing/people-text.ts';
import { english } from '../../src/words/english/english.ts';
import { read } from '../config/edit/meaning.ts';
import { lid } from '../support/choir.ts';

const people = [
  { handle: 'ana', written: '+44 7700 900002' },
  { handle: 'no', written: '+44 7700 900003', name: 'No "x": y\n# z' },
];
const lines = String.raw`ana: "+44 7700 900002"
no: { phone: "+44 7700 900003", name: "No \"x\": y\n# z" }`
  .replace('\nno:', '\n"no":')
  .split('\n');
const indented = lines.map((line) => `  ${line}\n`).join('');

test.each([
  [undefined, `people:\n${indented}`],
  ['people:\n  old: "+44 7700 900009" # x\n', `people:\n  old: "+44 7700 900009" # x\n${indented}`],
  ['people: {}\n', `people: { ${lines.join(', ')} }\n`],
  ['people: { old: "+1" }\n', `people: { old: "+1", ${lines.join(', ')} }\n`],
  ['teams:\n  x: [old]\n', `people:\n${indented}teams:\n  x: [old]\n`],
  [
    'people:\r\n    old: "+1"\r\nteams: {}\r\n',
    `people:\r\n    old: "+1"\r\n${lines.map((line) => `    ${line}\r\n`).join('')}teams: {}\r\n`,
  ],
])('%j gets new people', (before, after) => {
  const file = before === undefined ? undefined : { text: before, root: read(before) };
  expect(toPeopleText(file, people, english.imports.comments)).toBe(after);
});

test('whoever hides their number stands there with their LID, and what they are called as a comment', () => {
  const gita = { lid: lid('330631678702157'), handle: 'hidden', called: 'Gita\n- x' };
  const eko = { lid: lid('330631678702158'), handle: 'eko', name: 'Eko' };
  const text = toPeopleText(undefined, [gita, eko], english.imports.comments);
  expect(text).toBe(
    [
      'people:',
      String.raw`  hidden: { lid: "330631678702157" }  # "Gita\n- x" in WhatsApp, by your contacts or by themselves`,
      '  eko: { lid: "330631678702158", name: "Eko" }',
      '',
    ].join('\n'),
  );
});
