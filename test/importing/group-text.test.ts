import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../src/config/yaml/events.ts';
import { normaliseText } from '../../src/domain/text.ts';
import { nameBytesLimit } from '../../src/domain/whatsapp-facts.ts';
import type { ImportedGroup } from '../../src/importing/group-text.ts';
import { countRemarks, toGroupText } from '../../src/importing/group-text.ts';
import { english } from '../../src/words/english/english.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { altos, liveGroup, settings } from '../support/choir.ts';

const { comments } = english.imports;

function write(change: Partial<Settings> = {}, more: Partial<ImportedGroup> = {}): string {
  const live = liveGroup({ settings: { ...settings, ...change } });
  return toGroupText({ live, members: [], admins: [], unwritable: 0, nameless: 0, ...more }, comments);
}

function readBack(text: string, key: string): unknown {
  const value = readEvents(text)?.pairs.find((pair) => pair.key === key)?.value;
  return value?.kind === 'scalar' ? value.value : value;
}

function normaliseOr(value: unknown): string | undefined {
  return value === undefined ? undefined : normaliseText(String(value));
}

test('a file says what its group is', () => {
  const text = write(
    { topic: 'Thursdays\n\n19:00', announce: true, disappearing: 604_800 },
    {
      account: 'second',
      members: [{ text: 'ana' }, { text: '"+44 7700 900003"', called: 'Budi\n- x' }],
      admins: [{ text: 'lid:330631678702157' }],
      photo: { path: 'photos/altos.jpg' },
    },
  );
  expect(text).toBe(`id: 120363000000000001@g.us
account: second
name: "Altos"
topic: |
  Thursdays

  19:00
announce: true
locked: false
disappearing: 7d
may-add: everyone
join-approval: false
photo: photos/altos.jpg
members:
  - ana
  - "+44 7700 900003"  # "Budi\\n- x" in WhatsApp, by your contacts or by themselves
admins:
  - lid:330631678702157
manage: additive
`);
  expect(countRemarks(text)).toBe(0);
});

const live = (more: Parameters<typeof liveGroup>[0]) => ({ live: liveGroup(more) });

describe('what a file cannot carry is a comment', () => {
  const tooMany = Array.from({ length: 1024 }, (_, n) => ({ text: `p${n}` }));
  test.each<[string, string, string]>([
    ['a long name', write({ name: 'é'.repeat(13) }), 'name'],
    ['a name of blanks', write({ name: '   ' }), 'name'],
    ['a name over two lines', write({ name: 'a\nb' }), 'name'],
    ['no name', write({ name: '' }), 'name'],
    ['a topic with a bell', write({ topic: 'a\u0007b' }), 'topic'],
    ['a topic that is too long', write({ topic: 'x'.repeat(2049) }), 'topic'],
    ['a time that only a phone sets', write({ disappearing: 1234 }), 'disappearing'],
    ['a number that reads back as none', write({}, { unwritable: 1 }), 'members'],
    ['more people than a list names', write({}, { members: tooMany }), 'members'],
    ['a photo that is none', write({}, { photo: { reason: 'WhatsApp hides it' } }), 'photo'],
  ])('%s', (_what, text, key) => {
    expect(countRemarks(text)).toBeGreaterThan(0);
    expect(readEvents(text)).toBeDefined();
    expect(readBack(text, key)).toBeUndefined();
  });

  test.each([
    [write({}, live({ uncounted: true })), comments.uncounted],
    [write({}, { nameless: 2 }), comments.nameless(2)],
    [write({}, { observed: 'notAdmin' }), comments.observed.notAdmin],
  ])('%#', (text, comment) => {
    expect(text).toContain(`# ${comment}\n`);
    expect(countRemarks(text)).toBe(1);
  });
});

test.each<[string, Partial<Settings>, string | undefined, string | undefined]>([
  ['may-add', { 'may-add': 'admins' }, 'may-add: admins', 'admins'],
  ['may-add', { 'may-add': 'unknown' }, undefined, undefined],
  ['join-approval', { 'join-approval': true }, 'join-approval: true', 'true'],
  ['community', { community: 'none' }, undefined, undefined],
  ['community', { community: altos }, `community: ${altos}`, altos],
])('%s of %j', (key, change, line, value) => {
  const text = write(change);
  expect(text.split('\n').filter((each) => each.includes(key))).toEqual(line === undefined ? [] : [line]);
  expect(readBack(text, key)).toEqual(value === 'true' ? true : value);
  expect(countRemarks(text)).toBe(0);
});

test('whatever a group is called, and whatever its topic is: it reads back, or is not there', () => {
  const words = fc.string({
    unit: fc.constantFrom(
      '\n',
      ' ',
      '#',
      ':',
      '-',
      '"',
      "'",
      '|',
      '\\',
      '\u202e',
      '\u2028',
      '\ufeff',
      'é',
      'a',
      '\t',
      '\u0085',
      '🎶',
      '{',
    ),
  });
  fc.assert(
    fc.property(words, words, (name, topic) => {
      const [is, about] = [normaliseText(name), normaliseText(topic)];
      const text = write({ name: is, topic: about });
      const isPlain = /^[aé]+$/.test(is) && Buffer.byteLength(is) <= nameBytesLimit;
      const topics = [about, undefined];
      expect([is, isPlain ? is : undefined]).toContain(readBack(text, 'name'));
      expect(topics).toContain(normaliseOr(readBack(text, 'topic')));
      expect(readBack(text, 'manage')).toBe('additive');
    }),
  );
});
