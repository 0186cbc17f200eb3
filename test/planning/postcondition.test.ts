import { expect, test } from 'vitest';
import type { PersonChange, SettingChange } from '../../src/domain/plan/change.ts';
import type { LiveGroup } from '../../src/domain/group.ts';
import { isDone } from '../../src/planning/postcondition.ts';
import { simulate } from '../../src/planning/simulate.ts';
import {
  admin,
  altos,
  hidden,
  key,
  lid,
  liveGroup,
  living,
  personChange,
  settings,
} from '../support/choir.ts';

const incomplete = liveGroup({ peopleComplete: false });
const none = liveGroup();
const newcomer = liveGroup({ unidentified: [hidden('99999')] });
const stranger = liveGroup({ unidentified: [hidden('88888')] });
const twins = liveGroup({
  unidentified: [
    { ...hidden('70001'), key: key(7) },
    { ...hidden('70002'), key: key(7) },
  ],
});
const otherTwins = liveGroup({
  unidentified: [
    { key: key(3), role: 'member', isOwner: false },
    { key: key(3), role: 'member', isOwner: false },
  ],
});

test.each([
  ['name', 'Alti', { name: 'Alti' }, 'yes'],
  ['name', 'Alti', { name: 'Altos' }, 'no'],
  ['name', 'Alti', { name: 'something else' }, 'no'],
  ['announce', true, { announce: true }, 'yes'],
  ['disappearing', 0, { disappearing: 86_400 }, 'no'],
] as const)('set %s to %j, found %j: %s', (setting, after, found, done) => {
  const change = { group: altos, action: 'set', setting, before: '', after, why: { kind: 'differs' } };
  const now = liveGroup({ settings: { ...settings, ...found }, peopleComplete: false });
  expect(isDone(change as SettingChange, none, now)).toBe(done);
});

test.each([
  ['is there', none, liveGroup({ people: [living(7)] }), 'yes'],
  ['is there as an admin', none, liveGroup({ people: [admin(7)] }), 'yes'],
  ['is not there', none, none, 'no'],
  ['is not there, a stranger still is', stranger, stranger, 'no'],
  ['may be the newcomer', none, newcomer, 'unknown'],
  ['shares a number', none, twins, 'unknown'],
  ['is not there, two others share a number', none, otherTwins, 'no'],
  ['cannot be told', none, incomplete, 'unknown'],
])('add, who %s', (_, before, now, done) => {
  expect(isDone(personChange('add', 7), before, now)).toBe(done);
});

const member = liveGroup({ people: [living(7, { lid: lid('70001') })] });

test.each([
  ['is an admin', member, liveGroup({ people: [admin(7)] }), 'yes'],
  ['is a member', member, member, 'no'],
  ['is gone', member, none, 'no'],
  ['may be the newcomer', liveGroup({ people: [living(7)] }), newcomer, 'unknown'],
  ['shares a number', member, twins, 'unknown'],
  ['cannot be told', member, incomplete, 'unknown'],
])('promote, who %s', (_, before, now, done) => {
  expect(isDone(personChange('promote', 7), before, now)).toBe(done);
});

const withLid = liveGroup({ people: [admin(7, { lid: lid('70001') })], unidentified: [hidden('88888')] });
const withoutLid = liveGroup({ people: [admin(7)], unidentified: [hidden('88888')] });

/** What is found, and what it proves of a removal and of a demotion. */
test.each([
  ['nobody, the LID was known', withLid, none, 'yes', 'yes'],
  ['nobody, the LID was not known', withoutLid, none, 'yes', 'yes'],
  ['a member', withLid, liveGroup({ people: [living(7)] }), 'no', 'yes'],
  ['an admin', withLid, liveGroup({ people: [admin(7)] }), 'no', 'no'],
  ['the LID, hidden, a member', withLid, liveGroup({ unidentified: [hidden('70001')] }), 'no', 'yes'],
  ['the LID, hidden, an admin', withLid, liveGroup({ unidentified: [hidden('70001', 'admin')] }), 'no', 'no'],
  [
    'the LID under another number, a member',
    withLid,
    liveGroup({ people: [living(5, { lid: lid('70001') })] }),
    'no',
    'yes',
  ],
  [
    'the LID under another number, an admin',
    withLid,
    liveGroup({ people: [admin(5, { lid: lid('70001') })] }),
    'no',
    'no',
  ],
  ['a newcomer who is not they', withLid, newcomer, 'yes', 'yes'],
  ['a newcomer who may be they', withoutLid, newcomer, 'unknown', 'unknown'],
  ['a stranger who was there', withoutLid, stranger, 'yes', 'yes'],
  ['two others who share a number', withoutLid, otherTwins, 'yes', 'yes'],
  [
    'two who share their number, neither by the LID',
    liveGroup({ people: [admin(7, { lid: lid('70009') })] }),
    twins,
    'unknown',
    'unknown',
  ],
  ['two who share their number', withoutLid, twins, 'unknown', 'unknown'],
  ['an incomplete list', withLid, incomplete, 'unknown', 'unknown'],
] as const)('afterwards there is %s', (_, before, now, removed, demoted) => {
  expect(isDone(personChange('remove', 7), before, now)).toBe(removed);
  expect(isDone(personChange('demote', 7), before, now)).toBe(demoted);
});

function after(live: LiveGroup, ...changes: readonly PersonChange[]) {
  return [...simulate(live, changes).people.values()].map(
    (person) => `${person.phone.slice(-1)} ${person.role}`,
  );
}

test('simulated changes take their effect, in their order', () => {
  const live = liveGroup({ people: [living(4), admin(5)] });
  expect(after(live, personChange('add', 2), personChange('promote', 2))).toEqual([
    '1 admin',
    '4 member',
    '5 admin',
    '2 admin',
  ]);
  expect(after(live, personChange('demote', 5), personChange('remove', 4))).toEqual(['1 admin', '5 member']);
});

test('simulated changes of those who are not there, or are there already, do nothing', () => {
  const live = liveGroup({ people: [admin(5)] });
  expect(
    after(live, personChange('promote', 2), personChange('demote', 2), personChange('remove', 2)),
  ).toEqual(after(live));
  expect(after(live, personChange('add', 5))).toEqual(after(live));
});

test('a simulated setting leaves the others, and the group that was given, as they are', () => {
  const live = liveGroup();
  const change = { group: altos, action: 'set', setting: 'locked', before: false, after: true } as const;
  const then = simulate(live, [{ ...change, why: { kind: 'differs' } }]);
  expect(then.settings).toEqual({ ...settings, locked: true });
  expect(live.settings).toEqual(settings);
});
