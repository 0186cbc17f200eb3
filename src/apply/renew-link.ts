import type { Change, LinkRenewal } from '../domain/plan/change.ts';
import { isLinkRenewal } from '../domain/plan/change.ts';
import type { LiveGroup } from '../domain/group.ts';
import type { Verdict } from '../domain/plan/outcome.ts';
import { deliver } from './deliver.ts';
import type { ApplyRun, Attempt, GroupRun, Renewal } from './run.ts';

/**
 * Renews the link of a group, once, and compares it with the one before: what GOWA answers is taken for no proof. A link
 * that cannot be read is not renewed, since nobody could say afterwards whether it was. Links are secrets: they stay in
 * here, and only whether they differ leaves.
 */
export async function renewLink(due: readonly Change[], group: GroupRun, run: ApplyRun): Promise<void> {
  const change = due.find(isLinkRenewal);
  const { reading } = group.plan;
  if (!change || !run.readLink || reading.kind === 'unreadable') return;
  const before = await run.readLink(change.group);
  if (before === undefined) group.renewal = 'unread-before';
  else await sendRenewal(change, { group, live: reading.group, before }, run);
}

interface Place {
  readonly group: GroupRun;
  readonly live: LiveGroup;
  /** The link as it was. */
  readonly before: string;
}

async function sendRenewal(
  change: LinkRenewal,
  { group, live, before }: Place,
  run: ApplyRun,
): Promise<void> {
  const attempts = await deliver([[change]], live, run);
  group.attempts.push(...attempts);
  const [attempt] = attempts;
  // What says stop was said before anything was done, and asks for no further questions.
  if (!attempt || attempt.answer.kind === 'stop') return;
  const after = await run.readLink?.(change.group);
  group.renewal = after === undefined ? 'unread-after' : after === before ? 'same' : 'new';
}

/** What became of a renewal that was sent, or could not be; undefined: as of any other change. */
export function toRenewalVerdict(renewal: Renewal | undefined, attempt?: Attempt): Verdict | undefined {
  if (renewal === 'new') return { result: 'verified' };
  if (renewal === 'unread-before') return { result: 'skipped', cause: 'link-unread' };
  if (attempt?.answer.kind !== 'accepted') return undefined;
  return { result: 'not-verified', cause: renewal === 'same' ? 'without-effect' : 'link-unread' };
}
