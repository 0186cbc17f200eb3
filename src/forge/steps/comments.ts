import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mask } from '../../safe/mask.ts';
import { toAddress } from '../../safe/address.ts';
import { cutMarkdown, toFencedText } from '../cut.ts';
import { commentLimit } from '../../domain/comment-limit.ts';
import { escapeInline } from '../../safe/inline.ts';
import type { ForgeWords } from '../../words/forge-words.ts';
import type { Job } from '../job.ts';
import { loadOwnWords } from '../offer/load-own-words.ts';
import { toApprovedDigest } from '../review/approved-digest.ts';

/** Says in one comment on the pull request what merging would do, or why there is no plan. */
export async function commentPlan(job: Job): Promise<void> {
  const number = toNumber(job.input('PULL_REQUEST'));
  const words = (await loadOwnWords(job)).forge;
  const { noPlan, unplanned, approvesNothing, another } = words.comment;
  const text = `${job.input('TROUBLE') || unplanned}\n${approvesNothing}`;
  const report = await readReport(job, { title: noPlan, text, words });
  const marker = `<!-- rollcall plan ${job.accountName} -->`;
  const last = (await job.forge.findComments(number)).findLast(({ body }) => body.startsWith(marker));
  const [before, shown] = [last && parseShown(last.body), await readShown(job)];
  const isAnother = before && shown && before.head === shown.head && before.digest !== shown.digest;
  // A plan that could not be made takes nothing back from what the one before it showed.
  const mark = toMark(shown ?? before);
  const body = `${marker}\n${mark}${isAnother ? `> [!IMPORTANT]\n> ${another}\n\n` : ''}${report}`;
  const whole = cutMarkdown(body, commentLimit, words.cut);
  if (last && !isAnother) return job.forge.editComment(last.id, whole);
  await job.forge.addComment(number, whole);
  if (isAnother) await askAgain(job, { number, head: shown.head, reason: words.comment.askAgain });
}

/** Which plan a comment shows: for which head, and what it approves. */
interface Shown {
  readonly head: string;
  readonly digest: string;
}

async function readShown(job: Job): Promise<Shown | undefined> {
  const head = job.input('HEAD_SHA');
  const file = join(job.work, 'plan.json');
  if (head === '' || !existsSync(file)) return undefined;
  return { head, digest: toApprovedDigest(await readFile(file, 'utf8')) };
}

function toMark(shown: Shown | undefined): string {
  return shown ? `<!-- shows ${shown.head} ${shown.digest} -->\n` : '';
}

function parseShown(body: string): Shown | undefined {
  const [, head, digest] = /^<!-- shows ([\da-f]+) ([a-p]{32}) -->$/m.exec(body.slice(0, 1000)) ?? [];
  return head && digest ? { head, digest } : undefined;
}

interface Asking {
  readonly number: number;
  readonly head: string;
  readonly reason: string;
}

/**
 * Whoever has approved another plan is asked again. Where the repository's rules do not let the workflow take a review back,
 * the apply does not count it all the same: it came before the plan.
 */
async function askAgain({ forge, runner }: Job, { number, head, reason }: Asking): Promise<void> {
  for (const approval of await forge.findApprovals(number)) {
    if (approval.head !== head) continue;
    await forge.dismissApproval(number, approval, reason).catch(async (error: unknown) => {
      await runner.annotate([{ level: 'warning', title: 'Rollcall', text: (error as Error).message }]);
    });
  }
}

/** Tells each pull request that was merged what became of it. One that cannot be written to does not stop the others. */
export async function commentOutcome(job: Job): Promise<void> {
  const words = (await loadOwnWords(job)).forge;
  const { noOutcome: title, unreported: text } = words.comment;
  const report = await readReport(job, { title, text, words });
  const marker = `<!-- rollcall outcome ${job.accountName} -->`;
  const body = cutMarkdown(`${marker}\n${report}`, commentLimit, words.cut);
  const failures: string[] = [];
  for (const number of job.input('PULL_REQUESTS').split('\n').filter(Boolean))
    await write(job, toNumber(number), { marker, body }).catch((error: unknown) =>
      failures.push((error as Error).message),
    );
  if (failures.length > 0) throw new Error(failures.join('\n'));
}

/** A new comment, or over the one that a workflow wrote before. */
async function write(
  { forge }: Job,
  number: number,
  { marker, body }: { readonly marker: string; readonly body: string },
): Promise<void> {
  const old = (await forge.findComments(number)).find((comment) => comment.body.startsWith(marker));
  if (old) await forge.editComment(old.id, body);
  else await forge.addComment(number, body);
}

/** The number of a pull request. Throws for anything else. */
function toNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new Error('There is no pull request to write to.');
  return Number(text);
}

/** What a comment without a report says. */
interface Missing {
  readonly title: string;
  readonly text: string;
  readonly words: ForgeWords;
}

/**
 * The report, that of groups that were made above it; where the run did not come to one, what a reader must know instead, and
 * where to look.
 */
async function readReport({ work, addresses, input }: Job, { title, text, words }: Missing): Promise<string> {
  // By now the page has been kept, and has an address of its own.
  const page = toAddress(input('PAGE')) ?? addresses.runPage;
  const files = ['report-new.md', 'report.md']
    .map((name) => join(work, name))
    .filter((file) => existsSync(file));
  const reports = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  if (reports.length > 0) return reports.join('\n\n').replaceAll(addresses.runPage, page);
  return `## ${title}\n\n${toFencedText(mask(text))}\n${words.comment.seeRun(escapeInline(addresses.run))}\n`;
}
