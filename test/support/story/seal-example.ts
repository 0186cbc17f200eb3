import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWorld } from '../../../src/sandbox/world-file.ts';
import type { WorldFile } from '../../../src/sandbox/world-file.ts';
import { findRoot } from '../repository-root.ts';
import type { Run } from '../stage.ts';
import { readCommands } from './page-commands.ts';
import { createTestClock, openStage } from '../stage.ts';

/** What came of moving the example into sealed numbers. */
export interface SealedExample {
  /** The commands between, as docs/setup.md has them, and what each printed. */
  readonly steps: readonly (Run & { readonly command: string })[];
  /** Before and after them, of the same world: the plan as JSON, and the groups once it has been applied. */
  readonly before: Carried;
  readonly after: Carried;
  /** Where the sealed files are now. */
  readonly groups: string;
}

export interface Carried {
  readonly plan: Run;
  readonly apply: Run;
  readonly world: WorldFile['groups'];
}

/** A key for ids that is the same on both sides. */
const idKey = { ROLLCALL_KEY: 'ab'.repeat(32) };

/** Seals a copy of the example in a folder, as docs/setup.md says, with a throw-away key; plans and applies both. */
export async function sealExample(folder: string): Promise<SealedExample> {
  const [plain, groups] = [join(folder, 'plain', 'groups'), join(folder, 'sealed', 'groups')];
  for (const copy of [plain, groups]) cpSync(join(findRoot(), 'groups'), copy, { recursive: true });
  const before = await carryOut(plain, idKey);
  const steps = [];
  let env: Readonly<Record<string, string>> = idKey;
  // Home is this folder.
  for (const printed of readCommands('sealing').flat()) {
    const command = printed.replaceAll('~', folder);
    const key = /^export ROLLCALL_PEOPLE_KEY=\$\(cat (.*)\)$/.exec(command)?.[1];
    if (key !== undefined) env = { ...idKey, ROLLCALL_PEOPLE_KEY: readFileSync(key, 'utf8').trim() };
    else steps.push({ command, ...(await runOne(groups, command, env)) });
  }
  return { steps, before, after: await carryOut(groups, env), groups };
}

async function runOne(groups: string, command: string, env: Readonly<Record<string, string>>): Promise<Run> {
  const [rollcall, ...argv] = command.split(' ');
  if (rollcall !== 'rollcall') throw new Error(`docs/setup.md has a command that is not tried: ${command}`);
  return onExample(env, async (run) => run(groups, ...argv));
}

async function carryOut(groups: string, env: Readonly<Record<string, string>>): Promise<Carried> {
  const memory = ['--state', `${groups}-state`];
  return onExample(env, async (run, { world, pass }) => {
    await run(groups, 'apply', '--new-journal', ...memory);
    // For a day a memory that is new lets nobody be added.
    await pass();
    const plan = await run(groups, 'plan', '--json', ...memory);
    return { plan, apply: await run(groups, 'apply', '--yes', ...memory), world: world() };
  });
}

type RunIn = (groups: string, ...argv: string[]) => Promise<Run>;

interface Example {
  readonly world: () => WorldFile['groups'];
  /** A day and an hour pass. */
  readonly pass: () => Promise<void>;
}

async function onExample<T>(
  env: Readonly<Record<string, string>>,
  act: (run: RunIn, stage: Example) => Promise<T>,
): Promise<T> {
  const name = '.sandbox.yaml';
  const world = parseWorld(readFileSync(join(findRoot(), 'groups', name), 'utf8'), name);
  const clock = createTestClock();
  const stage = await openStage({ files: {}, world, env, clock, isUnmarked: true });
  try {
    return await act(stage.runIn, {
      world: () => stage.sandbox.world().groups,
      pass: () => clock.sleep(25 * 3_600_000),
    });
  } finally {
    await stage.close();
  }
}
