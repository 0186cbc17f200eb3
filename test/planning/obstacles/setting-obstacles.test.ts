import { expect, test } from 'vitest';
import type { Change, SettingChange } from '../../../src/domain/plan/change.ts';
import type { LiveGroup } from '../../../src/domain/group.ts';
import type { SettingName } from '../../../src/domain/settings.ts';
import { settingNames } from '../../../src/domain/settings.ts';
import { settingChecks } from '../../../src/planning/obstacles/setting-obstacles.ts';
import { altos, liveGroup, personChange } from '../../support/choir.ts';

/** What stands in the way of a change, by the table. */
function findObstacles(change: Change, more: Partial<LiveGroup>): string[] {
  const live = { ...liveGroup(), ...more };
  return settingChecks.filter(([, holds]) => holds(change, { live })).map(([reason]) => reason);
}

function set(setting: SettingName, after: unknown = ''): SettingChange {
  const about = { action: 'set', group: altos, why: { kind: 'differs' } } as const;
  return { ...about, setting, before: '', after } as SettingChange;
}

test('nothing stands in the way of any setting of a plain group', () => {
  for (const name of settingNames) expect(findObstacles(set(name), {})).toEqual([]);
});

test.each<[Partial<LiveGroup>, SettingName, string]>([
  [{ kind: 'community' }, 'announce', 'community'],
  [{ kind: 'announcements' }, 'announce', 'community'],
  [{ topicFrozen: true }, 'topic', 'frozen-topic'],
])('where %j, only %s is in its way', (live, setting, reason) => {
  const found = settingNames.filter((name) => findObstacles(set(name), live).length > 0);
  expect(found).toEqual([setting]);
  expect(findObstacles(set(setting), live)).toEqual([reason]);
});

test.each([
  ['25 bytes', 'é'.repeat(12) + 'x', []],
  ['26 bytes in 13 letters', 'é'.repeat(13), ['name-too-long']],
])('a name of %s', (_, name, expected) => {
  expect(findObstacles(set('name', name), {})).toEqual(expected);
  expect(findObstacles(set('topic', name), {})).toEqual([]);
});

test('they concern no person and no photo', () => {
  const live = { kind: 'community', topicFrozen: true } as const;
  expect(findObstacles(personChange('add', 2), live)).toEqual([]);
  const photo = { ...set('name'), setting: 'photo', after: { kind: 'none' } } as unknown as Change;
  expect(findObstacles(photo, live)).toEqual([]);
});
