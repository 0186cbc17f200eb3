import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { choirFile, number, openDatedStage, singers, until } from '../support/dated-stage.ts';
import type { DatedStage, PlanDocument } from '../support/dated-stage.ts';

/** What may happen in some weeks: people end, are forgotten or listed again; plans are made and merged; days pass. */
type Deed =
  | { readonly do: 'end'; readonly who: number; readonly day: number }
  | { readonly do: 'leave out' | 'list'; readonly who: number }
  | { readonly do: 'make admin' | 'end as admin'; readonly who: number; readonly day: number }
  | { readonly do: 'plan' | 'apply the plan' | 'merge' | 'apply' | 'apply, read nothing' }
  | { readonly do: 'wait'; readonly days: number };

const who = fc.integer({ min: 2, max: singers + 1 });
const day = fc.integer({ min: 1, max: 20 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('end' as const), who, day }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('leave out' as const, 'list' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('make admin' as const, 'end as admin' as const), who, day }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'plan' as const,
        'apply the plan' as const,
        'merge' as const,
        'apply' as const,
        'apply, read nothing' as const,
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 6 }) }),
  },
);

function toDay(count: number): string {
  return new Date(Date.UTC(2026, 5, count)).toISOString().slice(0, 10);
}

/** Plays the deeds, and collects what was taken from people without an id that a plan file had approved. */
async function play(
  stage: DatedStage,
  deeds: readonly Deed[],
): Promise<{ strange: string[]; taken: number }> {
  const entries: Record<number, string> = {};
  const admins: Record<number, string> = {};
  const approved = new Set<string>();
  const strange: string[] = [];
  let planned: PlanDocument | undefined;
  let [today, taken] = [2, 0];
  const write = async () => {
    const ends = Object.values(admins);
    const list =
      ends.length === 0 ? 'admins: []\n' : `admins:\n${ends.map((each) => `  - ${each}\n`).join('')}`;
    await stage.write('groups/choir.yaml', choirFile(entries, list));
  };
  const apply = async (...argv: string[]) => {
    const before = countTaken(stage);
    const { report } = await stage.apply(...argv);
    const ids = findTaken(report);
    strange.push(...ids.filter((id) => !approved.has(id)));
    const now = countTaken(stage) - before;
    taken += now;
    if (now > ids.length) strange.push(`${now} people in requests, ${ids.length} in the report`);
  };
  for (const one of deeds) {
    if (one.do === 'end') entries[one.who] = until(one.who, toDay(one.day));
    if (one.do === 'leave out') entries[one.who] = '';
    if (one.do === 'list') delete entries[one.who];
    if (one.do === 'make admin') admins[one.who] = `"+${number(one.who)}"`;
    if (one.do === 'end as admin') admins[one.who] = until(one.who, toDay(one.day));
    await write();
    if (one.do === 'wait') {
      today += one.days;
      await stage.goTo(toDay(today));
    }
    if (one.do === 'plan' || one.do === 'merge') planned = (await stage.plan('plan.json')).document;
    if ((one.do === 'apply the plan' || one.do === 'merge') && planned) {
      for (const id of findApproved(planned)) approved.add(id);
      await apply(stage.path('plan.json'));
    }
    if (one.do === 'apply') await apply();
    if (one.do === 'apply, read nothing') {
      stage.sandbox.setFaults([{ path: '/group/info', status: 500, body: '{}' }]);
      await apply();
      stage.sandbox.setFaults([]);
    }
  }
  return { strange, taken };
}

function findApproved({ groups }: PlanDocument): string[] {
  const all = groups.flatMap(({ changes, scheduled }) => [...changes, ...scheduled]);
  return all.filter(({ refused }) => !refused).map(({ id }) => id);
}

/** Ids of removals and demotions that were sent, whatever came of them. */
function findTaken({ groups }: PlanDocument): string[] {
  return groups
    .flatMap(({ changes }) => changes)
    .filter(({ action, outcome }) => (action === 'remove' || action === 'demote') && outcome)
    .filter(({ outcome }) => outcome?.result !== 'skipped')
    .map(({ id }) => id);
}

function countTaken(stage: DatedStage): number {
  return stage.sandbox
    .requests()
    .filter(({ method, path }) => method === 'POST' && /participants\/(?:remove|demote)/.test(path))
    .flatMap(({ body }) => (body as { participants: string[] }).participants).length;
}

test('nobody loses anything by a request whose id no plan file approved', async () => {
  let all = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 24 }), async (deeds) => {
      const stage = await openDatedStage();
      try {
        const { strange, taken } = await play(stage, deeds);
        all += taken;
        expect(strange).toEqual([]);
      } finally {
        await stage.close();
      }
    }),
    { numRuns: 20 },
  );
  // Otherwise it has shown nothing.

  expect(all).toBeGreaterThan(0);
});
