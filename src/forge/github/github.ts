import type { Forge, KeptPlan, PlanPlace, SealedFile } from '../forge.ts';
import { candidateLimit } from '../plan-limits.ts';
import { pulls } from '../rest/answers.ts';
import type { Api } from '../rest/api.ts';
import { createApi } from '../rest/api.ts';
import type { Place } from '../rest/rest-forge.ts';
import { createRestForge, readAll, toMerged, toRoot } from '../rest/rest-forge.ts';
import * as answers from './answers.ts';
import { readZipEntry } from './zip.ts';

/** A repository, and how its forge's API is reached. */
export interface GithubPlace extends Place {
  /** "https://api.github.com". */
  readonly address: string;
  readonly token: string;
}

/** Only this workflow's plans count, as the base has it. */
const workflow = '.github/workflows/plan.yml';

/** A repository at GitHub. */
export function createGithub(place: GithubPlace): Forge {
  const { address, token } = place;
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'x-github-api-version': '2022-11-28',
  };
  const api = createApi({
    forge: 'GitHub',
    address,
    headers,
    fetch: place.fetch,
    perPage: ['per_page', 100],
  });
  const root = toRoot(place);
  return {
    ...createRestForge(api, place, {
      isWorkflow: answers.isWorkflow,
      ownIssues: `creator=${encodeURIComponent(answers.ownLogin)}`,
      dismissal: { method: 'PUT', more: { event: 'DISMISS' } },
    }),
    name: 'GitHub',
    async findMerged(commit) {
      const found = await readAll(api, `${root}/commits/${commit}/pulls`, pulls);
      return found.flatMap((pull) => toMerged(pull, place, pull.head.sha));
    },
    findPlans: (plan, before) => findPlans(api, place, { name: toArtifactName(plan), before }),
  };
}

/** The name under which the workflow keeps a plan. Anybody's workflow can use it. */
function toArtifactName({ account, pullRequest, commit }: PlanPlace): string {
  return `rollcall-plan-${account}-${pullRequest}-${commit}`;
}

interface Wanted {
  readonly name: string;
  readonly before: number;
}

async function* findPlans(api: Api, place: Place, wanted: Wanted): AsyncGenerator<KeptPlan> {
  const root = toRoot(place);
  const trusted = new Map<number, boolean>();
  for (const { id, keptAt, run } of await findCandidates(api, root, wanted)) {
    if (!trusted.has(run)) {
      const found = await api.get(`${root}/actions/runs/${run}`, answers.run);
      trusted.set(run, found !== undefined && isTrusted(found, place));
    }
    if (!trusted.get(run)) continue;
    yield { keptAt, isTimeTold: true, read: () => download(api, `${root}/actions/artifacts/${id}/zip`) };
  }
}

async function download(api: Api, path: string): Promise<SealedFile | undefined> {
  const zip = await api.send('GET', path);
  return zip && readArchive(Buffer.from(await zip.arrayBuffer()));
}

/** Whoever may open a pull request may have made this archive: what is none, or holds no plan, is passed over. */
function readArchive(zip: Buffer): SealedFile | undefined {
  try {
    const [plan, seal] = ['plan.json', 'plan.seal'].map((name) => readZipEntry(zip, name));
    return plan && seal && { plan, seal: seal.toString() };
  } catch {
    return undefined;
  }
}

interface Candidate {
  readonly id: number;
  readonly keptAt: number;
  readonly run: number;
}

/**
 * So many artifacts of a name are listed. Whatever lies behind them is no plan, and that there is none is said; were it an
 * error, anybody whose workflow keeps that many could stop every apply.
 */
const artifactLimit = 1_000;

/** Newest first. GitHub lists the newest first too, so a page on which all has expired is the last one to look at. */
async function findCandidates(api: Api, root: string, { name, before }: Wanted): Promise<Candidate[]> {
  const found: Candidate[] = [];
  let seen = 0;
  const path = `${root}/actions/artifacts?name=${encodeURIComponent(name)}`;
  for await (const { artifacts } of api.pages(path, answers.artifacts, (page) => page.artifacts.length)) {
    found.push(...artifacts.flatMap((artifact) => toCandidate(artifact, name)));
    seen += artifacts.length;
    if (seen >= artifactLimit || (artifacts.length > 0 && artifacts.every(({ expired }) => expired))) break;
  }
  return found
    .filter(({ keptAt }) => keptAt < before)
    .toSorted((a, b) => b.keptAt - a.keptAt)
    .slice(0, candidateLimit);
}

function toCandidate(artifact: answers.Artifact, wanted: string): Candidate[] {
  const { id, name, expired, created_at: at, workflow_run: run } = artifact;
  return name === wanted && !expired && at && run ? [{ id, keptAt: Date.parse(at), run: run.id }] : [];
}

function isTrusted({ event, path, ...run }: answers.Run, { repository }: Place): boolean {
  return (
    event === 'pull_request_target' &&
    path?.split('@')[0] === workflow &&
    run.repository?.full_name === repository &&
    run.head_repository?.full_name === repository
  );
}
