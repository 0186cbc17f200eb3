import { readFileSync } from 'node:fs';
import { toWorldFile } from '../../src/sandbox/world-file.ts';
import { choirFiles } from '../support/choir-stage.ts';
import type { GithubStage, RunningStep, Step } from '../support/github-stage.ts';
import { toZip } from '../support/zip.ts';
import { trusted } from './find-stage.ts';
import type { RunStage } from './run-stage.ts';

type Env = Readonly<Record<string, string>>;

/** The altos are as their file says; nobody has made the tenors yet. */
export const roundWorld = () =>
  toWorldFile(
    {
      server: { devices: [{ pn: '447700900001' }] },
      people: [
        { pn: '447700900002' },
        { pn: '447700900003' },
        { pn: '447700900004' },
        { pn: '447700900005' },
      ],
      groups: [
        {
          id: '120363000000000001',
          subject: 'Altos',
          owner: '447700900001',
          members: [
            { pn: '447700900001', role: 'superadmin' },
            { pn: '447700900002', role: 'admin' },
            { pn: '447700900003' },
            { pn: '447700900004' },
          ],
        },
      ],
    },
    'the altos',
  );

const { 'basses.yaml': _, ...choir } = choirFiles;
export const roundFiles = {
  ...choir,
  'altos.yaml': choir['altos.yaml'].replace('topic: Thursdays 19:00\n', ''),
};
/** A group that nobody has made yet. */
export const tenors = '# Since spring\nname: Tenors\nmembers: [ana, dewi]\nadmins: [ana]\n';
export const tenorsFile = { 'groups/tenors.yaml': tenors };

/** What came of a merge: each job's steps. */
interface Applied {
  /** What approves it. */
  readonly found: Step;
  readonly apply: Step;
  /** The comment on the pull requests that were merged; '' where none was. */
  readonly outcome: string;
  /** Absent where the job was not begun, since there was nothing for it. */
  readonly offer: Step | undefined;
}

/** What the workflows do around pull requests, step by step, with nothing but what one step hands to another. */
export interface Round {
  /** Makes a branch of this repository with these files (undefined: without), and pushes it. Resolves to its head. */
  branch(name: string, files: Readonly<Record<string, string | undefined>>): Promise<string>;
  /** plan.yml of a pull request: its comment, the plan file, and the plan kept for a merge. */
  plan(number: number, head: string): Promise<Step & { readonly comment: string; readonly plan: string }>;
  /** Merges it into `main`. */
  merge(number: number, head: string): Promise<void>;
  /** apply.yml of what `main` stands at; `during` is there while it runs. */
  apply(env?: Env, during?: (running: RunningStep) => Promise<void>): Promise<Applied>;
  /** The head of a branch on the server; '' where there is none. */
  tip(name: string): Promise<string>;
}

const root = '/repos/clara/choir';

export function useRound(on: RunStage): Round {
  return {
    branch: (name, files) => makeBranch(on.stage, name, files),
    async plan(number, head) {
      const { stage } = on;
      const take = await stage.step('take-head', { HEAD_SHA: head });
      const about = { INPUT_HEAD: head, INPUT_PULL_REQUEST: String(number), INPUT_BASE: 'HEAD' };
      const step = await on.run({ INPUT_COMMAND: 'plan', ...about });
      await stage.step('comment-plan', {
        PULL_REQUEST: String(number),
        HEAD_SHA: head,
        TROUBLE: take.outputs['trouble'] ?? '',
      });
      await stage.repository.git('checkout', '--quiet', '--force', 'main');
      await stage.repository.git('clean', '--quiet', '--force', '-d', 'groups');
      keepPlan(stage, number, head);
      const plan = readFileSync(stage.shared('plan.json'), 'utf8');
      return { ...step, comment: findComment(stage, number), plan };
    },
    async merge(number, head) {
      const { git, tip } = on.stage.repository;
      await git('merge', '--quiet', '--no-ff', '-m', `Merge #${number}`, head);
      await on.stage.push();
      const base = { ref: 'main', repo: { full_name: 'clara/choir' } };
      const at = new Date(Date.now() + 60_000).toISOString();
      on.stage.answers.set(`GET ${root}/commits/${tip('main')}/pulls`, [
        { number, merged_at: at, base, head: { sha: head } },
      ]);
    },
    apply: (env = {}, during = async () => undefined) => applyTip(on, env, during),
    tip: (name) => on.atServer('rev-parse', '--verify', '--quiet', name).catch(() => ''),
  };
}

async function makeBranch(
  { repository: { git, commit }, ...stage }: GithubStage,
  name: string,
  files: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  await git('checkout', '--quiet', '-b', name);
  for (const [file, text] of Object.entries(files))
    await (text === undefined ? git('rm', '--quiet', file) : stage.write(file, text));
  const head = await commit(name);
  await stage.push();
  await git('checkout', '--quiet', 'main');
  return head;
}

/** As the workflow keeps it, newest first. */
function keepPlan(stage: GithubStage, number: number, head: string): void {
  const path = `GET ${root}/actions/artifacts`;
  const { artifacts: before } = (stage.answers.get(path) ?? { artifacts: [] }) as { artifacts: object[] };
  const id = before.length + 1;
  const name = `rollcall-plan-main-${number}-${head}`;
  const at = new Date().toISOString();
  const kept = { id, name, expired: false, created_at: at, workflow_run: { id } };
  stage.answers.set(path, { artifacts: [kept, ...before] });
  const read = (file: string) => readFileSync(stage.shared(file), 'utf8');
  stage.answers.set(`GET ${root}/actions/runs/${id}`, trusted);
  stage.answers.set(
    `GET ${root}/actions/artifacts/${id}/zip`,
    toZip({ 'plan.json': read('plan.json'), 'plan.seal': read('plan.seal') }),
  );
}

/** The last comment on a pull request. */
function findComment(stage: GithubStage, number: number): string {
  const path = `${root}/issues/${number}/comments`;
  const last = stage.api.requests.findLast((each) => each.method === 'POST' && each.path === path);
  return last ? (JSON.parse(last.body) as { body: string }).body : '';
}

async function applyTip(
  on: RunStage,
  env: Env,
  during: (running: RunningStep) => Promise<void>,
): Promise<Applied> {
  const { stage } = on;
  const more = {
    GITHUB_SHA: stage.repository.tip('main'),
    ROLLCALL_KEY: 'ab'.repeat(32),
    STATE_BRANCH: 'rollcall-state',
  };
  const found = await stage.step('find-plans', more);
  const numbers = found.outputs['pull-requests'] ?? '';
  const plans = { INPUT_PLANS: found.outputs['plans'] ?? '' };
  const running = await on.start({ INPUT_COMMAND: 'apply', ...plans, ...env });
  await during(running);
  const apply = await running.ended;
  if (numbers !== '') await stage.step('comment-outcome', { PULL_REQUESTS: numbers });
  const created = apply.outputs['created'] ?? '';
  const outcome = numbers === '' ? '' : findComment(stage, Number(numbers.split('\n')[0]));
  // Each job has a checkout of its own.
  await stage.repository.git('checkout', '--quiet', '--force', 'main');
  const offer = created === '' ? undefined : await stage.step('offer-ids', { CREATED: created });
  await stage.repository.git('reset', '--quiet', '--hard', 'main');
  return { found, apply, outcome, offer };
}
