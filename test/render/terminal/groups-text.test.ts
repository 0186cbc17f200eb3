import { describe, expect, test } from 'vitest';
import { measure } from '../../../src/render/columns.ts';
import { renderGroups } from '../../../src/render/terminal/groups-text.ts';
import type { SafeText } from '../../../src/safe/escape.ts';
import type { GroupsView, LiveGroupView } from '../../../src/view/onboarding/groups-view.ts';
import { english } from '../../../src/words/english/english.ts';
import { indonesian } from '../../../src/words/indonesian/indonesian.ts';
import { portuguese } from '../../../src/words/portuguese/portuguese.ts';
import type { Words } from '../../../src/words/words.ts';

const safe = (text: string) => text as SafeText;

function group(name: string, more: Partial<LiveGroupView> = {}): LiveGroupView {
  const id = '120363000000000001@g.us';
  return {
    name: safe(name),
    id,
    people: 24,
    isWhole: true,
    role: 'admin',
    kind: 'group',
    files: [],
    ...more,
  };
}

const nothing: GroupsView = {
  account: '+44 •••• ••• 001',
  isSandbox: false,
  groups: [],
  gone: [],
  withoutId: [],
  unread: [],
  isCut: false,
  hasMistakes: false,
  elsewhere: 0,
};

const { id: _id, ...legacy } = group('');
const full: GroupsView = {
  ...nothing,
  isSandbox: true,
  groups: [
    group('Altos', { files: [safe('groups/altos.yaml')] }),
    group('A choir whose name is longer than most columns are wide', {
      kind: 'announcements',
      role: 'owner',
    }),
    { ...legacy, isWhole: false, role: 'unknown', kind: 'community' },
  ],
  gone: [{ file: safe('groups/old.yaml'), name: safe('Old'), reason: 'no-such-group' }],
  withoutId: [
    { file: safe('groups/new.yaml'), isWrong: false },
    { file: safe('groups/wrong.yaml'), isWrong: true },
  ],
  unread: [{ id: '120363000000000002@g.us', files: [], text: safe('GOWA does not answer') }],
  isCut: true,
  hasMistakes: true,
  elsewhere: 1,
};

function lines(view: GroupsView, width: number, words: Words = english) {
  return renderGroups(view, words, { colour: false, ascii: false, width }).split('\n');
}

test('one line a group, ids below one another, where that fits', () => {
  const text = lines({ ...nothing, groups: [group('Altos'), group('Tenors 2', { people: 1 })] }, 100);
  expect(text.slice(2, 4)).toEqual([
    '"Altos"     120363000000000001@g.us  24 people, admin, no file',
    '"Tenors 2"  120363000000000001@g.us  1 person, admin, no file',
  ]);
});

test('a long name stands by itself, and its id in its column', () => {
  const name = 'A choir with a rather long name indeed';
  const text = lines({ ...nothing, groups: [group('Altos'), group(name)] }, 100);
  expect(text[3]).toBe(`"${name}"`);
  expect(text[4]).toBe(`         120363000000000001@g.us  24 people, admin, no file`);
});

describe.each([english, indonesian, portuguese])('in $language', (words) => {
  test.each([40, 60, 80, 120])('it fits %i columns, and no id is broken', (width) => {
    const text = lines(full, width, words);
    expect(text.filter((line) => measure(line) > width)).toEqual([]);
    expect(text.join('\n')).toContain('120363000000000002@g.us');
    expect(text.join('\n').match(/120363000000000001@g\.us/g)).toHaveLength(2);
  });

  test('nothing is told too, in a sentence', () => {
    expect(lines(nothing, 80, words)).toEqual([expect.stringContaining('001'), '']);
  });
});

test('everything is said: kinds, roles, what is missing, what is not known', () => {
  const text = lines(full, 100).join('\n');
  expect(text).toMatch(/sandbox/);
  expect(text).toMatch(/24 people, owner, announcements of a community, no file/);
  expect(text).toMatch(/no name.*at least 24 people, not listed, community, no file, its id holds a number/s);
  expect(text).toMatch(/groups\/old\.yaml {2}"Old"\n {2}there is no such group any more/);
  expect(text).toMatch(/groups\/new\.yaml\n {2}a group to be made.*groups\/wrong\.yaml\n {2}its id is none/s);
  expect(text).toMatch(
    /Could not be read now:\nno file\n {2}120363000000000002@g\.us\n {2}GOWA does not answer/,
  );
  expect(text).toMatch(
    /2 groups have no file: rollcall import writes them\.\nGOWA's list ends at 500 groups/,
  );
  expect(text).toMatch(/rollcall validate names them\.\n1 file of other accounts not looked at\.\n$/);
});

test('2,000 groups are a list', () => {
  const groups = Array.from({ length: 2000 }, (_, n) => group(`Group ${n}`));
  expect(lines({ ...nothing, groups }, 100)).toHaveLength(2000 + 5);
});
