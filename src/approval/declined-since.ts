import { isPersonChange } from '../domain/plan/change.ts';
import type { Pending } from '../domain/past.ts';
import { keptFor } from '../domain/patience.ts';
import { findAllGroups } from '../domain/plan/plan.ts';
import type { ChangeId } from '../planning/approval.ts';
import { findDrift } from './find-drift.ts';
import type { Situation } from './situation.ts';

type Approval<About> = readonly [ChangeId, About];

/**
 * The approvals, as far as the wishes go of those whom they are about: who declined an add after it was approved (`toGiven`:
 * when, milliseconds since 1970) may come by the link, and to be added once more takes another approval. Where a group cannot
 * be read, nobody can tell whose wish it was: what the memory holds for the link alone stays so.
 */
export function withWishes<About extends Pick<Pending, 'lane'>>(
  approved: readonly Approval<About>[],
  toGiven: (about: About) => number,
  situation: Pick<Situation, 'plan' | 'input' | 'toId'>,
): Approval<About>[] {
  const { past, now } = situation.input;
  const declines = findDeclines(situation);
  const isForLink = ([id, about]: Approval<About>) => {
    if (!declines.has(id)) return past.pending.get(id)?.lane === 'link';
    const declined = declines.get(id);
    // A plan that knew of a wish that is heeded still would not approve the add at all.
    return declined !== undefined && declined > Math.min(toGiven(about), now - keptFor.declined);
  };
  return approved.map((each) => (isForLink(each) ? [each[0], { ...each[1], lane: 'link' }] : each));
}

/** Everybody who is missing, by the id that stands for that, and when they declined to be added. */
function findDeclines({
  plan,
  input,
  toId,
}: Pick<Situation, 'plan' | 'input' | 'toId'>): ReadonlyMap<ChangeId, number | undefined> {
  const missing = findAllGroups(plan)
    .flatMap(findDrift)
    .filter(isPersonChange)
    .filter(({ action }) => action === 'add');
  return new Map(
    missing.map((change) => [toId(change), input.past.declined.get(change.group)?.get(change.person.key)]),
  );
}
