import { join } from 'node:path';
import { comment, readReport } from './comment.mjs';
import { readTip, toRemote } from './git.mjs';
import { reportDrift } from './issue.mjs';
import { fetchPlans } from './plans.mjs';
import { openState } from './state.mjs';
import { HeadError, takeHead } from './take-head.mjs';
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

  /** HEAD_SHA: the groups as they would be after the merge. Output `trouble`: what the author must mend first. */
  'take-head': async () => {
    try {
      const folder = env.GROUPS || 'groups';
      await takeHead({ head: env.HEAD_SHA, folder, workspace: env.GITHUB_WORKSPACE }, env);
    } catch (error) {
      if (error instanceof HeadError) setOutputs({ trouble: error.message }, env);
      throw error;
    }
  },

  /** PULL_REQUEST: the plan, in one comment; TROUBLE: why there is none. */
  'comment-plan': () => {
    const text = `${env.TROUBLE || 'The plan could not be made.'}\nMerging this approves nothing.`;
    const instead = { title: 'There is no plan', text };
    return comment(
      { number: env.PULL_REQUEST, kind: `plan ${kind}`, text: readReport(file, instead, env) },
      env,
    );
  },

  /** PULL_REQUESTS: what became of it, on each that was merged. One that cannot be written to does not stop the others. */
  'comment-outcome': async () => {
    const instead = { title: 'Nothing is known of the outcome', text: 'The run ended before its report.' };
    const text = readReport(file, instead, env);
    const failures = [];
    for (const number of (env.PULL_REQUESTS ?? '').split('\n').filter(Boolean))
      await comment({ number, kind: `outcome ${kind}`, text }, env).catch((error) =>
        failures.push(error.message),
      );
    if (failures.length > 0) throw new Error(failures.join('\n'));
  },

  /** Whether this is what the branch stands at, and what approves it. */
  'find-plans': async () => {
    const tip = await readTip(toRemote(env), env.GITHUB_WORKSPACE, env.GITHUB_REF);
    if (tip !== env.GITHUB_SHA) return setOutputs({ tip: 'false', plans: '', 'pull-requests': '' }, env);
    const state = await openState(
      { branch: env.STATE_BRANCH, account, folder: join(work, 'state'), copy: join(work, 'branch') },
      env,
    );
    const found = await fetchPlans(
      {
        since: state.applied,
        account: kind,
        folder: join(work, 'plans'),
        workspace: env.GITHUB_WORKSPACE,
        pause: Number(env.PAUSE) || 10_000,
      },
      env,
    );
    annotate(toWarnings(found).map((text) => ({ level: 'warning', title: 'Rollcall', text })));
    setOutputs(
      { tip: 'true', plans: found.files.join('\n'), 'pull-requests': found.pullRequests.join('\n') },
      env,
    );
  },

  /** CHANGES: one issue, while the groups differ from their files. */
  drift: () => {
    // A plan that was not made says nothing, least of all that there is no drift.
    if (!/^\d+$/.test(env.CHANGES ?? '')) throw new Error('There is no plan to tell drift from.');
    return reportDrift({ kind, file, hasDrift: Number(env.CHANGES) > 0 }, env);
  },
};

/** What was merged and is not approved for all that. */
function toWarnings({ withoutPlan, alone, isCut }) {
  const numbers = withoutPlan.map((number) => `#${number}`).join(', ');
  return [
    ...(withoutPlan.length > 0
      ? [
          `Merged without a plan (none, expired, made after the merge, or with another key): ${numbers}. Nothing of it is approved.`,
        ]
      : []),
    ...(alone.length > 0
      ? [
          `Commits that came with no merged pull request, as far as GitHub tells: ${alone.length} (the newest is ${alone[0]}). Nothing of them is approved.`,
        ]
      : []),
    ...(isCut
      ? [
          'Too much was merged since the last apply, or history was rewritten: what lies further back is not approved.',
        ]
      : []),
  ];
}

const step = steps[process.argv[2]];
if (!step) throw new Error('unknown step');
try {
  await step();
} catch (error) {
  annotate([{ level: 'error', title: 'Rollcall', text: error.message }]);
  process.exitCode = 1;
}
