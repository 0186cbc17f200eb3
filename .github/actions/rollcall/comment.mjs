import { existsSync, readFileSync } from 'node:fs';
import { api, getAll, isOwn } from './github.mjs';
import { cutMarkdown, toFence } from './workflow.mjs';

/** GitHub takes comments of 65,536 characters. Bytes. */
const limit = 64_000;

/** Writes the one comment of a kind on a pull request: a new one, or over the one that a workflow wrote before. */
export async function comment({ number, kind, text }, env) {
  if (!/^[1-9]\d{0,9}$/.test(String(number))) throw new Error('There is no pull request to write to.');
  const marker = `<!-- rollcall ${kind} -->`;
  const body = cutMarkdown(`${marker}\n${text}`, limit);
  const path = `/repos/${env.GITHUB_REPOSITORY}/issues`;
  const comments = await getAll(`${path}/${number}/comments`, env);
  const old = comments.find((each) => isOwn(each, marker));
  if (old) await api('PATCH', `${path}/comments/${old.id}`, { body }, env);
  else await api('POST', `${path}/${number}/comments`, { body }, env);
}

/** The report; where the run did not come to one, what a reader must know instead, and where to look. */
export function readReport(file, { title, text }, env) {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return `## ${title}\n\n${toFence(text)}\n[The run](${server}/${repository}/actions/runs/${run}) says more.\n`;
}
