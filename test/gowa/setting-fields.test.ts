import { expect, test } from 'vitest';
import type { SettingChange } from '../../src/domain/plan/change.ts';
import type { GroupId } from '../../src/domain/group.ts';
import type { SettingName } from '../../src/domain/settings.ts';
import { settingNames } from '../../src/domain/settings.ts';
import { requestForSetting, toSettings } from '../../src/gowa/setting-fields.ts';
import { toWireGroup } from './wire-groups.ts';

const plain = toWireGroup([]);

test("a quiet group's settings", () => {
  expect(toSettings(plain)).toEqual({
    name: 'Altos',
    topic: '',
    announce: false,
    locked: false,
    disappearing: 0,
    'may-add': 'unknown',
    'join-approval': false,
    community: 'none',
  });
});

test.each([
  [{ Name: 'Cafe\u0301 \r\n' }, { name: 'Caf\u00e9 ' }],
  [{ Topic: 'one\r\ntwo\n\n' }, { topic: 'one\ntwo' }],
  [{ IsAnnounce: true }, { announce: true }],
  [{ IsLocked: true }, { locked: true }],
  [{ IsEphemeral: true, DisappearingTimer: 86_400 }, { disappearing: 86_400 }],
  [{ IsEphemeral: false, DisappearingTimer: 86_400 }, { disappearing: 0 }],
  [{ MemberAddMode: 'admin_add' }, { 'may-add': 'admins' }],
  // What nobody said, and what nobody knows, is not guessed.
  [{ MemberAddMode: '' }, { 'may-add': 'unknown' }],
  [{ MemberAddMode: undefined }, { 'may-add': 'unknown' }],
  [{ MemberAddMode: 'ADMIN_ADD' }, { 'may-add': 'unknown' }],
  [{ MemberAddMode: 'constructor' }, { 'may-add': 'unknown' }],
  [{ IsJoinApprovalRequired: true }, { 'join-approval': true }],
  [{ LinkedParentJID: '120363000000000077@g.us' }, { community: '120363000000000077@g.us' }],
  [{ LinkedParentJID: '447700900001@s.whatsapp.net' }, { community: 'none' }],
])('%j is read as %j, and nothing else changes', (wire, settings) => {
  expect(toSettings({ ...plain, ...wire })).toEqual({ ...toSettings(plain), ...settings });
});

const group = '120363000000000001@g.us' as GroupId;

function request(setting: SettingName, after: unknown) {
  const change = { action: 'set', group, setting, after, why: { kind: 'differs' } };
  return requestForSetting(change as never as SettingChange);
}

test('each setting has a request of its own, which names the group', () => {
  const values = { 'may-add': 'admins' } as const;
  const names = settingNames.filter((name) => name !== 'community');
  const requests = names.map((name) => request(name, name === 'may-add' ? values[name] : 7));
  expect(new Set(requests.map(({ path }) => path)).size).toBe(names.length);
  for (const [at, { path, template, json }] of requests.entries()) {
    expect(template).not.toContain('120363');
    expect(decodeURIComponent(path) + JSON.stringify(json)).toContain(group);
    expect(Object.values(json)).toContain(names[at] === 'may-add' ? 'admin_add' : 7);
  }
});

test('what forks set is asked for in their words, every field of it', () => {
  expect([request('may-add', 'everyone'), request('join-approval', false)]).toMatchObject([
    { path: '/group/member-add-mode', json: { group_id: group, mode: 'all_member_add' } },
    { path: '/group/join-approval', json: { group_id: group, enabled: false } },
  ]);
});

test.each<[SettingName, unknown]>([
  ['community', '120363000000000077@g.us'],
  ['community', 'none'],
  ['may-add', 'unknown'],
])('%s is never set to %s', (setting, after) => {
  expect(() => request(setting, after)).toThrow('Refused');
});
