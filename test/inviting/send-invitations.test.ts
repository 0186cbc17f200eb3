import { expect, test } from 'vitest';
import type { RunEvent } from '../../src/domain/event.ts';
import type { Answer } from '../../src/domain/gateway.ts';
import type { GroupPlan } from '../../src/domain/plan/plan.ts';
import { SessionError } from '../../src/errors.ts';
import type { SendContext } from '../../src/inviting/send-invitations.ts';
import { sendInvitations } from '../../src/inviting/send-invitations.ts';
import { key, liveGroup, pace, personChange, singer, settings } from '../support/choir.ts';
import { desiredGroup, groupPlan } from '../render/sample-plans.ts';
import { createTestClock } from '../support/stage.ts';

const accepted = { kind: 'accepted', invited: [] } as const;
const invitees = [2, 3, 4].map((n) => ({ person: singer(n), change: personChange('add', n) }));

/** A run in which each message gets the next of these answers, and all that happens is written down in its order. */
function play(
  answers: readonly Answer[],
  more: Partial<SendContext> = {},
  left: readonly number[] = [2, 3, 4],
) {
  const log: string[] = [];
  const plan: GroupPlan = groupPlan(desiredGroup('altos.yaml', 'Altos'), {
    changes: left.map((n) => personChange('add', n)),
    reading: { kind: 'read', group: liveGroup({ settings: { ...settings, 'join-approval': true } }) },
  });
  const clock = createTestClock();
  const context: SendContext = {
    messenger: {
      send: async (phone, text) => {
        log.push(`send ${phone.slice(-1)} ${text}`);
        return answers[log.filter((line) => line.startsWith('send')).length - 1] ?? accepted;
      },
    },
    readAgain: async () => {
      log.push('read');
      return plan;
    },
    ended: () => undefined,
    own: key(1),
    isOwnFound: async () => true,
    record: async (event: RunEvent) => void log.push(event.type),
    past: { messages: [], lookups: [] },
    pace: { ...pace, messagesPerDay: 20, lookupsPerDay: 100 },
    hasPauses: true,
    clock: { ...clock, sleep: async () => void log.push('pause') },
    random: () => 0.5,
    signal: new AbortController().signal,
    tell: ({ result }) => log.push(result),
    ...more,
  };
  return { log, context, run: () => sendInvitations(invitees, 'Hi', context) };
}

const one = (n: number) => ['read', 'message', `send ${n} Hi`, 'message-answer', 'sent'];
const refuse = (type: string) => ({
  record: async (event: RunEvent) => {
    if (event.type === type) throw new SessionError('The disk is full.');
  },
});

test('each after a reading, written down before it leaves, with a pause to the next', async () => {
  const { log, run } = play([]);
  expect(await run()).toMatchObject({ rest: [] });
  expect(log).toEqual([...one(2), 'pause', ...one(3), 'pause', ...one(4)]);
});

test('what cannot be written down is not sent; what was sent is told though its answer cannot be', async () => {
  const before = play([], refuse('message'));
  expect(await before.run()).toMatchObject({
    sent: [],
    ending: { why: 'stopped', text: 'The disk is full.' },
  });
  expect(before.log.filter((line) => line.startsWith('send'))).toEqual([]);
  const after = play([], refuse('message-answer'));
  expect(await after.run()).toMatchObject({ sent: [{ result: 'sent' }], ending: { why: 'stopped' } });
});

test('a bug is no ending: it is thrown', async () => {
  const { run } = play([], { record: () => Promise.reject(new Error('bug')) });
  await expect(run()).rejects.toThrow('bug');
});

test.each<[string, Answer, Partial<SendContext>, object]>([
  ['a limit', { kind: 'stop', code: 'rate-limited', text: 't' }, {}, { why: 'limited' }],
  ['a lost session', { kind: 'stop', code: 'session-lost', text: 't' }, {}, { why: 'stopped' }],
  ['a refusal', { kind: 'rejected', code: 'other', text: 't' }, {}, { why: 'refused' }],
  [
    'look-ups that nobody vouches for',
    { kind: 'rejected', code: 'unregistered', text: 't' },
    { isOwnFound: async () => false },
    { why: 'refused' },
  ],
])('%s ends it', async (_, answer, more, ending) => {
  const { run } = play([accepted, answer], more);
  const delivery = await run();
  expect(delivery).toMatchObject({ sent: [{ result: 'sent' }, { result: 'refused' }], ending });
  expect(delivery.rest).toEqual(invitees.slice(2));
});

test('what has no answer, or is about one number, does not', async () => {
  const unknown = { kind: 'unknown', text: 't' } as const;
  const unregistered = { kind: 'rejected', code: 'unregistered', text: 't' } as const;
  const { log, run } = play([unknown, unregistered]);
  expect((await run()).sent.map(({ result }) => result)).toEqual(['unknown', 'not-on-whatsapp', 'sent']);
  expect(log.filter((line) => line === 'looked-up')).toHaveLength(1);
});

test('the pace counts what is sent on the way, and look-ups too', async () => {
  const few = play([], { pace: { ...pace, messagesPerDay: 2, lookupsPerDay: 100 } });
  expect(await few.run()).toMatchObject({ ending: { why: 'pace' }, rest: [invitees[2]] });
  const fewer = play([], { pace: { ...pace, messagesPerDay: 9, lookupsPerDay: 1 } });
  expect(await fewer.run()).toMatchObject({ ending: { why: 'pace' }, rest: invitees.slice(1) });
});

test('whoever needs none by now gets none, and nobody waits for that', async () => {
  const { log, run } = play([], {}, [2, 4]);
  expect((await run()).sent.map(({ result }) => result)).toEqual(['sent', 'not-due', 'sent']);
  expect(log.filter((line) => line === 'pause')).toHaveLength(1);
});
