import { expect, test } from 'vitest';
import { applyGroup } from '../../src/apply/apply-group.ts';
import { toRenewalVerdict } from '../../src/apply/renew-link.ts';
import type { Answer } from '../../src/domain/gateway.ts';
import type { Outcome } from '../../src/domain/plan/outcome.ts';
import { planGroup } from '../../src/planning/plan-groups.ts';
import { desiredGroup, listed, liveGroup, living, noLimits, planInput, say } from '../support/choir.ts';
import { accepted, createApplyStage, findSent, limited, rejected, unknown } from './apply-stage.ts';

const live = liveGroup({ people: [living(7), living(8), living(9)] });
const desired = desiredGroup({ people: [listed(9)] });

interface Setup {
  /** What the request to renew it is answered with. */
  readonly renewal?: Answer;
  /** Whether the old link is still the one after that. */
  readonly isNew?: boolean;
  /** What the readings of the link give, in their order. */
  readonly links?: readonly (string | undefined)[];
  readonly removal?: Answer;
  /** Nobody leaves, whatever is answered. */
  readonly isStubborn?: boolean;
}

/** What a run does that removes two people and then renews the link, and what becomes of each change. */
async function run({ renewal = accepted, links, removal = accepted, isStubborn = false }: Setup) {
  const stage = createApplyStage({
    desired,
    live,
    answer: (step) => (step[0].action === 'set' ? renewal : removal),
    ...(isStubborn && { meanwhile: () => live }),
  });
  const left = [...(links ?? ['old', 'new'])];
  const policy = { link: { renew: 'after-removals' }, limits: noLimits } as const;
  const whole = {
    ...stage.run,
    input: planInput([[desired, live]], {}, policy),
    readLink: async () => {
      stage.log.push('link');
      return left.shift();
    },
  };
  const plan = planGroup(desired, { kind: 'read', group: live }, whole.input);
  const { outcomes } = await applyGroup(plan, plan.changes, whole);
  return { log: stage.log, sent: findSent(stage.log), outcomes, run: whole };
}

const tell = (outcome: Outcome) =>
  outcome.result === 'verified' ? outcome.result : `${outcome.result} ${outcome.cause}`;

const last = async (setup: Setup) => {
  const { outcomes } = await run(setup);
  return tell(outcomes.at(-1) as Outcome);
};

test('after the removals, and a reading that proves them; the link is read before and after', async () => {
  const { log, sent, outcomes } = await run({});
  expect(sent).toEqual(['remove 7, remove 8', 'set link']);
  expect(log.filter((line) => /read|link/.test(line))).toEqual([
    'read',
    'read',
    'link',
    'intent set link',
    'send set link',
    'link',
  ]);
  expect(outcomes.map(({ change }) => say(change))).toEqual(['remove 7', 'remove 8', 'set link']);
  expect(outcomes.map(tell)).toEqual(['verified', 'verified', 'verified']);
});

test.each<[string, Setup, string]>([
  [
    'GOWA reports success and the link is the old one',
    { links: ['old', 'old'] },
    'not-verified without-effect',
  ],
  ['it cannot be read after that', { links: ['old'] }, 'not-verified link-unread'],
  ['an unclear answer, and the link is another one', { renewal: unknown }, 'verified'],
  ['an unclear answer, and it is not', { renewal: unknown, links: ['old', 'old'] }, 'not-verified no-answer'],
  ['an unclear answer, and nobody can tell', { renewal: unknown, links: ['old'] }, 'not-verified no-answer'],
  ['the account may not', { renewal: rejected('permission'), links: ['old', 'old'] }, 'failed rejected'],
  ['WhatsApp limits the account', { renewal: limited }, 'skipped stopped'],
])('%s', async (_, setup, told) => {
  expect(await last(setup)).toBe(told);
});

test('a link that cannot be read before is not renewed: nobody could say whether it was', async () => {
  const { sent, outcomes } = await run({ links: [] });
  expect(sent).toEqual(['remove 7, remove 8']);
  expect(outcomes.map(tell)).toEqual(['verified', 'verified', 'skipped link-unread']);
});

test.each<[string, Setup]>([
  ['nobody was removed', { isStubborn: true }],
  ['all removals are refused', { removal: rejected('permission'), isStubborn: true }],
])('never where %s', async (_, setup) => {
  const { sent, log, outcomes } = await run(setup);
  expect(sent).not.toContain('set link');
  expect(log).not.toContain('link');
  expect(tell(outcomes.at(-1) as Outcome)).toMatch(/^skipped (needs|gave-up)$/);
});

test('a limit ends the run, and the link is not asked for once more', async () => {
  const { log, run: whole } = await run({ renewal: limited });
  expect(whole.stop).toEqual(limited);
  expect(log.filter((line) => line === 'link')).toHaveLength(1);
});

test('no link is in what becomes of it', async () => {
  const { outcomes } = await run({
    links: ['https://chat.whatsapp.com/SECRET', 'https://chat.whatsapp.com/OTHER'],
  });
  expect(JSON.stringify(outcomes, (_, value) => (value instanceof Map ? [...value] : value))).not.toContain(
    'SECRET',
  );
});

test('where nothing was tried it is as of any other change', () => {
  expect(toRenewalVerdict(undefined)).toBeUndefined();
});
