import { existsSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commentLimit, commentMargin } from '../domain/comment-limit.ts';
import { exitCodes } from '../exit-codes.ts';
import type { PlanDocument } from '../render/json/plan-document.ts';
import { mask } from '../safe/mask.ts';
import type { FailureReason } from '../words/forge-words.ts';
import type { Ran } from './command.ts';
import { cutLines, toFencedText } from './cut.ts';
import type { Job } from './job.ts';
import { loadOwnWords, loadTellCut } from './offer/load-own-words.ts';

/** What a code means, for `failure-reason`; '' for success. */
const reasons: Readonly<Record<number, FailureReason | ''>> = {
  [exitCodes.ok]: '',
  [exitCodes.failed]: 'failed',
  [exitCodes.changes]: '',
  [exitCodes.incomplete]: 'incomplete',
  [exitCodes.refused]: 'refused',
  [exitCodes.usage]: 'usage',
  [exitCodes.mistakes]: 'mistakes',
  [exitCodes.interrupted]: 'interrupted',
};

/** The code that a reason stands for; whatever is none that is known is a failure. */
export function toCode(reason: string): number {
  const [code] = Object.entries(reasons).find(([, known]) => known === reason) ?? [exitCodes.failed];
  return Number(code);
}

export interface Ending extends Ran {
  /** The document of the plan or the report, where the run came to one. */
  readonly document?: PlanDocument | undefined;
  /** What was left for later is no failure. */
  readonly isQuiet?: boolean;
}

/**
 * The page under a name of this account's own, since what a run keeps is told apart by the names of files, and the jobs of
 * several accounts are one run. Returns its path; '' where there is none.
 */
async function namePage({ work, accountName }: Job): Promise<string> {
  const page = join(work, 'report.html');
  if (!existsSync(page)) return '';
  const named = join(work, `rollcall-${accountName.replaceAll(/[^\w-]/g, '-')}.html`);
  await copyFile(page, named);
  return named;
}

/** Tells the runner how it ended: outputs, summary, and the exit code, which is Rollcall's own. */
export async function endStep(ending: Ending, job: Job): Promise<number> {
  const { code, document, isQuiet = false } = ending;
  const reason = reasons[code] ?? 'bug';
  const page = await namePage(job);
  await job.runner.setOutputs({ ...toOutputs(document), 'failure-reason': reason, page });
  const report = join(job.work, 'report.md');
  if (!existsSync(report)) await writeFile(report, await toPrinted(ending, job));
  await job.runner.addSummary(await readFile(report, 'utf8'));
  if (code === exitCodes.ok || (isQuiet && code === exitCodes.incomplete)) return exitCodes.ok;
  const { notes } = (await loadOwnWords(job)).forge;
  const text = notes.ended(notes.reasons[reason === '' ? 'incomplete' : reason], code);
  await job.runner.annotate([{ level: 'error', title: 'Rollcall', text }]);
  return code;
}

/** What a run printed that came to no report. */
async function toPrinted({ err, out }: Ending, job: Job): Promise<string> {
  const text = mask(err + out, job.io.left());
  const limit = commentLimit - commentMargin;
  return toFencedText(text.length > limit ? cutLines(text, limit, await loadTellCut(job)) : text);
}

function toOutputs(document: PlanDocument | undefined) {
  const { toJoin = 0, toLeave = 0, toPromote = 0, toDemote = 0, toChange = 0 } = document?.summary ?? {};
  return {
    changes: toJoin + toLeave + toPromote + toDemote + toChange,
    'to-add': toJoin,
    'to-remove': toLeave,
    fingerprint: document?.fingerprint ?? '',
  };
}

/** A document that Rollcall wrote to a file; undefined where it did not come to that. */
export async function readDocument(file: string): Promise<PlanDocument | undefined> {
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as PlanDocument) : undefined;
}
