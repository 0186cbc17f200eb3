import { commentLimit } from '../../domain/comment-limit.ts';
import { cutMarkdown } from '../cut.ts';
import { escapeInline } from '../../safe/inline.ts';
import type { Job } from '../job.ts';
import { loadOwnWords } from './load-own-words.ts';
import type { Branch, Pushed } from './push-branch.ts';
import { isOwnBranch, pushBranch } from './push-branch.ts';

/** What a pull request of ours offers: one a kind and account. */
export type OfferKind = 'adopt' | 'ids';

/** Files that are offered, and what is said of them. */
export interface Offer extends Pick<Branch, 'tree' | 'parent' | 'title'> {
  /** Markdown, with nothing in it that was not made safe. */
  readonly body: string;
}

/**
 * Puts the files on a branch of their own, and opens the one pull request for them, or says anew what the open one is. Nothing is done
 * where somebody else has put commits on that branch.
 */
export async function offerPull(job: Job, kind: OfferKind, offer: Offer): Promise<Pushed> {
  const { forge } = job;
  const branch = toBranch(job, kind);
  const { title } = offer;
  const pushed = await pushBranch(job, { ...offer, branch });
  if (pushed.kind === 'foreign') return pushed;
  const body = cutMarkdown(offer.body, commentLimit, (await loadOwnWords(job)).forge.cut);
  const open = await forge.findPull(branch);
  if (open === undefined) await forge.openPull(branch, title, body);
  else await forge.editPull(open, title, body);
  return pushed;
}

/** Closes the pull request, where one is open: there is nothing to offer any more. One with commits of somebody else stays. */
export async function withdrawPull(job: Job, kind: OfferKind): Promise<void> {
  const branch = toBranch(job, kind);
  const open = await job.forge.findPull(branch);
  if (open !== undefined && (await isOwnBranch(job, branch))) await job.forge.closePull(open);
}

/** Why nothing was offered on a branch of somebody else. */
export async function tellForeign(job: Job, kind: OfferKind): Promise<string> {
  return (await loadOwnWords(job)).forge.foreign(escapeInline(toBranch(job, kind)));
}

function toBranch({ accountName }: Job, kind: OfferKind): string {
  const branch = `rollcall-${kind}`;
  return accountName === 'main' ? branch : `${branch}-${accountName.replaceAll(/[^\w-]/g, '-')}`;
}
