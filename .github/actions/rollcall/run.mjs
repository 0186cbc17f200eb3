import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openState, pushState } from './state.mjs';
import { parseDiagnostics, runTool, toReason } from './tool.mjs';
import { addSummary, annotate, cutLines, printSafely, setOutputs, toFence } from './workflow.mjs';

/*
 * The action's main step. Reads INPUT_* from the environment, never a text of the event; exits with Rollcall's own code.
 */

const { env } = process;
const input = (name) => env[`INPUT_${name}`] ?? '';
const work = join(env.RUNNER_TEMP, 'rollcall');
const place = { env, cwd: env.GITHUB_WORKSPACE };
const base = ['--groups', input('GROUPS') || 'groups', ...flag('--account', input('ACCOUNT'))];

const reports = ['--markdown', join(work, 'report.md'), '--html', join(work, 'report.html')];

/** Between two pushes of the journal while an apply runs. Milliseconds. */
const pushEvery = 120_000;

function flag(name, value) {
  return value ? [name, value] : [];
}

async function main() {
  await mkdir(work, { recursive: true });
  const checked = await runTool(['validate', '--groups', input('GROUPS') || 'groups'], place);
  printSafely(checked.err + checked.out);
  annotate(parseDiagnostics(checked.err));
  if (checked.code !== 0 || input('COMMAND') === 'validate') return end(checked, undefined);
  if (input('COMMAND') === 'plan') return plan();
  if (input('COMMAND') === 'apply') return apply();
  throw new Error('command must be validate, plan or apply');
}

/** The plan, its file and its report. */
async function plan() {
  const state = input('STATE_BRANCH') ? await openState(toState(), env) : undefined;
  const file = join(work, 'plan.json');
  const argv = ['plan', ...base, '--out', file, ...flag('--base', input('BASE')), ...reports];
  const ran = await runTool([...argv, ...(state ? ['--state', join(work, 'state')] : [])], place);
  printSafely(ran.err + ran.out);
  return end(ran, file);
}

function toState() {
  const folder = join(work, 'state');
  return { branch: input('STATE_BRANCH'), account: input('ACCOUNT'), folder, copy: join(work, 'branch') };
}

/** Carries out what the plan files approve. The most that it may spend is written down, and pushed, before it begins. */
async function apply() {
  const state = await openState(toState(), env);
  const memory = ['--state', join(work, 'state')];
  const reserved = await toReservation(memory);
  if (!reserved) return undefined;
  await pushState(state, { reserved });
  // One after the other; a push that fails is made good by the next.
  let pushing = Promise.resolve();
  const push = () => pushState(state, { reserved }).catch(() => undefined);
  const timer = setInterval(() => (pushing = pushing.then(push)), pushEvery);
  const report = join(work, 'report.json');
  const plans = input('PLANS').split('\n').filter(Boolean);
  const fresh = input('NEW_JOURNAL') === 'true' ? ['--new-journal'] : [];
  const argv = ['apply', ...base, ...memory, '--report', report, ...fresh, ...reports, ...plans];
  const ran = await runTool(argv, place);
  clearInterval(timer);
  await pushing;
  printSafely(ran.err + ran.out);
  // A report is begun when the approvals of the plan files are in the journal: from then on they need not be found again.
  const applied = existsSync(report) ? env.GITHUB_SHA : undefined;
  await pushState(state, { applied });
  return end(ran, report);
}

/** Adds and look-ups that this run may make; without a plan nothing is begun. */
async function toReservation(memory) {
  const file = join(work, 'forecast.json');
  const ran = await runTool(['plan', ...base, ...memory, '--out', file], place);
  if (![0, 4].includes(ran.code)) {
    printSafely(ran.err + ran.out);
    await end(ran, undefined);
    return undefined;
  }
  const { forecast, summary } = JSON.parse(await readFile(file, 'utf8'));
  await rm(file);
  return { adds: forecast?.adds ?? summary.toJoin, lookups: (forecast?.lookups ?? 0) + 40 };
}

/** Outputs, summary and exit code. */
async function end({ code, out, err }, file) {
  const document = file && existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : undefined;
  const { toJoin = 0, toLeave = 0, toPromote = 0, toDemote = 0, toChange = 0 } = document?.summary ?? {};
  const changes = toJoin + toLeave + toPromote + toDemote + toChange;
  const reason = toReason(code);
  setOutputs(
    {
      changes,
      'to-add': toJoin,
      'to-remove': toLeave,
      fingerprint: document?.fingerprint ?? '',
      'failure-reason': reason,
    },
    env,
  );
  const markdown = join(work, 'report.md');
  if (!existsSync(markdown)) await writeFile(markdown, toFence(cutLines(out || err, 55_000)));
  addSummary(await readFile(markdown, 'utf8'), env);
  // Drift that nobody approved, and adds that wait for tomorrow, are no news every day.
  const isQuiet = code === 3 && env.GITHUB_EVENT_NAME === 'schedule';
  if (code !== 0 && !isQuiet)
    annotate([{ level: 'error', title: 'Rollcall', text: `${reason} (exit ${code})` }]);
  process.exitCode = isQuiet ? 0 : code;
}

await main();
