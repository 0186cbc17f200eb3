import { expect, test } from 'vitest';
import type { PhotoChange, SettingChange } from '../../../src/domain/plan/change.ts';
import {
  isLoss,
  isLossAction,
  isPersonChange,
  isPhotoChange,
  isSettingChange,
  personActions,
  toSubject,
} from '../../../src/domain/plan/change.ts';
import { altos, personChange } from '../../support/choir.ts';

const about = { group: altos, why: { kind: 'differs' }, action: 'set' } as const;
const topic: SettingChange = { ...about, setting: 'topic', before: '', after: 'x' };
const photo: PhotoChange = { ...about, setting: 'photo', before: { kind: 'none' }, after: { kind: 'none' } };

test.each([
  ['remove 447700900002', personChange('remove', 2), [true, false, false]],
  ['set topic', topic, [false, true, false]],
  ['set photo', photo, [false, false, true]],
])('%s is of one kind', (subject, change, kinds) => {
  expect(toSubject(change)).toBe(subject);
  expect([isPersonChange(change), isSettingChange(change), isPhotoChange(change)]).toEqual(kinds);
});

test('only a removal and a demotion take something from somebody', () => {
  expect(personActions.filter((action) => isLoss(personChange(action, 2)))).toEqual(['demote', 'remove']);
  expect([isLoss(topic), isLoss(photo), isLossAction(undefined), isLossAction('set')]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
