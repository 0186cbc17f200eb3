import { expect, test } from 'vitest';
import type { SettingChange } from '../../src/domain/plan/change.ts';
import type { GroupId } from '../../src/domain/group.ts';
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
  });
});

test.each([
  [{ Name: 'Cafe\u0301 \r\n' }, { name: 'Caf\u00e9 ' }],
  [{ Topic: 'one\r\ntwo\n\n' }, { topic: 'one\ntwo' }],
  [{ IsAnnounce: true }, { announce: true }],
  [{ IsLocked: true }, { locked: true }],
  [{ IsEphemeral: true, DisappearingTimer: 86_400 }, { disappearing: 86_400 }],
  [{ IsEphemeral: false, DisappearingTimer: 86_400 }, { disappearing: 0 }],
])('%j is read as %j, and nothing else changes', (wire, settings) => {
  expect(toSettings({ ...plain, ...wire })).toEqual({ ...toSettings(plain), ...settings });
});

test('each setting has a request of its own, which names the group', () => {
  const group = '120363000000000001@g.us' as GroupId;
  const requests = settingNames.map((setting) =>
    requestForSetting({
      action: 'set',
      group,
      setting,
      after: 7,
      why: { kind: 'differs' },
    } as never as SettingChange),
  );
  expect(new Set(requests.map(({ path }) => path)).size).toBe(settingNames.length);
  for (const { path, template, json } of requests) {
    expect(template).not.toContain('120363');
    expect(decodeURIComponent(path) + JSON.stringify(json)).toContain(group);
    expect(Object.values(json)).toContain(7);
  }
});
