import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes } from '../../../src/exit-codes.ts';
import { main } from '../../../src/main.ts';
import { driftWorld } from '../../../src/sandbox/drift.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { startSandbox } from '../../../src/sandbox/start.ts';
import type { WorldFile } from '../../../src/sandbox/world-file.ts';
import type { Run } from '../stage.ts';
import { createTestIo } from '../stage.ts';
import type { Size } from './residents.ts';
import { makeResidents, makeWorld, toPhone } from './residents.ts';
import { makeSheet } from './spreadsheet.ts';

/** One step of the story: what was typed, what came of it, and how long it took. */
export interface Step extends Run {
  readonly about: string;
  readonly command: string;
  /** The exit code that it must end with. */
  readonly expected: number;
  readonly milliseconds: number;
  /** Requests that change something; there must be none in the whole story. */
  readonly writes: number;
}

/** What others change on their phones meanwhile. */
const changesOfOthers = 20;

/**
 * From phones and a spreadsheet to files, in a folder that need not be there: what somebody does in their first hour, on a
 * sandbox. Whatever is told of a step, the next one is tried. `seed`: which changes others make.
 */
export async function tellStory(size: Size, folder: string, seed = 1): Promise<readonly Step[]> {
  const residents = makeResidents(size);
  const world = makeWorld(size, residents);
  const sheet = join(folder, 'residents.csv');
  mkdirSync(folder, { recursive: true });
  writeFileSync(sheet, makeSheet(residents));
  const groups = join(folder, 'groups');
  const files = ['--groups', groups];
  const plan = ['plan', ...files, '--detailed-exitcode'];
  const before = await onSandbox(world, async (run) => {
    const written = [
      await run('a policy, schemas', ['init', folder, '--protected', `+${toPhone(1)}`]),
      await run('what is there', ['groups', ...files]),
      await run('files from groups and spreadsheet', ['import', ...files, '--sheet', sheet]),
      await run('nothing to do', plan),
    ];
    makeExact(groups);
    return [...written, await run('nothing to do, now that the files have the say', plan)];
  });
  const after = await onSandbox(driftWorld(world, changesOfOthers, seed), async (run) => [
    await run('what others did meanwhile', plan, exitCodes.changes),
    await run('let it stand', ['adopt', ...files, '--yes']),
    await run('nothing to do again', plan),
  ]);
  return [...before, ...after];
}

type RunStep = (about: string, argv: readonly string[], expected?: number) => Promise<Step>;

async function onSandbox(world: WorldFile, tell: (run: RunStep) => Promise<Step[]>): Promise<Step[]> {
  const sandbox = await startSandbox({ world });
  try {
    return await tell(async (about, argv, expected = exitCodes.ok) => ({
      ...(await runStep(sandbox, argv)),
      about,
      expected,
    }));
  } finally {
    await sandbox.close();
  }
}

async function runStep(sandbox: Sandbox, argv: readonly string[]): Promise<Omit<Step, 'about' | 'expected'>> {
  const { io, written } = createTestIo({ env: { ROLLCALL_URL: sandbox.url } });
  const asked = sandbox.requests().length;
  const start = performance.now();
  const code = await main(argv, io);
  const milliseconds = performance.now() - start;
  const writes = sandbox
    .requests()
    .slice(asked)
    .filter(({ method }) => method !== 'GET').length;
  return { command: argv[0] ?? '', code, ...written, milliseconds, writes };
}

/** Every file says that its group must be as it says. */
function makeExact(groups: string): void {
  for (const name of findYaml(groups)) {
    const text = readFileSync(join(groups, name), 'utf8');
    writeFileSync(join(groups, name), text.replace(/^manage: additive$/m, 'manage: exact'));
  }
}

/** Files of groups, by their path below the folder, the policy and the people aside. */
export function findYaml(groups: string): readonly string[] {
  const names = readdirSync(groups, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /^[^_.][^/\\]*\.yaml$/.test(name)).toSorted();
}
