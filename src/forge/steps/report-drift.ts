import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeInline } from '../../safe/inline.ts';
import { loadOwnWords } from '../offer/load-own-words.ts';
import { cutMarkdown } from '../cut.ts';
import { commentLimit } from '../../domain/comment-limit.ts';
import type { Job } from '../job.ts';

/** Keeps one issue about drift: opened where there is some, rewritten while there is, closed when there is none. */
export async function reportDrift(job: Job): Promise<void> {
  const { forge, accountName: account, work } = job;
  const changes = job.input('CHANGES');
  // A plan that was not made says nothing, least of all that there is no drift.
  if (!/^\d+$/.test(changes)) throw new Error('There is no plan to tell drift from.');
  const marker = `<!-- rollcall drift ${account} -->`;
  const open = (await forge.findIssues()).find(({ body }) => body.startsWith(marker));
  if (Number(changes) === 0) {
    if (open) await forge.closeIssue(open.id);
    return;
  }
  const report = await readFile(join(work, 'report.md'), 'utf8');
  const words = (await loadOwnWords(job)).forge;
  const body = cutMarkdown(`${marker}\n${report}`, commentLimit, words.cut);
  const title = words.drift(escapeInline(account === 'main' ? '' : account));
  if (open) await forge.editIssue(open.id, title, body);
  else await forge.openIssue(title, body);
}
