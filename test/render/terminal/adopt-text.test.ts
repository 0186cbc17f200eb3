import { describe, expect, test } from 'vitest';
import type { NotAdoptedReason } from '../../../src/domain/adoption.ts';
import { languages } from '../../../src/domain/organisation.ts';
import { renderAdoption } from '../../../src/render/terminal/adopt-text.ts';
import { escapeTerminal } from '../../../src/safe/escape.ts';
import { loadWords } from '../../../src/words/load-words.ts';
import { english } from '../../../src/words/english/english.ts';

const plain = { colour: false, ascii: false };
const file = escapeTerminal('groups/altos.yaml');
const nothing = { photos: [], left: [], unread: [], faults: [] };

test('differences, what stays, what could not be read, and what is wrong', () => {
  const view = {
    photos: [{ file, path: escapeTerminal('photos/altos.jpg') }],
    left: [
      { file, reason: 'by-defaults' as const, label: escapeTerminal('ana') },
      { file, reason: 'no-value' as const, setting: 'topic' as const },
      { file, reason: 'observe' as const },
    ],
    unread: [{ file, reason: 'failed' as const, text: escapeTerminal('timeout') }],
    faults: [{ file, fault: 'still-differs' as const }],
  };
  const changes = [{ file: 'groups/altos.yaml', before: 'name: A\n', after: 'name: "B +447700900009"\n' }];
  expect(renderAdoption(view, changes, english, plain)).toMatchInlineSnapshot(`
    "1 file follows its group, as somebody left it on a phone:

    groups/altos.yaml
    @ line 1
    -name: A
    +name: "B +•••••••••009"
      · groups/altos.yaml: the group's photo is saved as photos/altos.jpg

    Stays as it is
      · groups/altos.yaml, ana: a _defaults.yaml names them, which is for all its groups: change it there
      · groups/altos.yaml, the description: no file can hold what the group has: change it on a phone
      · groups/altos.yaml: the file only watches this (manage: observe): it is what the group is measured by

    Could not be read
      · groups/altos.yaml: could not be read, so nothing is done here: timeout

    Nothing was written: the files as they would be are not what was asked for.
      · groups/altos.yaml: the group would still differ from it
    "
  `);
});

describe.each(languages)('in %s', (language) => {
  test('everything has words of its own', async () => {
    const words = await loadWords(language);
    const reasons = Object.keys(words.adopt.reasons) as NotAdoptedReason[];
    const left = reasons.map((reason) => ({ file, reason }));
    const lines = renderAdoption({ ...nothing, left }, [], words, plain).split('\n');
    expect(lines.filter((line) => line.includes('altos.yaml'))).toHaveLength(reasons.length);
    expect(new Set(Object.values(words.adopt.reasons)).size).toBe(reasons.length);
    expect(renderAdoption(nothing, [], words, plain)).toBe(`${words.adopt.nothing}\n`);
  });
});

test('numbers are shown to a terminal that asks for them alone', () => {
  const changes = [{ file: 'a.yaml', before: '', after: '- "+447700900009"\n' }];
  expect(renderAdoption(nothing, changes, english, plain)).not.toContain('447700900009');
  expect(renderAdoption(nothing, changes, english, { ...plain, showPhones: true })).toContain('447700900009');
});
