import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gitText, isCommit } from './git.mjs';
import { api, getAll, getJson } from './github.mjs';
import { isSealed } from './seal.mjs';
import { readZipEntry } from './zip.mjs';

/** Only this workflow's plans count. */
const workflow = '.github/workflows/plan.yml';

/** So many commits are asked about, the newest ones: each is a request, and GitHub answers a thousand in an hour. */
const commitLimit = 500;

/**
 * Fetches the plan files of the pull requests that were merged since a commit, into a folder: those that `plan.yml` made
 * for their very heads, before they were merged. What a pull request is, and which head it had, GitHub tells; nothing is
 * taken from the text of a comment or the inside of an artifact. Returns numbers of pull requests, files, the numbers of
 * those that came without, and whether commits were left out.
 */
export async function fetchPlans({ since, account, folder, workspace }, env) {
  const { commits, isCut } = await listCommits(workspace, since);
  const merged = await findMerged(commits, env);
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
  return { pullRequests: merged.map(({ number }) => number), files, withoutPlan, isCut };
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

async function findMerged(commits, env) {
  const { GITHUB_REPOSITORY: repository, GITHUB_REF_NAME: branch } = env;
  const found = new Map();
  for (const commit of commits) {
    for (const { number, merged_at: at, base, head } of await getAll(
      `/repos/${repository}/commits/${commit}/pulls`,
      env,
    )) {
      const isMerged = at && base.ref === branch && base.repo?.full_name === repository;
      if (isMerged && isCommit(head.sha)) found.set(number, { number, head: head.sha, mergedAt: at });
    }
  }
  return [...found.values()];
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
