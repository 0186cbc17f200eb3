import type { KeptPlan, MergedPull, PlanPlace, Review } from '../forge.ts';
import type { Job } from '../job.ts';
import { toApprovedDigest } from './approved-digest.ts';
import type { Sealer } from '../state/seals.ts';

/** What approves a pull request that was merged, or why nothing does. */
export interface Approving {
  readonly pull: MergedPull;
  readonly result:
    | { readonly kind: 'plan'; readonly text: string }
    /** There was none before the merge. */
    | { readonly kind: 'none' }
    /** It was made after the last approving review, and approves something else than the plan that was there then. */
    | { readonly kind: 'not-reviewed' }
    /** Several pull requests brought the same head and showed different plans; nobody can tell which of them was read. */
    | { readonly kind: 'disputed' };
}

/** What is found of one pull request before others with the same head have a say. */
interface Found extends Approving {
  /** Somebody has approved this very head by a review. */
  readonly isReviewed: boolean;
}

/** The plan of each pull request that approves it. */
export async function findApproving(
  job: Job,
  pulls: readonly MergedPull[],
  sealer: Sealer,
): Promise<Approving[]> {
  const found: Found[] = [];
  for (const pull of pulls) found.push(await findOne(job, pull, sealer));
  return found.map((each) => settleSharedHead(each, found));
}

/**
 * Of pull requests with one head, GitHub calls all merged when one is. Those that were reviewed go before the others; where
 * that does not tell them apart, their plans must be the same.
 */
function settleSharedHead({ pull, result, isReviewed }: Found, all: readonly Found[]): Approving {
  const rivals = all.filter((other) => other.pull.head === pull.head && other.pull.number !== pull.number);
  const withPlan = rivals.filter((other) => other.result.kind === 'plan');
  if (result.kind !== 'plan' || withPlan.length === 0) return { pull, result };
  const isOutdone = !isReviewed && rivals.some((other) => other.isReviewed);
  const equals = withPlan.filter((other) => isReviewed === other.isReviewed);
  const isSame = equals.every((other) => toDigest(other) === toApprovedDigest(result.text));
  return isOutdone || !isSame ? { pull, result: { kind: 'disputed' } } : { pull, result };
}

function toDigest({ result }: Found): string {
  return result.kind === 'plan' ? toApprovedDigest(result.text) : '';
}

/**
 * The newest plan that was there before the merge: whoever merged can have read only that. Where a review approved this
 * head, the plan that was there before the last one must approve the same. Forges tell whole seconds: a plan that was kept in
 * the second of a review counts as kept after it.
 */
async function findOne(job: Job, pull: MergedPull, sealer: Sealer): Promise<Found> {
  const { forge, accountName: account } = job;
  const place = { account, pullRequest: pull.number, commit: pull.head };
  const reviews = (await forge.findApprovals(pull.number)).filter(isAbout(pull));
  const isReviewed = reviews.length > 0;
  const reviewedAt = Math.max(...reviews.map(({ at }) => at));
  let newest: string | undefined;
  for await (const kept of forge.findPlans(place, pull.mergedAt)) {
    const text = await readPlan(kept, place, sealer);
    if (text === undefined) continue;
    newest ??= text;
    if (isReviewed && kept.keptAt >= reviewedAt) continue;
    const isSame = newest === text || toApprovedDigest(newest) === toApprovedDigest(text);
    return { pull, isReviewed, result: isSame ? { kind: 'plan', text: newest } : { kind: 'not-reviewed' } };
  }
  return { pull, isReviewed, result: { kind: newest === undefined ? 'none' : 'not-reviewed' } };
}

function isAbout({ head, mergedAt }: MergedPull): (approval: Review) => boolean {
  return (approval) => approval.head === head && approval.at <= mergedAt;
}

/** The plan that was kept, if its seal holds. */
async function readPlan(kept: KeptPlan, place: PlanPlace, sealer: Sealer): Promise<string | undefined> {
  const file = await kept.read();
  if (!file) return undefined;
  const { keptAt, isTimeTold } = kept;
  const sealed = { kind: 'plan', ...place, ...(!isTimeTold && { keptAt }) } as const;
  return sealer.isSealed(file.plan, file.seal, sealed) ? Buffer.from(file.plan).toString() : undefined;
}
