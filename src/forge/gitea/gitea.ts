import type { Remote } from '../../git/remote.ts';
import type { Forge } from '../forge.ts';
import type { ForgeName } from '../../output/forge-name.ts';
import { pull } from '../rest/answers.ts';
import type { Api } from '../rest/api.ts';
import { createApi } from '../rest/api.ts';
import type { Place } from '../rest/rest-forge.ts';
import { createRestForge, readAll, toMerged, toRoot } from '../rest/rest-forge.ts';
import * as answers from './gitea-answers.ts';
import { findKept, keepPlan } from './kept-plans.ts';

/** A repository, and how its forge is reached. */
export interface GiteaPlace extends Place {
  readonly name: ForgeName;
  /** "https://git.example.org/api/v1". */
  readonly address: string;
  readonly token: string;
  /** The same repository, for git. */
  readonly remote: Remote;
  /** A folder of this job's own, for git's objects. Absolute; it need not be there. */
  readonly folder: string;
}

/**
 * A repository at a Gitea or a Forgejo, which speak one API. It shows no run what another run has kept
 * (https://codeberg.org/forgejo/forgejo/issues/8004), so plans lie in the repository itself.
 */
export function createGitea(place: GiteaPlace): Forge {
  const { name, address, token } = place;
  const headers = { accept: 'application/json', authorization: `token ${token}` };
  // What a page may hold is the server's to say: [api] MAX_RESPONSE_ITEMS, 50 unless somebody changed it.
  const api = createApi({ forge: name, address, headers, fetch: place.fetch, perPage: ['limit', 50] });
  const root = toRoot(place);
  return {
    ...createRestForge(api, place, {
      isWorkflow: answers.isWorkflow,
      // Whom it does not find among its users it cannot ask for, and a workflow's account is not among them.
      ownIssues: 'type=issues',
      dismissal: { method: 'POST', more: { priors: false } },
    }),
    name,
    shelf: {
      now: () => readClock(api, name),
      keep: (plan, at, file) => keepPlan(place, { ...plan, at }, file),
    },
    async findMerged(commit) {
      const found = await api.get(`${root}/commits/${commit}/pull`, pull);
      return found ? toMerged(found, place, await findHead(api, root, found.number)) : [];
    },
    findPlans: (plan, before) => findKept(place, plan, before),
  };
}

/**
 * The commit that a pull request stood at when it was merged; '' where that is not to be had. The pull request itself tells
 * where its branch stands now, and somebody may have pushed since.
 */
async function findHead(api: Api, root: string, number: number): Promise<string> {
  const ref = `refs/pull/${number}/head`;
  const found = await readAll(api, `${root}/git/${ref}`, answers.refs);
  return found.find((each) => each.ref === ref)?.object.sha ?? '';
}

/** Seconds are all that it tells, as in the times of its merges. */
async function readClock(api: Api, name: ForgeName): Promise<number> {
  const path = '/version';
  const at = Date.parse((await api.send('GET', path))?.headers.get('date') ?? '');
  if (Number.isNaN(at)) throw new Error(`${name} answered GET ${path} without the time`);
  return at;
}
