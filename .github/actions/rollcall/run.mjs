import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTip, toRemote } from './git.mjs';
import { onInterrupt } from './interruption.mjs';
import { toSeal } from './seal.mjs';
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

/** Between two pushes of the journal while an apply runs; only tests are in more of a hurry. Milliseconds. */
const pushEvery = Number(input('PUSH_EVERY')) || 120_000;

function flag(name, value) {
  return value ? [name, value] : [];
}

async function main() {
  await mkdir(work, { recursive: true });
  // What another run of the action left is not this one's.
  for (const name of ['report.md', 'report.html', 'report.json']) await rm(join(work, name), { force: true });
  const checked = await runTool(['validate', '--groups', input('GROUPS') || 'groups'], place);
  printSafely(checked.err + checked.out);
  // The step's own error comes last.
  annotate(parseDiagnostics(checked.err), { left: 1 });
  if (checked.code !== 0 || input('COMMAND') === 'validate') return end(checked, undefined);
  if (input('COMMAND') === 'plan') return plan();
  if (input('COMMAND') === 'apply') return apply();
  throw new Error('command must be validate, plan or apply');
}

/** The plan, its file with the seal that makes it count after a merge, and its report. */
async function plan() {
  const state = input('STATE_BRANCH') ? await openState(toState(), env) : undefined;
  const file = join(work, 'plan.json');
  const argv = ['plan', ...base, '--out', file, ...flag('--base', input('BASE')), ...reports];
  const ran = await runTool([...argv, ...(state ? ['--state', join(work, 'state')] : [])], place);
  printSafely(ran.err + ran.out);
  if (input('HEAD') && existsSync(file)) {
    const place = { kind: 'plan', account: input('ACCOUNT') || 'main', commit: input('HEAD') };
    await writeFile(join(work, 'plan.seal'), toSeal(await readFile(file), place, env));
  }
  return end(ran, file);
}

function toState() {
  const [folder, copy] = [join(work, 'state'), join(work, 'branch')];
  return { branch: input('STATE_BRANCH'), account: input('ACCOUNT'), folder, copy, pause: pushEvery / 100 };
}

/** Carries out what the plan files approve. The most that it may spend is written down, and pushed, before it begins. */
async function apply() {
  if (!(await isTip())) return end({ code: 0, out: passedOver, err: '' }, undefined);
  const state = await openState(toState(), env);
  const memory = ['--state', join(work, 'state')];
  const reserved = await toReservation(memory);
  if (!reserved) return undefined;
  await pushState(state, { reserved });
  const report = join(work, 'report.json');
  const plans = input('PLANS').split('\n').filter(Boolean);
  const fresh = input('NEW_JOURNAL') === 'true' ? ['--new-journal'] : [];
  const argv = ['apply', ...base, ...memory, '--report', report, ...fresh, ...reports, ...plans];
  const ran = await whilePushing(
    () => pushState(state, { reserved }),
    () => runTool(argv, place),
  );
  printSafely(ran.err + ran.out);
  // Drift that nobody approved, and adds that wait for tomorrow, are no news every day.
  const isQuiet = env.GITHUB_EVENT_NAME === 'schedule' && state.applied === env.GITHUB_SHA;
  return end(await keep(state, report, ran), report, { isQuiet });
}

const passedOver = 'The branch has moved on since: the run of its newest commit applies this one too.\n';

/** While the tool was being built, something else may have been merged. */
async function isTip() {
  return (await readTip(toRemote(env), work, env.GITHUB_REF)) === env.GITHUB_SHA;
}

/**
 * Runs `act`, and pushes meanwhile: every two minutes, and at once when the job is cancelled, since nobody knows whether
 * there is time for the end. Never two at once; a push that fails is made good by the next.
 */
async function whilePushing(push, act) {
  let pushing;
  const pushAgain = () => {
    pushing ??= push()
      .catch(() => undefined)
      .finally(() => (pushing = undefined));
  };
  const timer = setInterval(pushAgain, pushEvery);
  const stop = onInterrupt(pushAgain);
  const result = await act();
  clearInterval(timer);
  stop();
  await pushing;
  return result;
}

/** Pushes the journal without the reservation: now it says what was spent. Returns how the run ended. */
async function keep(state, report, ran) {
  // A report is begun when the approvals of the plan files are in the journal, if there is one that can be used: from then
  // on they need not be found again.
  const document = await readJson(report);
  const applied = document && document.memory !== 'unusable' ? env.GITHUB_SHA : undefined;
  try {
    await pushState(state, { applied });
    return ran;
  } catch (error) {
    annotate([{ level: 'error', title: 'Rollcall', text: `${error.message} ${lostText}` }], { left: 1 });
    return { ...ran, code: [0, 3].includes(ran.code) ? 1 : ran.code };
  }
}

const lostText =
  'What this run may have spent counts as spent for 24 hours, and its plans will be found again.';

/** Adds and look-ups that this run may make; without a plan nothing is begun. */
async function toReservation(memory) {
  const file = join(work, 'forecast.json');
  const ran = await runTool(['plan', ...base, ...memory, '--out', file], place);
  const plan = await readJson(file);
  if (![0, 1, 4].includes(ran.code) || !plan) {
    printSafely(ran.err + ran.out);
    await end(ran, undefined);
    return undefined;
  }
  await rm(file);
  // What could not be read now may be read by the run itself, and nobody knows what is in it.
  if (ran.code === 1) return { adds: 'all', lookups: 'all' };
  const { forecast, summary } = plan;
  // A batch that is refused is asked about one by one, the own number first and last, and sent again; 40 are for those who
  // may hide in a group.
  return { adds: forecast?.adds ?? summary.toJoin, lookups: 5 * (forecast?.lookups ?? 0) + 40 };
}

async function readJson(file) {
  return file && existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : undefined;
}

/** Outputs, summary and exit code; `isQuiet`: what was left for later is no failure. */
async function end({ code, out, err }, file, { isQuiet = false } = {}) {
  const document = await readJson(file);
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
  const isFailure = code !== 0 && !(isQuiet && code === 3);
  if (isFailure) annotate([{ level: 'error', title: 'Rollcall', text: `${reason} (exit ${code})` }]);
  process.exitCode = isFailure ? code : 0;
}

try {
  await main();
} catch (error) {
  // The state's branch that cannot be read or reserved, say: nothing was begun, and whoever reads the outputs must know.
  annotate([{ level: 'error', title: 'Rollcall', text: error.message }], { left: 1 });
  await end({ code: 1, out: '', err: `${error.message}\n` }, undefined);
}
