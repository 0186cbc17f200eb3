import { expect, test } from 'vitest';
import { editSettings, setKey } from '../../src/adopting/edit-settings.ts';
import { readMap } from '../../src/config/edit/read-map.ts';
import type { SettingName, Settings } from '../../src/domain/settings.ts';

const long = 'Housing association, the north side';

test.each<[before: string, settings: Partial<Settings>, after: string]>([
  ['name: A # club\nlocked: true\n', { name: 'B', locked: false }, 'name: "B" # club\nlocked: false\n'],
  ["name: 'A'\n", { disappearing: 604_800 }, "name: 'A'\ndisappearing: 7d\n"],
  ['topic: a # why\n', { topic: 'b\n\n- c' }, 'topic: | # why\n  b\n\n  - c\n'],
  ['topic: |\r\n  a\r\n  b\r\nname: A\r\n', { topic: '' }, 'topic: ""\r\nname: A\r\n'],
  ['{ topic: a, name: A }\n', { topic: 'b\nc' }, '{ topic: "b\\nc", name: A }\n'],
  ['# top\nname: A # club\nid: 1\n', { name: long }, `# top\n# name: "${long}" (no) # club\nid: 1\n`],
  ['id: 1\ntopic: |\n  a\n  b\nname: A\n', { topic: '\u0007' }, 'id: 1\n# topic: "\\u0007" (no)\nname: A\n'],
  ['disappearing: 7d\n', { disappearing: 1234 }, '# disappearing: 1234 (no)\n'],
  ['may-add: admins # us\n', { 'may-add': 'everyone' }, 'may-add: everyone # us\n'],
  ['id: 1\nmembers: []\n', { 'join-approval': true }, 'id: 1\njoin-approval: true\nmembers: []\n'],
  [
    '{ community: none }\n',
    { community: '120363040000000001@g.us' },
    '{ community: 120363040000000001@g.us }\n',
  ],
  ['{ name: A, id: 1 }\n', { name: long }, '{ id: 1 }\n'],
])('%j with %j', (before, settings, after) => {
  expect(editSettings(before, settings, { notCompared: 'no', isSealed: false, kept: new Set() })).toEqual({
    text: after,
    left: [],
  });
});

test.each([
  [
    'a defaults file speaks where this one does not',
    'disappearing: 7d\n',
    new Set<SettingName>(['disappearing']),
  ],
  ['a key that only a defaults file has', 'name: A\n', new Set<SettingName>()],
])('what cannot be left out stays, and is named: %s', (_, text, kept) => {
  expect(editSettings(text, { disappearing: 1234 }, { notCompared: 'no', isSealed: false, kept })).toEqual({
    text,
    left: [{ reason: 'no-value', setting: 'disappearing' }],
  });
});

test('a name that is as long as a book, or turns around, stays on its line of comment', () => {
  const name = `\n- admins: [eve]\u202e${'x'.repeat(500)}`;
  const { text } = editSettings(
    'name: A\nid: 1\n',
    { name },
    { notCompared: 'no', isSealed: false, kept: new Set() },
  );
  expect(readMap(text).pairs.map(({ key }) => key)).toEqual(['id']);
  expect(text.split('\n')).toHaveLength(3);
  expect(text).not.toContain('\u202e');
});

test('a key that is new stands where people write it', () => {
  const text = 'id: 1\nmembers: []\n';
  expect(setKey(text, readMap(text), 'photo', ['none'])).toBe('id: 1\nphoto: none\nmembers: []\n');
});

test.each<[Partial<Settings>, left: SettingName[]]>([
  [{ name: 'Call 0812-3456-7890' }, ['name']],
  [{ topic: 'Ana:\n+44 7700\n900002', locked: true }, ['topic']],
  [{ name: 'Altos 2025/2026', topic: 'Thursdays 19:00' }, []],
])('where numbers are sealed, none comes with a text: %j', (settings, left) => {
  const forComments = { notCompared: 'no', isSealed: true, kept: new Set<SettingName>() };
  const edited = editSettings('name: A\n', settings, forComments);
  expect(edited.left).toEqual(left.map((setting) => ({ reason: 'holds-number', setting })));
  expect(edited.text).not.toMatch(/\d{4}-|7700/);
});
