import { expect, test } from 'vitest';
import type { ImportInput } from '../../src/importing/plan-import.ts';
import { planImport } from '../../src/importing/plan-import.ts';
import { english } from '../../src/words/english/english.ts';
import { altos, desiredGroup, lid, living, liveGroup, organisation, singer } from '../support/choir.ts';

const skipped = { hasFile: 0, notAdmin: 0, notMatched: 0 };

function input(more: Partial<ImportInput> = {}): ImportInput {
  const live = liveGroup({ people: [living(2), living(3)] });
  return {
    organisation: organisation([]),
    taken: { handles: [], teams: [] },
    account: 'main',
    choice: { chosen: [{ live, file: 'altos' }], skipped, unread: [], lives: [live], filed: [] },
    sheet: [{ ...singer(2), handle: 'budi', name: 'Budi', teams: ['board'], place: 'x.csv:2' }],
    contacts: { byPerson: new Map([[singer(3).key, 'citra']]), byLid: new Map() },
    believesContacts: false,
    photos: new Map(),
    isPhotoTaken: () => false,
    ways: { makeHandle: (name) => name, toSkeleton: (text) => text, writePhone: (phone) => `+${phone}` },
    words: english.imports.comments,
    ...more,
  };
}

test('people come before the groups that name them', () => {
  const plan = planImport(input());
  expect(plan.files.map(({ path }) => path)).toEqual(['_people.yaml', 'altos.yaml']);
  expect(plan.files[0]?.content).toBe('people:\n  budi: { phone: "+447700900002", name: "Budi" }\n');
  expect(plan.files[1]?.content).toContain('  - budi\n  - "+447700900003"  # "citra" in WhatsApp');
  expect(plan.teams).toEqual([{ name: 'board', handles: ['budi'] }]);
});

test('what contacts are called is a handle only where that is asked for', () => {
  const { newPeople } = planImport(input({ believesContacts: true }));
  expect(newPeople.map(({ handle }) => handle)).toEqual(['budi', 'citra']);
});

test('no file of people where nobody is new', () => {
  expect(planImport(input({ sheet: [] })).files.map(({ path }) => path)).toEqual(['altos.yaml']);
});

test('a photo lies in a folder of its own, under a name that is free', () => {
  const photos = new Map([[altos, { bytes: Buffer.from('x'), ending: 'jpg' }]]);
  const { files } = planImport(input({ sheet: [], photos, isPhotoTaken: (name) => name === 'altos' }));
  expect(files.map(({ path }) => path)).toEqual(['photos/altos-2.jpg', 'altos.yaml']);
  expect(files[1]?.content).toContain('photo: photos/altos-2.jpg\n');
});

test('somebody who stands as a LID in a file that is there, and is known now, gets a handle', () => {
  const live = liveGroup({ people: [living(2, { lid: lid('330000000000002') })] });
  const files = organisation([desiredGroup({ knownLids: new Set([lid('330000000000002')]) })]);
  const plan = planImport(
    input({ organisation: files, choice: { chosen: [], skipped, unread: [], lives: [live], filed: [] } }),
  );
  expect(plan.newPeople.map(({ handle }) => handle)).toEqual(['budi']);
  expect(plan.files.map(({ path }) => path)).toEqual(['_people.yaml']);
});
