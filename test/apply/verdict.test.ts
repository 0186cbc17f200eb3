import { expect, test } from 'vitest';
import type { GroupRun, ApplyRun } from '../../src/apply/run.ts';
import { toVerdict, whenOver } from '../../src/apply/verdict.ts';
import type { Change, PhotoChange, SettingChange } from '../../src/domain/plan/change.ts';
import type { Answer } from '../../src/domain/gateway.ts';
import type { LiveGroup, Reading } from '../../src/domain/group.ts';
import type { Stop } from '../../src/domain/plan/outcome.ts';
import type { GroupPlan } from '../../src/domain/plan/plan.ts';
import {
  altos,
  desiredGroup,
  hidden,
  key,
  listed,
  liveGroup,
  living,
  personChange,
  planInput,
  singer,
} from '../support/choir.ts';

const add = personChange('add', 2);
const remove = personChange('remove', 3, { before: 'member' });
const rename: SettingChange = {
  group: altos,
  action: 'set',
  setting: 'name',
  before: 'Altoz',
  after: 'Altos',
  why: { kind: 'differs' },
};
const photo: PhotoChange = {
  group: altos,
  action: 'set',
  setting: 'photo',
  before: { kind: 'none' },
  after: { kind: 'none' },
  why: { kind: 'differs' },
};

const before = liveGroup({ people: [living(3)], settings: { ...liveGroup().settings, name: 'Altoz' } });
const accepted: Answer = { kind: 'accepted', invited: [] };
const limited: Stop = { kind: 'stop', code: 'rate-limited', text: 'rate-overlimit' };
const lost: Stop = { kind: 'stop', code: 'session-lost', text: 'the answer could not be read' };
const unreadable: Reading = { kind: 'unreadable', reason: 'failed', text: 'it was not read' };

interface Setup {
  /** Absent: it was not tried. */
  readonly answer?: Answer;
  /** Who else was in the request. */
  readonly others?: readonly Change[];
  /** The last reading; a group in which nothing has happened unless told otherwise. */
  readonly after?: LiveGroup | Reading;
  readonly plan?: Partial<GroupPlan>;
  readonly gaveUp?: boolean;
  readonly run?: Partial<ApplyRun>;
}

function judge(change: Change, { answer, others = [], after = before, plan, gaveUp, run }: Setup) {
  const group: GroupRun = {
    approved: [change],
    attempts: answer ? [{ change, answer, before, batch: [change, ...others] }] : [],
    first: before,
    plan: {
      desired: desiredGroup({ people: [listed(2)] }),
      reading: 'people' in after ? { kind: 'read', group: after } : after,
      changes: [change],
      leftAlone: [],
      refusals: [],
      scheduled: [],
      notices: [],
      ...plan,
    },
    gaveUp: gaveUp ?? false,
    readAt: 0,
    isReadAgain: true,
  };
  const whole: Partial<ApplyRun> = {
    input: planInput([]),
    registered: new Map(),
    paceSpent: false,
    signal: new AbortController().signal,
    ...run,
  };
  const { change: about, ...verdict } = toVerdict(change, group, whole as ApplyRun);
  expect(about).toBe(change);
  return verdict;
}

const incomplete = liveGroup({ ...before, people: [living(3)], peopleComplete: false });
const withNewcomer = liveGroup({ people: [], unidentified: [hidden('330631678702157')] });
const nobody = new Map([[singer(2).phone, false]]);
const refusal = { limit: 'removals', scope: 'group', count: 4, allowed: 3 } as const;
const needs = [{ action: 'promote', person: key(4) }] as const;
const unregistered: Answer = { kind: 'rejected', code: 'unregistered', text: 'a number is not on WhatsApp' };

