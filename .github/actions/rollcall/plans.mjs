import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gitText, isCommit } from './git.mjs';
import { api, getAll, getJson } from './github.mjs';
import { isSealed } from './seal.mjs';
import { readZipEntry } from './zip.mjs';

/** Only this workflow's plans count. */
const workflow = '.github/workflows/plan.yml';

/** So many commits are asked about, the newest ones: each is a request, and GitHub answers a thousand in an hour. */
const commitLimit = 500;

/**
 * GitHub learns some seconds after a merge which pull request a commit came with, and says until then that there is none
 * (https://github.com/Songmu/tagpr/issues/330). Whoever believed that would lose what was reviewed: of a commit of the
 * last minutes it is asked again, so many times.
 */
const tries = 6;
const settled = 10 * 60_000;

/**
 * Fetches the plan files of the pull requests that were merged since a commit, into a folder: those that `plan.yml` made
 * for their very heads, before they were merged. What a pull request is, and which head it had, GitHub tells; nothing is
 * taken from the text of a comment or the inside of an artifact. `pause`: milliseconds before GitHub is asked again about
 * a new commit. Returns numbers of pull requests, files, the numbers of those that came without, the commits that came with
 * no pull request, and whether commits were left out.
 */
export async function fetchPlans({ since, account, folder, workspace, pause }, env) {
  const { commits, isCut } = await listCommits(workspace, since);
  const { merged, alone } = await findMerged({ commits, workspace, pause }, env);
  await mkdir(folder, { recursive: true });
  const [files, withoutPlan] = [[], []];
  for (const { number, head, mergedAt } of merged) {
    const plan = await fetchPlan({ head, account, mergedAt }, env);
    if (!plan) {
      withoutPlan.push(number);
      continue;
    }
    const file = join(folder, `${head}.json`);
    await writeFile(file, plan);
    files.push(file);
  }
  return { pullRequests: merged.map(({ number }) => number), files, withoutPlan, alone, isCut };
}

/** Commits on the way from what was applied last to what is checked out; just the last one where nothing was yet. */
async function listCommits(workspace, since) {
  const list = async (...range) =>
    (await gitText(workspace, ['rev-list', ...range])).split('\n').filter(isCommit);
  const newest = () => list('--max-count=1', 'HEAD');
  if (!isCommit(since)) return { commits: await newest(), isCut: false };
  try {
    const all = await list('--first-parent', `--max-count=${commitLimit + 1}`, `${since}..HEAD`);
    return { commits: all.slice(0, commitLimit), isCut: all.length > commitLimit };
  } catch {
    // The history was rewritten.
    return { commits: await newest(), isCut: true };
  }
}

/** The merged pull requests of these commits, and the commits that came with none. */
async function findMerged({ commits, workspace, pause }, env) {
  const found = new Map();
  const findAlone = async (asked) => {
    const alone = [];
    for (const commit of asked) {
      const pulls = await findPulls(commit, env);
      for (const pull of pulls) found.set(pull.number, pull);
      if (pulls.length === 0) alone.push(commit);
    }
    return alone;
  };
  let alone = await findAlone(commits);
  for (let attempt = 2; attempt <= tries; attempt += 1) {
    const fresh = await findNew(workspace, alone);
    if (fresh.size === 0) break;
    await wait(pause);
    const still = new Set(await findAlone([...fresh]));
    alone = alone.filter((commit) => still.has(commit) || !fresh.has(commit));
  }
  return { merged: [...found.values()], alone };
}

/** The pull requests by which a commit came to this branch. */
async function findPulls(commit, env) {
  const pulls = await getAll(`/repos/${env.GITHUB_REPOSITORY}/commits/${commit}/pulls`, env);
  return pulls
    .filter((pull) => isMerged(pull, env))
    .map(({ number, merged_at: mergedAt, head }) => ({ number, head: head.sha, mergedAt }));
}

function isMerged({ merged_at: at, base, head }, { GITHUB_REPOSITORY: repository, GITHUB_REF_NAME: branch }) {
  return at && base.ref === branch && base.repo?.full_name === repository && isCommit(head.sha);
}

/** Those of the commits that were made in the last minutes. */
async function findNew(workspace, commits) {
  if (commits.length === 0) return new Set();
  const lines = await gitText(workspace, ['show', '--no-patch', '--format=%H %ct', ...commits]);
  const dated = lines.split('\n').map((line) => line.split(' '));
  const since = (Date.now() - settled) / 1000;
  return new Set(dated.filter(([, seconds]) => Number(seconds) > since).map(([commit]) => commit));
}

/**
 * The newest plan that `plan.yml` made for this head, as it was on the base: anybody's workflow can use the artifact's
 * name. Whoever merged can have read only what was there before, so a plan that was made afterwards approves nothing.
 */
async function fetchPlan({ head, account, mergedAt }, env) {
  const name = `rollcall-plan-${account}-${head}`;
  const path = `/repos/${env.GITHUB_REPOSITORY}/actions`;
  const artifacts = await getAll(`${path}/artifacts?name=${name}`, env, (page) => page.artifacts ?? []);
  const sorted = artifacts
    .filter((artifact) => artifact.name === name && !artifact.expired)
    .filter((artifact) => Date.parse(artifact.created_at) < Date.parse(mergedAt))
    .toSorted((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
  for (const { id, workflow_run: run } of sorted) {
    if (!run || !(await isTrusted(await getJson(`${path}/runs/${run.id}`, env), env))) continue;
    const zip = await api('GET', `${path}/artifacts/${id}/zip`, undefined, env);
    const plan = zip && openPlan(Buffer.from(await zip.arrayBuffer()), { head, account }, env);
    if (plan) return plan;
  }
  return undefined;
}

/** The plan in an archive, if its seal holds; an archive that cannot be read is none of ours. */
function openPlan(zip, { head, account }, env) {
  try {
    const [plan, seal] = ['plan.json', 'plan.seal'].map((name) => readZipEntry(zip, name));
    const place = { kind: 'plan', account, commit: head };
    return plan && seal && isSealed(plan, { seal, ...place }, env) ? plan : undefined;
  } catch {
    return undefined;
  }
}

async function isTrusted(run, { GITHUB_REPOSITORY: repository }) {
  return (
    run?.event === 'pull_request_target' &&
    run.path?.split('@')[0] === workflow &&
    run.repository?.full_name === repository &&
    run.head_repository?.full_name === repository
  );
}
