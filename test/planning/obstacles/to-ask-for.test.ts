import { expect, test } from 'vitest';
import type { LiveGroup, Reading } from '../../../src/domain/group.ts';
import type { Settings } from '../../../src/domain/settings.ts';
import { findToAskFor } from '../../../src/planning/obstacles/to-ask-for.ts';
import { altos, desiredGroup, liveGroup, settings } from '../../support/choir.ts';

const observed = { manage: { settings: 'observe' as const } };

test.each<[string, Partial<Settings>, Parameters<typeof desiredGroup>[0], Partial<LiveGroup>, string[]]>([
  ['nothing differs', {}, {}, {}, []],
  ['the files say nothing', { 'may-add': 'admins' }, {}, {}, []],
  ['one differs', {}, { settings: { 'may-add': 'admins' } }, {}, ['may-add']],
  [
    'both do',
    {},
    { settings: { 'may-add': 'admins', 'join-approval': true } },
    {},
    ['may-add', 'join-approval'],
  ],
  ['it is as it should be', { 'join-approval': true }, { settings: { 'join-approval': true } }, {}, []],
  ['a setting of GOWA differs', {}, { settings: { locked: true, community: altos } }, {}, []],
  ['WhatsApp does not say', { 'may-add': 'unknown' }, { settings: { 'may-add': 'admins' } }, {}, []],
  ['the file only watches', {}, { settings: { 'may-add': 'admins' }, ...observed }, {}, []],
  ['the account is no admin', {}, { settings: { 'may-add': 'admins' } }, { self: 'member' }, []],
  ['it is a community', {}, { settings: { 'may-add': 'admins' } }, { kind: 'community' }, []],
])('where %s', (_, change, desired, more, expected) => {
  const group = { ...liveGroup({ settings: { ...settings, ...change } }), ...more };
  const readings = new Map<typeof altos, Reading>([[altos, { kind: 'read', group }]]);
  expect(findToAskFor([desiredGroup(desired)], readings)).toEqual(expected);
});

/** What is asked for a file without an id. */
function askForNew(settings: Partial<Settings>) {
  const { id: _, ...desired } = desiredGroup({ settings });
  return findToAskFor([desired], new Map());
}

test('a group that is yet to be made begins as all do', () => {
  expect(askForNew({ 'may-add': 'admins', 'join-approval': false })).toEqual(['may-add']);
  expect(askForNew({ 'may-add': 'everyone' })).toEqual([]);
});

test('nor of a group that nobody could read', () => {
  const readings = new Map<typeof altos, Reading>([
    [altos, { kind: 'unreadable', reason: 'failed', text: '' }],
  ]);
  expect(findToAskFor([desiredGroup({ settings: { 'may-add': 'admins' } })], readings)).toEqual([]);
});
