import { join } from 'node:path';
import { comment } from './comment.mjs';
import { gitText, toRemote } from './git.mjs';
import { reportDrift } from './issue.mjs';
import { fetchPlans } from './plans.mjs';
import { openState } from './state.mjs';
import { takeHead } from './take-head.mjs';
import { annotate, setOutputs } from './workflow.mjs';

/*
 * The workflows' other steps: `node step.mjs NAME`. Everything comes from the environment, since nothing that a pull
 * request can name may become part of a command line.
 */

const { env } = process;
const work = join(env.RUNNER_TEMP, 'rollcall');
const account = env.ACCOUNT ?? '';
const kind = account || 'main';
const file = join(work, 'report.md');

const steps = {
  /** The action's own: INPUT_COMMAND. */
  run: () => import('./run.mjs'),

  /** HEAD_SHA: the groups as they would be after the merge. */
  'take-head': () =>
    takeHead({ head: env.HEAD_SHA, folder: env.GROUPS || 'groups', workspace: env.GITHUB_WORKSPACE }, env),

  /** PULL_REQUEST: the plan, in one comment. */
  'comment-plan': () => comment({ number: env.PULL_REQUEST, kind: `plan ${kind}`, file }, env),

  /** PULL_REQUESTS: what became of it, on each that was merged. */
  'comment-outcome': async () => {
    for (const number of (env.PULL_REQUESTS ?? '').split('\n').filter(Boolean))
      await comment({ number, kind: `outcome ${kind}`, file }, env);
  },

  /** Whether this is what the branch stands at, and what approves it. */
  'find-plans': async () => {
    const { url, access } = toRemote(env);
    const [tip = ''] = (
      await gitText(env.GITHUB_WORKSPACE, ['ls-remote', url, env.GITHUB_REF], access)
    ).split('\t');
    if (tip !== env.GITHUB_SHA) return setOutputs({ tip: 'false', plans: '', 'pull-requests': '' }, env);
    const state = await openState(
      { branch: env.STATE_BRANCH, account, folder: join(work, 'state'), copy: join(work, 'branch') },
      env,
    );
    const found = await fetchPlans(
      { since: state.applied, account: kind, folder: join(work, 'plans'), workspace: env.GITHUB_WORKSPACE },
      env,
    );
    if (found.withoutPlan > 0)
      annotate([
        {
          level: 'warning',
          title: 'Rollcall',
          text: `${found.withoutPlan} pull requests were merged without a plan: nothing of them is approved.`,
        },
      ]);
    setOutputs(
      { tip: 'true', plans: found.files.join('\n'), 'pull-requests': found.pullRequests.join('\n') },
      env,
    );
  },

  /** CHANGES: one issue, while the groups differ from their files. */
  drift: () => reportDrift({ kind, file, hasDrift: Number(env.CHANGES) > 0 }, env),
};

const step = steps[process.argv[2]];
if (!step) throw new Error('unknown step');
try {
  await step();
} catch (error) {
  annotate([{ level: 'error', title: 'Rollcall', text: error.message }]);
  process.exitCode = 1;
}
