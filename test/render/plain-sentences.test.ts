import { describe, expect, test } from 'vitest';
import * as plain from '../../src/render/plain-sentences.ts';
import type { ChangeView, LeftAloneView, OutcomeView } from '../../src/view/change-view.ts';
import type { RefusalView, ScheduledView } from '../../src/view/group-view.ts';
import type { WaitingView } from '../../src/view/view.ts';
import { escapeTerminal } from '../../src/safe/escape.ts';
import { english } from '../../src/words/english/english.ts';
import { loosenedSamples } from './sample-reports.ts';

const text = escapeTerminal;
const trap = text('Nobody leaves, all well');

test('why somebody joins: the ways that say more than the name, and the day', () => {
  const change = {
    action: 'add',
    reason: 'begun',
    ways: [text('team:altos'), text('ana')],
    day: '2026-11-20',
  } as unknown as ChangeView;
  expect(plain.tellWhy(change, english)).toBe('first day is 2026-11-20 via team:altos, ana');
});

const photo = (after: string) =>
  ({ action: 'set', setting: 'photo', after: text(after) }) as unknown as ChangeView;

test('why a photo changes: the file, or that there is to be none', () => {
  expect(plain.tellWhy(photo('photos/a.jpg'), english)).toBe('photos/a.jpg');
  expect(plain.tellWhy(photo('none'), english)).toBe(english.terminal.photo.none);
});

test('what is proved has no cause, and what GOWA said stands in the others’', () => {
  expect(plain.tellCause(undefined, english)).toBe('');
  expect(plain.tellCause({ result: 'verified' }, english)).toBe('');
  const failed = {
    result: 'failed',
    cause: 'rejected',
    details: { text: text('status 403') },
  } as OutcomeView;
  expect(plain.tellCause(failed, english)).toContain('status 403');
});

const of = (refusal: Partial<RefusalView>, later?: 'coming' | 'invited') =>
  plain.tellRefusal(
    { limit: 'removals', scope: 'group', count: 9, allowed: 5, ...refusal } as RefusalView,
    english,
    later,
  );

describe('what a limit says to do', () => {
  const { advice } = english.reasons.refusals.terminal;

  test.each([
    ['in a group', of({}), advice.group],
    ['of a group that would be empty', of({ limit: 'emptied' }), advice.emptied],
    ['of too few admins, also in the run', of({ limit: 'admins', scope: 'run' }), advice.admins],
    ['of another id', of({ limit: 'id-edited' }), advice['id-edited']],
    ['of dates', of({ limit: 'admins' }, 'coming'), advice.coming],
    ['of people who come by the link', of({ limit: 'adds' }, 'invited'), advice.invited],
  ])('%s', (_, told, wanted) => {
    expect(told.advice).toBe(wanted);
    expect(told).not.toHaveProperty('allow');
  });

  test('in the run it names the rule of the policy; where a line helps, it is there', () => {
    expect(of({ scope: 'run' }).advice).toContain('limits.removals.run');
    expect(of({ allow: { removals: 9 } }).allow).toContain('removals: 9');
  });
});

const coming = (extra: Partial<ScheduledView>) =>
  plain.tellObstacle({ action: 'remove', ...extra } as ScheduledView, english);

test('what is in the way of a date: a limit before anything else, or nothing', () => {
  const refusal = { limit: 'removals', scope: 'group', count: 9, allowed: 5 } as RefusalView;
  expect(coming({})).toBeUndefined();
  expect(coming({ obstacle: 'unreadable' })).toBe(english.reasons.dates.unreadable.terminal);
  expect(coming({ obstacle: 'owner' })).toBeTruthy();
  expect(coming({ obstacle: 'owner', refusal })).toBe(plain.tellRefusal(refusal, english).sentence);
});

test('names, files and reasons that could be words stand in quotes', () => {
  const quoted = `"${trap}"`;
  const told = [
    plain.tellNumber({ label: trap, before: text('a'), after: text('b'), groups: 1, adminIn: 0 }, english),
    ...plain.tellNewPeople(
      { arrived: [trap], renamed: [{ label: trap, before: trap }], alike: [{ label: trap, other: trap }] },
      english,
    ),
    plain.tellUnread({ file: trap, what: 'group' }, 'main', english),
    plain.tellDefaults({ file: trap, how: 'changed', groups: 2 }, english),
    plain.tellNotice({ kind: 'lid-known', label: trap, lid: text('lid:1') }, english),
    plain.tellUnreadGroups([{ name: trap, file: text('a.yaml') }], english),
    plain.tellLeftAlone(
      { reason: 'perhaps-same', needsHuman: true, label: text('ana'), other: trap } as LeftAloneView,
      english,
    ),
    plain.toWaitingLabel({ label: trap } as WaitingView, english),
  ];
  for (const sentence of told) expect(sentence.split(quoted).join('')).not.toContain(trap);
  for (const sentence of told) expect(sentence).toContain(quoted);
});

test('somebody without a name is somebody', () => {
  expect(plain.toLeftAloneLabel({ label: text('') }, english)).toBe(english.terminal.somebody);
  expect(plain.toWaitingLabel({ label: text('') } as WaitingView, english)).toBe(english.terminal.somebody);
  expect(plain.toWaitingLabel({ label: text(''), setting: 'topic' } as WaitingView, english)).toBe('topic');
});

test('a loosened rule stands with its file, its key and both values', () => {
  const [first] = loosenedSamples().map((each) => plain.tellLoosenedRule(each, english));
  expect(first).toMatch(/^_policy\.yaml: limits\.removals\.group 10% → 50%: /);
});

test('of many groups the first few are named, and how many more there are', () => {
  const groups = Array.from({ length: 24 }, (_, index) => ({
    name: text(`G${index}`),
    file: text('a.yaml'),
  }));
  const told = plain.tellUnreadGroups(groups, english);
  expect(told).toContain('"G19" (a.yaml) and 4 more');
  expect(told).not.toContain('G20');
});
