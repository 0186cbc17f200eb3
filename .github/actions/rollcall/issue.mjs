import { readFileSync } from 'node:fs';
import { api, getAll, isOwn } from './github.mjs';
import { cutMarkdown } from './workflow.mjs';

/** GitHub takes 65,536 characters. Bytes. */
const limit = 64_000;

/** Keeps one issue about drift: opened where there is some, rewritten while there is, closed when there is none. */
export async function reportDrift({ kind, file, hasDrift }, env) {
  const marker = `<!-- rollcall drift ${kind} -->`;
  const path = `/repos/${env.GITHUB_REPOSITORY}/issues`;
  const query = `${path}?state=open&creator=${encodeURIComponent('github-actions[bot]')}`;
  const open = (await getAll(query, env)).find((issue) => !issue.pull_request && isOwn(issue, marker));
  if (!hasDrift) {
    if (open)
      await api('PATCH', `${path}/${open.number}`, { state: 'closed', state_reason: 'completed' }, env);
    return;
  }
  const body = cutMarkdown(`${marker}\n${readFileSync(file, 'utf8')}`, limit);
  const title = `The groups differ from their files${kind === 'main' ? '' : ` (${kind})`}`;
  if (open) await api('PATCH', `${path}/${open.number}`, { title, body }, env);
  else await api('POST', path, { title, body }, env);
}
