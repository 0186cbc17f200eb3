import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { choirFiles } from '../support/choir-stage.ts';
import type { GithubStage, Step } from '../support/github-stage.ts';
import { openGithubStage } from '../support/github-stage.ts';
import { key, toSeal } from '../support/seal.ts';
import { toZip } from '../support/zip.ts';

export const repository = 'clara/choir';
export const api = `GET /repos/${repository}`;
/** The commit that the plans were made for, unless told otherwise. */
export const head = 'a'.repeat(40);
/** The run of a workflow whose plans count. */
export const trusted = {
  event: 'pull_request_target',
  path: '.github/workflows/plan.yml',
  repository: { full_name: repository },
  head_repository: { full_name: repository },
};

/** A plan that a run kept; what is absent is as it should be. */
export interface KeptPlan {
  readonly text: string;
  /** When it was kept: "2026-06-01T11:00:00Z". */
  readonly at?: string;
  readonly run?: object;
  readonly forHead?: string;
  /** The pull request that showed it: 7. */
  readonly by?: number;
  /** The pull request that the seal names. */
  readonly sealedFor?: number;
  readonly seal?: string;
  /** What else GitHub says of its artifact. */
  readonly more?: object;
}

/** Where the step `find-plans` looks for what was approved: one for all tests of a file, whose answers begin anew. */
export interface FindStage {
  readonly stage: GithubStage;
  /** With the texts of the plans that were found. */
  find(env?: Readonly<Record<string, string>>): Promise<Step & { readonly plans: readonly string[] }>;
  /** GitHub says of a commit, by default the newest, that it came with these, merged at noon on 1 June 2026. */
  setMerged(pulls: readonly object[], commit?: string): Promise<void>;
  keepPlan(plan: KeptPlan): void;
}

/** Sets it up before the first test of a file, and closes it after the last one. */
export function useFindStage(): FindStage {
  let open: GithubStage | undefined;
  let kept: object[] = [];
  const get = (): GithubStage => {
    if (!open) throw new Error('the stage is there within a test');
    return open;
  };
  beforeAll(async () => {
    open = await openGithubStage(choirFiles);
  });
  beforeEach(() => {
    kept = [];
    get().answers.clear();
  });
  afterAll(() => get().close());
  return {
    get stage() {
      return get();
    },
    async find(env = {}) {
      const tip = get().repository.tip();
      const place = { GITHUB_SHA: tip, STATE_BRANCH: 'rollcall-state', ROLLCALL_KEY: key };
      const step = await get().step('find-plans', { ...place, ...env });
      const files = (step.outputs['plans'] ?? '').split('\n').filter(Boolean);
      return { ...step, plans: await Promise.all(files.map((file) => readFile(file, 'utf8'))) };
    },
    async setMerged(pulls, commit = 'HEAD') {
      const { git, tip } = get().repository;
      const sha = commit === 'HEAD' ? tip() : await git('rev-parse', commit);
      const base = { ref: 'main', repo: { full_name: repository } };
      const usual = { merged_at: '2026-06-01T12:00:00Z', base, head: { sha: head } };
      get().answers.set(
        `${api}/commits/${sha}/pulls`,
        pulls.map((pull) => ({ ...usual, ...pull })),
      );
    },
    keepPlan(plan) {
      const id = kept.length + 1;
      const { text, at = '2026-06-01T11:00:00Z', run = trusted, forHead = head, by = 7 } = plan;
      const name = `rollcall-plan-main-${by}-${forHead}`;
      // The newest first, as GitHub lists them.
      kept = [{ id, name, expired: false, created_at: at, workflow_run: { id }, ...plan.more }, ...kept];
      const seal = plan.seal ?? toSeal(text, { commit: forHead, pullRequest: plan.sealedFor ?? by });
      get().answers.set(`${api}/actions/artifacts`, { artifacts: kept });
      get().answers.set(`${api}/actions/runs/${id}`, run);
      get().answers.set(
        `${api}/actions/artifacts/${id}/zip`,
        toZip({ 'report.html': '<p>', 'plan.json': text, 'plan.seal': seal }),
      );
    },
  };
}
