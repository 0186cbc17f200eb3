import { expect, test } from 'vitest';
import type { LiveGroup } from '../../src/domain/group.ts';
import type { Answer } from '../../src/domain/gateway.ts';
import type { Outcome } from '../../src/domain/plan/outcome.ts';
import { applyGroup } from '../../src/apply/apply-group.ts';
import { planGroup } from '../../src/planning/plan-groups.ts';
import { desiredGroup, key, lid, listed, liveGroup, settings, singer } from '../support/choir.ts';
import { accepted, createApplyStage, findSent, rejected, unknown } from './apply-stage.ts';

const asking = (...who: readonly number[]) =>
  who.map((n) => ({ person: singer(n), lid: lid(`2222${n}`), at: 1 }));
const group = (...who: readonly number[]): LiveGroup =>
  liveGroup({ settings: { ...settings, 'join-approval': true }, requests: asking(...who) });

interface Options {
  readonly asks?: readonly number[];
  readonly answer?: (nth: number) => Answer;
  /** Who is in, and who asks still, after so many requests. */
  readonly meanwhile?: (live: LiveGroup, sent: number) => LiveGroup;
  readonly people?: readonly number[];
}

/** What was sent, and what became of it: "verified", "skipped asks-no-more". */
async function apply({ asks = [2, 3], answer = () => accepted, meanwhile, people = [2, 3] }: Options) {
  const stage = createApplyStage({
    desired: desiredGroup({ people: people.map((n) => listed(n)) }),
    live: group(...asks),
    answer: (_, nth) => answer(nth),
    ...(meanwhile && { meanwhile }),
  });
  const plan = planGroup(stage.desired, { kind: 'read', group: stage.live() }, stage.run.input);
  const { outcomes } = await applyGroup(plan, plan.changes, stage.run);
  return { sent: findSent(stage.log), outcomes: outcomes.map(tell), log: stage.log };
}

function tell(outcome: Outcome): string {
  if (outcome.result === 'verified') return outcome.result;
  const text = outcome.cause === 'not-let-in' ? ` ${outcome.details?.text}` : '';
  return `${outcome.result} ${outcome.cause}${text}`;
}

/** The group as it would be if nothing of a request had come about but this. */
const stays =
  (...who: readonly number[]) =>
  (live: LiveGroup) => {
    const gone = [...live.people].filter(([each]) => each !== key(2));
    return { ...live, people: new Map(gone), requests: asking(...who) };
  };

test('all of a request are let in, and proved', async () => {
  const { sent, outcomes, log } = await apply({});
  expect([sent, outcomes]).toEqual([['add 2, add 3'], ['verified', 'verified']]);
  // A pause as after any request, not the long one after an add.
  expect(log).toContain('pause 5500');
});

test.each<[what: string, options: Options, sent: readonly string[], outcomes: readonly string[]]>([
  [
    'one took it back',
    {
      answer: () => ({ kind: 'accepted', invited: [], refused: [{ name: '22222', code: '404' }] }),
      meanwhile: stays(),
    },
    ['add 2, add 3'],
    ['skipped asks-no-more', 'verified'],
  ],
  [
    'WhatsApp refuses one, by number or LID, and they ask still',
    {
      answer: () => ({ kind: 'accepted', invited: [], refused: [{ name: singer(2).phone, code: '419' }] }),
      meanwhile: stays(2),
    },
    ['add 2, add 3'],
    ["not-verified not-let-in WhatsApp's 419", 'verified'],
  ],
  [
    'GOWA says 404, and they ask still',
    {
      answer: () => ({ kind: 'accepted', invited: [], refused: [{ name: '22222', code: '404' }] }),
      meanwhile: stays(2),
    },
    ['add 2, add 3'],
    ["not-verified not-let-in WhatsApp's 404", 'verified'],
  ],
  [
    'GOWA says yes, and it was not done',
    { meanwhile: stays() },
    ['add 2, add 3'],
    ['not-verified not-let-in WhatsApp does not say why', 'verified'],
  ],
  [
    'GOWA says no, and it was done',
    { answer: () => ({ kind: 'accepted', invited: [], refused: [{ name: '22222', code: '500' }] }) },
    ['add 2, add 3'],
    ['verified', 'verified'],
  ],
  [
    'no clear answer, and by then nobody asks: nobody is added instead',
    { answer: () => unknown, meanwhile: stays() },
    ['add 2, add 3'],
    ['not-verified no-answer', 'not-verified no-answer'],
  ],
  [
    'a refusal, then each alone',
    { answer: (nth) => (nth === 0 ? rejected('other') : accepted) },
    ['add 2, add 3', 'add 2', 'add 3'],
    ['verified', 'verified'],
  ],
])('%s', async (_, options, sent, outcomes) => {
  const found = await apply(options);
  expect([found.sent, found.outcomes]).toEqual([sent, outcomes]);
});

test('who asks is let in by a request of its own, before the others are added', async () => {
  const { sent, outcomes } = await apply({ asks: [3] });
  expect([sent, outcomes]).toEqual([
    ['add 3', 'add 2'],
    ['verified', 'verified'],
  ]);
});
