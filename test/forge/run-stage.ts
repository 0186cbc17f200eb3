import { afterEach, beforeEach } from 'vitest';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/start.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Gate } from '../support/gate.ts';
import { startGate } from '../support/gate.ts';
import type { GithubStage, RunningStep, Step } from '../support/github-stage.ts';
import { openGithubStage } from '../support/github-stage.ts';
import { key } from '../support/seal.ts';

type Env = Readonly<Record<string, string>>;

interface Open {
  readonly stage: GithubStage;
  readonly sandbox: Sandbox;
  /** A door before the sandbox, for whoever goes to its address; open at the latest when the test ends. */
  readonly gate: Gate;
}

/** Where the step `run` runs, an apply unless it is told otherwise, with its memory on a branch. Anew for each test. */
export interface RunStage extends Open {
  run(env?: Env): Promise<Step>;
  /** The same without waiting for its end. */
  start(env?: Env): Promise<RunningStep>;
  /** As the runner does, in a process of its own. */
  spawn(env?: Env): Promise<RunningStep>;
  /** The first of a test: a memory that is begun, by an apply that nothing was approved for. */
  begin(): Promise<void>;
  /** The same, and a plan file. Resolves to its path. */
  beginWithPlan(): Promise<string>;
  /** Another server in the place of the sandbox, with such a world; nothing was asked of it yet. */
  moveTo(world: SandboxOptions['world']): Promise<void>;
  /** Git, in the server's copy of the repository. */
  atServer(...args: string[]): Promise<string>;
  /** The files on the branch of the memory, one a line. */
  listState(): Promise<string>;
}

/** Sets it up before each test of a file, and closes it. By default that of the choir. `env`: more that the step is given. */
export function useRunStage(
  files: Env = choirFiles,
  makeWorld: () => SandboxOptions['world'] = choirWorld,
  { isUnmarked = false, env: own = {} }: Pick<SandboxOptions, 'isUnmarked'> & { readonly env?: Env } = {},
): RunStage {
  let open: Open | undefined;
  const get = (): Open => {
    if (!open) throw new Error('the stage is there within a test');
    return open;
  };
  const startServer = async (world: SandboxOptions['world']) => {
    const sandbox = await startSandbox({ world, isUnmarked });
    return { sandbox, gate: await startGate(sandbox.url) };
  };
  const closeServer = async ({ sandbox, gate }: Open) => {
    gate.open();
    await Promise.all([gate.close(), sandbox.close()]);
  };
  beforeEach(async () => {
    open = { stage: await openGithubStage(files), ...(await startServer(makeWorld())) };
  });
  afterEach(async () => {
    await closeServer(get());
    await get().stage.close();
  });
  const startStep = async (way: 'start' | 'spawn', env: Env): Promise<RunningStep> =>
    get().stage[way]('run', { ...(await toEnv(get())), ...own, ...env });
  const run = async (env: Env = {}) => (await startStep('start', env)).ended;
  const startMemory = async () => void (await run({ INPUT_NEW_JOURNAL: 'true' }));
  const beginMemory = () => get().stage.once(startMemory);
  const startWithPlan = async () => {
    await beginMemory();
    await run({ INPUT_COMMAND: 'plan' });
  };
  const atServer = (...args: string[]) =>
    get().stage.repository.git('--git-dir', get().stage.origin, ...args);
  return {
    get stage() {
      return get().stage;
    },
    get sandbox() {
      return get().sandbox;
    },
    get gate() {
      return get().gate;
    },
    run,
    start: (env = {}) => startStep('start', env),
    spawn: (env = {}) => startStep('spawn', env),
    begin: beginMemory,
    async beginWithPlan() {
      await get().stage.once(startWithPlan);
      return get().stage.shared('plan.json');
    },
    async moveTo(world) {
      await closeServer(get());
      open = { stage: get().stage, ...(await startServer(world)) };
    },
    atServer,
    listState: () => atServer('ls-tree', '-r', '--name-only', 'rollcall-state'),
  };
}

async function toEnv({ stage, sandbox }: Open): Promise<Env> {
  return {
    INPUT_COMMAND: 'apply',
    INPUT_STATE_BRANCH: 'rollcall-state',
    GITHUB_SHA: stage.repository.tip('main'),
    ROLLCALL_URL: sandbox.url,
    ROLLCALL_KEY: key,
  };
}
