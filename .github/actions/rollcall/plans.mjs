import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gitText, isCommit } from './git.mjs';
import { api, getAll, getJson } from './github.mjs';
import { readZipEntry } from './zip.mjs';

/** Only this workflow's plans count. */
const workflow = '.github/workflows/plan.yml';

/**
 * Fetches the plan files of the pull requests that were merged since a commit, into a folder: those that `plan.yml` made
 * for their very heads. What a pull request is, and which head it had, GitHub tells; nothing is taken from the text of a
 * comment or the inside of an artifact. Returns numbers of pull requests, files, and how many commits came without.
 */
export async function fetchPlans({ since, account, folder, workspace }, env) {
  const merged = await findMerged(await listCommits(workspace, since), env);
  await mkdir(folder, { recursive: true });
  const files = [];
  for (const { head } of merged) {
    const plan = await fetchPlan(`rollcall-plan-${account}-${head}`, env);
    if (!plan) continue;
    const file = join(folder, `${head}.json`);
    await writeFile(file, plan);
    files.push(file);
  }
  return {
    pullRequests: merged.map(({ number }) => number),
    files,
    withoutPlan: merged.length - files.length,
  };
}

/** Commits on the way from what was applied last to what is checked out; just the last one where nothing was yet. */
async function listCommits(workspace, since) {
  const range = isCommit(since) ? [`${since}..HEAD`] : ['--max-count=1', 'HEAD'];
  const text = await gitText(workspace, ['rev-list', '--first-parent', '--max-count=500', ...range]).catch(
    () => gitText(workspace, ['rev-list', '--max-count=1', 'HEAD']),
  );
  return text.split('\n').filter(isCommit);
}

async function findMerged(commits, env) {
  const { GITHUB_REPOSITORY: repository, GITHUB_REF_NAME: branch } = env;
  const found = new Map();
  for (const commit of commits) {
    for (const { number, merged_at: at, base, head } of await getAll(
      `/repos/${repository}/commits/${commit}/pulls`,
      env,
    )) {
      const isMerged = at && base.ref === branch && base.repo?.full_name === repository;
      if (isMerged && isCommit(head.sha)) found.set(number, { number, head: head.sha });
    }
  }
  return [...found.values()];
}

/** The newest artifact of this name that `plan.yml` made, as it was on the base: anybody's workflow can use the name. */
async function fetchPlan(name, env) {
  const path = `/repos/${env.GITHUB_REPOSITORY}/actions`;
  const artifacts = await getAll(`${path}/artifacts?name=${name}`, env, (page) => page.artifacts ?? []);
  const sorted = artifacts
    .filter((artifact) => artifact.name === name && !artifact.expired)
    .toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1));
  for (const { id, workflow_run: run } of sorted) {
    if (!(await isTrusted(await getJson(`${path}/runs/${run.id}`, env), env))) continue;
    const zip = await api('GET', `${path}/artifacts/${id}/zip`, undefined, env);
    if (zip) return readZipEntry(Buffer.from(await zip.arrayBuffer()), 'plan.json');
  }
  return undefined;
}

async function isTrusted(run, { GITHUB_REPOSITORY: repository }) {
  return (
    run?.event === 'pull_request_target' &&
    run.path?.split('@')[0] === workflow &&
    run.repository?.full_name === repository &&
    run.head_repository?.full_name === repository
  );
}
