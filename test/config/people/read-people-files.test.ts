import { expect, test } from 'vitest';
import { toSkeleton } from '../../../src/safe/lookalikes.ts';
import { readPeopleFiles } from '../../../src/config/people/read-people-files.ts';
import { toAscii } from '../../../src/config/people/to-ascii.ts';
import { createPhoneReader } from '../../../src/config/phone/phone-reader.ts';
import { readSheet } from '../../../src/config/sheet/read-sheet.ts';
import type { Diagnostic } from '../../../src/domain/diagnostic.ts';

/** What reading waits for, whom it finds, and what it tells. */
function read(files: Readonly<Record<string, string>>) {
  const sources = Object.entries(files).map(([path, text]) => ({ path, file: path, text }));
  const diagnostics: Diagnostic[] = [];
  const steps = readPeopleFiles(sources, createPhoneReader(), diagnostics);
  const waits: string[] = [];
  for (let step = steps.next({}); ; step = steps.next({ readSheet, toAscii, toSkeleton })) {
    if (step.done) {
      const { people, isComplete } = step.value;
      return {
        waits,
        isComplete,
        handles: [...people.people.keys()],
        told: diagnostics.map(({ code }) => code),
      };
    }
    waits.push(step.value);
  }
}

test('what reads spreadsheets is loaded where there is one, and its letters where it has such', () => {
  expect(read({ '_people.yaml': 'people: { ana: "+44 7700 900002" }\n' }).waits).toEqual(['turn']);
  expect(read({ '_people/a.csv': 'name;phone\nAna;+44 7700 900002\n' }).waits).toEqual([
    'needs readSheet',
    'turn',
  ]);
  expect(read({ '_people/a.csv': 'name;phone\nJosé;+44 7700 900002\n' })).toEqual({
    waits: ['needs readSheet', 'needs toAscii', 'turn'],
    isComplete: true,
    handles: ['jose'],
    told: [],
  });
});

test('names of all files are compared, and a file that cannot be read leaves the list incomplete', () => {
  const found = read({
    '_people.yaml': 'people: { аna: "+44 7700 900002" }\n',
    '_people/a.csv': 'name;phone\nAna;+44 7700 900003\n',
    '_people/b.csv': 'Ana;+44 7700 900003\n',
  });
  expect(found.waits).toContain('needs lookalikes');
  expect(found).toMatchObject({
    isComplete: false,
    handles: ['аna', 'ana'],
    told: ['bad-sheet', 'same-names'],
  });
});
