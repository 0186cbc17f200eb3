import { expect, test } from 'vitest';
import type { Change, SettingChange } from '../../../src/domain/plan/change.ts';
import type { LiveGroup } from '../../../src/domain/group.ts';
import type { SettingName } from '../../../src/domain/settings.ts';
import { forkSettings, settingNames } from '../../../src/domain/settings.ts';
import { settingChecks } from '../../../src/planning/obstacles/setting-obstacles.ts';
import { altos, liveGroup, personChange } from '../../support/choir.ts';

/** What stands in the way of a change, by the table. */
function findObstacles(
  change: Change,
  more: Partial<LiveGroup>,
  settable: readonly SettingName[] = forkSettings,
): string[] {
  const facts = { live: { ...liveGroup(), ...more }, settable: new Set(settable) };
  return settingChecks.filter(([, holds]) => holds(change, facts)).map(([reason]) => reason);
}

function set(setting: SettingName, after: unknown = ''): SettingChange {
  const about = { action: 'set', group: altos, why: { kind: 'differs' } } as const;
  return { ...about, setting, before: '', after } as SettingChange;
}

const known = settingNames.filter((name) => name !== 'community');

test('nothing stands in the way of any setting of a plain group, where the server can set it', () => {
  for (const name of known) expect(findObstacles(set(name), {})).toEqual([]);
});

const phoneOnly = (settable: readonly SettingName[]) =>
  settingNames.filter((name) => findObstacles(set(name), {}, settable).includes('phone-only'));

test('what GOWA cannot set takes a phone, unless this server can; the community always does', () => {
  expect(phoneOnly([])).toEqual(['may-add', 'join-approval', 'community']);
  expect(phoneOnly(['may-add'])).toEqual(['join-approval', 'community']);
  expect(phoneOnly(forkSettings)).toEqual(['community']);
});

const ofGroups = ['announce', 'may-add', 'join-approval'] as const;

test.each<[Partial<LiveGroup>, readonly SettingName[], string]>([
  [{ kind: 'community' }, ofGroups, 'community'],
  [{ kind: 'announcements' }, ofGroups, 'community'],
  [{ topicFrozen: true }, ['topic'], 'frozen-topic'],
])('where %j, %j alone are in its way', (live, settings, reason) => {
  const found = known.filter((name) => findObstacles(set(name), live).length > 0);
  expect(found).toEqual(settings);
  for (const setting of settings) expect(findObstacles(set(setting), live)).toEqual([reason]);
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