test.each<[string, Change, Setup, result: string, cause: string]>([
  [
    'only joins by invitation',
    add,
    { answer: { ...accepted, invited: ['447700900002'] } },
    'declined',
    'declined',
  ],
  [
    'cannot be told from another who refused',
    add,
    { answer: { ...accepted, invited: ['330631678702157'] }, others: [personChange('add', 5)] },
    'not-verified',
    'one-of-several',
  ],
  [
    'was sent to a group that cannot be read any more',
    add,
    { answer: accepted, after: unreadable },
    'not-verified',
    'unreadable',
  ],
  ['is about a group that could not be read', add, { after: unreadable }, 'skipped', 'unreadable'],
  ['is a photo that could not be read again', photo, { answer: accepted }, 'not-verified', 'photo-unread'],
  [
    'was sent, with no whole list after it',
    remove,
    { answer: accepted, after: incomplete },
    'not-verified',
    'incomplete',
  ],
  [
    'may hide among newcomers',
    remove,
    { answer: accepted, after: withNewcomer },
    'not-verified',
    'perhaps-hidden',
  ],
  [
    'had no clear answer',
    rename,
    { answer: { kind: 'unknown', text: 'the answer could not be read' } },
    'not-verified',
    'no-answer',
  ],
  ['was accepted without effect', rename, { answer: accepted }, 'not-verified', 'without-effect'],
  ['is on no WhatsApp', add, { run: { registered: nobody } }, 'failed', 'not-on-whatsapp'],
  [
    'is on WhatsApp no more',
    remove,
    { run: { registered: new Map([[singer(3).phone, false]]) } },
    'failed',
    'gone-from-whatsapp',
  ],
  [
    'was rejected, whatever the words of the server begin with',
    rename,
    { answer: { kind: 'rejected', code: 'other', text: 'what it needs first could not be read' } },
    'failed',
    'rejected',
  ],
  ['was not tried where GOWA kept refusing', rename, { gaveUp: true }, 'skipped', 'gave-up'],
  ['was cut off by a lost session', rename, { answer: lost, run: { stop: lost } }, 'skipped', 'line-lost'],
  ['was cut off by a limit', rename, { answer: limited, run: { stop: limited } }, 'skipped', 'stopped'],
  ['comes after a limit', rename, { run: { stop: limited } }, 'skipped', 'stopped'],
  ['comes after a lost session', rename, { run: { stop: lost } }, 'skipped', 'stopped'],
  [
    'was in a refused batch of which a limit lets nobody tell whose number it was',
    add,
    { answer: unregistered, run: { stop: limited } },
    'skipped',
    'stopped',
  ],
  [
    'was in a refused batch of which the pace lets nobody tell whose number it was',
    add,
    { answer: unregistered, run: { paceSpent: true } },
    'skipped',
    'pace',
  ],
  ['comes after an interruption', rename, { run: { signal: AbortSignal.abort() } }, 'skipped', 'interrupted'],
  [
    'is left alone by now',
    add,
    { plan: { changes: [], leftAlone: [{ reason: 'full', change: add }] } },
    'skipped',
    'left-alone',
  ],
  ['is refused by now', remove, { plan: { refusals: [refusal] } }, 'skipped', 'limit'],
  ['needs what did not happen', { ...remove, needs }, {}, 'skipped', 'needs'],
  ['is beyond the pace', add, { run: { paceSpent: true } }, 'skipped', 'pace'],
  ['is not due any more', rename, { plan: { changes: [] } }, 'skipped', 'not-due'],
])('a change that %s', (_, change, setup, result, cause) => {
  const verdict = judge(change, setup);
  expect(verdict).toMatchObject({ result, cause });
});

test('a change that the last reading shows is verified, whatever the answer was', () => {
  const after = liveGroup({ people: [living(2)] });
  for (const answer of [accepted, limited, lost, unregistered]) {
    expect(judge(add, { answer, after, run: { stop: limited } })).toEqual({ result: 'verified' });
  }
});

test('a group that a run did not come to says what ended the run', () => {
  const run = { signal: AbortSignal.abort() } as ApplyRun;
  expect(whenOver(run)).toMatchObject({ result: 'skipped', cause: 'interrupted' });
  expect(whenOver({ ...run, stop: lost })).toMatchObject({ result: 'skipped', cause: 'stopped' });
});
