import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openWithPhotos } from '../../../src/files/open-organisation.ts';
import { main } from '../../../src/main.ts';
import { createSkippingClock } from '../../../src/sandbox/clock.ts';
import { startSandbox } from '../../../src/sandbox/start.ts';
import { toWorld } from '../../../src/session/rehearse.ts';
import { createTestIo } from '../stage.ts';
import type { Day, DayFiles } from './days.ts';

/** So many queries went to WhatsApp in a plan, and in the apply of it. */
export interface Counted {
  readonly plan: readonly string[];
  readonly apply: readonly string[];
}

/** Noon on 1 June 2026. */
const start = Date.UTC(2026, 5, 1, 12);

const hour = 3_600_000;

/**
 * Lives through a day on a sandbox, at the pace of real groups, in time that passes only while somebody waits: the memory is
 * begun the day before; in the morning an apply finds all as the files had it; at noon the files change, which is planned and,
 * an hour later, applied. Returns what GOWA asked WhatsApp then. Throws where anything was not as it should be.
 */
export async function countQueries(day: Day): Promise<Counted> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-queries-'));
  const groups = join(folder, 'groups');
  const clock = createSkippingClock(start);
  const env = { ROLLCALL_KEY: 'ab'.repeat(32) };
  const { io } = createTestIo({ clock });
  const makeWorld = async (files: DayFiles) => {
    await writeAll(groups, files);
    return toWorld(groups, await openWithPhotos({ groups, target: [] }, io), clock.now());
  };
  const later = await makeWorld(day.after);
  const world = await makeWorld(day.before);
  const people = new Map([...later.people, ...world.people].map((person) => [person.pn, person]));
  const sandbox = await startSandbox({
    world: { ...world, people: [...people.values()] },
    isUnmarked: true,
    clock,
  });
  const run = async (command: string, ...args: string[]) => {
    const from = sandbox.requests().length;
    const own = createTestIo({ clock, env: { ...env, ROLLCALL_URL: sandbox.url } });
    const code = await main([command, '--groups', groups, '--state', join(folder, 'state'), ...args], own.io);
    if (code !== 0)
      throw new Error(`${day.name}: ${command} ended with ${code}\n${own.written.out}${own.written.err}`);
    return sandbox
      .requests()
      .slice(from)
      .flatMap(({ queries }) => queries);
  };
  try {
    await run('apply', '--yes', '--new-journal');
    await clock.sleep(26 * hour);
    await run('apply', '--yes');
    await clock.sleep(4 * hour);
    await writeAll(groups, day.after);
    const plan = await run('plan', '--out', join(folder, 'plan.json'));
    await clock.sleep(hour);
    const apply = await run('apply', join(folder, 'plan.json'));
    const rest = await run('plan', '--detailed-exitcode');
    if (rest.length === 0) throw new Error('nothing was read in the end');
    return { plan, apply };
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true });
  }
}

async function writeAll(root: string, files: DayFiles): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
}
