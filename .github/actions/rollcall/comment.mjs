import { readFileSync } from 'node:fs';
import { api, getAll, isOwn } from './github.mjs';
import { cutLines } from './workflow.mjs';

/** GitHub takes comments of 65,536 characters. */
const limit = 60_000;

/** Writes the one comment of a kind on a pull request: a new one, or over the one that a workflow wrote before. */
export async function comment({ number, kind, file }, env) {
  if (!/^[1-9]\d{0,9}$/.test(String(number))) throw new Error('There is no pull request to write to.');
  const marker = `<!-- rollcall ${kind} -->`;
  const body = cutLines(`${marker}\n${readFileSync(file, 'utf8')}`, limit);
  const path = `/repos/${env.GITHUB_REPOSITORY}/issues`;
  const comments = await getAll(`${path}/${number}/comments`, env);
  const old = comments.find((each) => isOwn(each, marker));
  if (old) await api('PATCH', `${path}/comments/${old.id}`, { body }, env);
  else await api('POST', `${path}/${number}/comments`, { body }, env);
}
