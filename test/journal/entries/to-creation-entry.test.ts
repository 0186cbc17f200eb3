import { expect, test } from 'vitest';
import type { GroupId } from '../../../src/domain/group.ts';
import { toUnmadeId } from '../../../src/domain/plan/creation.ts';
import { parseEntry } from '../../../src/journal/entries/parse-entry.ts';
import { toCreationEntry } from '../../../src/journal/entries/to-creation-entry.ts';
import { createPseudonyms } from '../../../src/journal/pseudonyms.ts';
import { key } from '../../support/choir.ts';

const at = '2026-06-01T12:00:00.000Z';
const pseudonyms = createPseudonyms(new Uint8Array(32));
const making = {
  action: 'create',
  group: toUnmadeId('club.yaml'),
  file: 'club.yaml',
  name: 'Book Club',
} as const;
const group = '447700900001-1598765432@g.us' as GroupId;

test.each([
  { type: 'asked-for', making, people: [key(2)] },
  { type: 'not-made', making },
  { type: 'created', making, group },
  { type: 'filed', file: 'club.yaml' },
] as const)('$type is a line that is read again, and that tells nobody anything', (event) => {
  const entry = toCreationEntry(event, at, pseudonyms);
  const line = JSON.stringify(entry);
  expect(parseEntry(line)).toEqual(entry);
  expect(line.replace(at, '')).not.toMatch(/\d{4}|club|Book/);
});

test('other events are none of its lines', () => {
  expect(toCreationEntry({ type: 'pause', milliseconds: 1 }, at, pseudonyms)).toBeUndefined();
});
