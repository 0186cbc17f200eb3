import { expect, test } from 'vitest';
import type { GroupId, Reading } from '../../../src/domain/group.ts';
import { listedGroupsLimit } from '../../../src/domain/whatsapp-facts.ts';
import type { GroupFile, GroupsInput } from '../../../src/view/onboarding/to-groups-view.ts';
import { toGroupsView } from '../../../src/view/onboarding/to-groups-view.ts';
import { account, altos, liveGroup, living } from '../../support/choir.ts';

const legacy = '447700900077-1598765432@g.us' as GroupId;
const other = '120363000000000009@g.us' as GroupId;

function read(name: string, more: Parameters<typeof liveGroup>[0] = {}): Reading {
  const group = liveGroup(more);
  return { kind: 'read', group: { ...group, settings: { ...group.settings, name } } };
}

function unreadable(reason: 'not-in-group' | 'no-such-group' | 'failed'): Reading {
  return { kind: 'unreadable', reason, text: `GOWA says ${reason}\u202e` };
}

function file(name: string, more: Partial<GroupFile> = {}): GroupFile {
  return { file: `groups/${name}`, hasId: more.id !== undefined, isOwn: true, ...more };
}

function view(more: Partial<GroupsInput>) {
  return toGroupsView({
    own: account.phone,
    isSandbox: false,
    listed: [...(more.readings?.keys() ?? [])],
    readings: new Map(),
    files: [],
    hasMistakes: false,
    showPhones: false,
    ...more,
  });
}

test('nothing at all is a list, too', () => {
  expect(view({})).toMatchObject({
    groups: [],
    gone: [],
    withoutId: [],
    unread: [],
    isCut: false,
    elsewhere: 0,
  });
});

test('a live group has its files, its people and what the account is in it, by name', () => {
  const own = living(account, { role: 'admin', isOwner: true });
  const readings = new Map([
    [altos, read('B', { people: [own, living(2)] })],
    [other, read('A', { peopleComplete: false })],
  ]);
  const files = [file('b.yaml', { id: altos }), file('b2.yaml', { id: altos })];
  expect(view({ readings, files }).groups).toMatchObject([
    { name: 'A', id: other, files: [], isWhole: false },
    { name: 'B', id: altos, people: 2, role: 'owner', files: ['groups/b.yaml', 'groups/b2.yaml'] },
  ]);
});

test('an id that holds a number is shown only where numbers are', () => {
  const readings = new Map([[legacy, read('L')]]);
  expect(view({ readings }).groups[0]).not.toHaveProperty('id');
  expect(view({ readings, showPhones: true }).groups[0]).toMatchObject({ id: legacy });
});

test('a file whose group is gone is named with the reason, one that could not be read apart', () => {
  const readings = new Map([
    [altos, unreadable('no-such-group')],
    [legacy, unreadable('not-in-group')],
    [other, unreadable('failed')],
  ]);
  const files = [
    file('a.yaml', { id: altos, name: 'A\n' }),
    file('l.yaml', { id: legacy }),
    file('o.yaml', { id: other }),
  ];
  const found = view({ readings, files });
  expect(found.gone).toEqual([
    { file: 'groups/a.yaml', name: String.raw`A\n`, id: altos, reason: 'no-such-group' },
    { file: 'groups/l.yaml', reason: 'not-in-group' },
  ]);
  expect(found.unread).toEqual([
    { id: other, files: ['groups/o.yaml'], text: String.raw`GOWA says failed\u{202e}` },
  ]);
});

test('a listed group that turns out gone, without a file, is not lost', () => {
  expect(view({ readings: new Map([[altos, unreadable('not-in-group')]]) }).unread).toHaveLength(1);
});

test('files without an id, and with one that is none', () => {
  const files = [file('new.yaml', { name: 'New' }), file('wrong.yaml', { hasId: true })];
  expect(view({ files }).withoutId).toEqual([
    { file: 'groups/new.yaml', name: 'New', isWrong: false },
    { file: 'groups/wrong.yaml', isWrong: true },
  ]);
});

test("another account's files are counted, and a group of theirs that is here has them", () => {
  const readings = new Map([[altos, read('A')]]);
  const files = [file('a.yaml', { id: altos, isOwn: false }), file('o.yaml', { id: other, isOwn: false })];
  const found = view({ readings, files });
  expect(found).toMatchObject({ elsewhere: 2, gone: [], groups: [{ files: ['groups/a.yaml'] }] });
});

test("a list as long as the server's can be may be cut", () => {
  const listed = Array.from({ length: listedGroupsLimit }, () => altos);
  expect(view({ listed }).isCut).toBe(true);
  expect(view({ listed: listed.slice(1) }).isCut).toBe(false);
});
