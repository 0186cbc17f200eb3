import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { readEndpoints, writeEndpoints } from './faults/list.ts';
import { memoryDisk } from './memory-disk.ts';
import { makeReferences, printMatrix, tryFaults } from './faults/matrix.ts';
import { soakKills } from './kill/soak-kills.ts';
import type { SoakReport } from './soak.ts';
import { joinReports, soak } from './soak.ts';
import { playedTraitNames, storyTraitNames } from './days/traits.ts';
import { traitNames } from './traits.ts';

/** Prints what became of many random pairs; ends with 1 if any of them failed. */
async function run(): Promise<void> {
  process.env['TMPDIR'] = memoryDisk;
  const { values } = parseArgs({
    options: {
      pairs: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      kills: { type: 'string' },
      faults: { type: 'boolean', default: false },
    },
  });
  if (values.kills !== undefined) return runKills(Number(values.kills), Number(values.seed));
  if (values.faults) return runFaults();
  const start = performance.now();
  const { pairs, shares, requests, compared, groups, failures } = await soakInThreads(
    Number(values.pairs),
    Number(values.seed),
  );
  const lines = [
    `${pairs} pairs from seed ${values.seed}, ${requests} writes, ${Math.round((performance.now() - start) / 1000)} s`,
    `${Math.round((100 * compared) / Math.max(groups, 1))}% of ${groups} groups compared to the letter on days with a memory`,
    ...[...traitNames, ...storyTraitNames, ...playedTraitNames].map(
      (name) => `  ${Math.round((100 * (shares.get(name) ?? 0)) / pairs)}% ${name}`,
    ),
    `${failures.length} failures`,
    ...failures.slice(0, 20),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

interface Share {
  readonly pairs: number;
  readonly seed: number;
}

/** The pairs shared among as many threads as there are cores, each of which runs this very file. */
async function soakInThreads(pairs: number, seed: number): Promise<SoakReport> {
  const count = Math.min(availableParallelism(), Math.max(pairs, 1));
  const shares = Array.from({ length: count }, (_, at): Share => {
    const [from, to] = [Math.floor((pairs * at) / count), Math.floor((pairs * (at + 1)) / count)];
    return { pairs: to - from, seed: seed + from };
  });
  return joinReports(await Promise.all(shares.map(runShare)));
}

function runShare(share: Share): Promise<SoakReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** The same with runs that are killed at a random point and done again. */
async function runKills(count: number, seed: number): Promise<void> {
  const start = performance.now();
  const { killed, requests, failures } = await soakKills(count, seed);
  const lines = [
    `${count} runs from seed ${seed}, ${killed} killed in the middle, ${requests} writes, ${Math.round((performance.now() - start) / 1000)} s`,
    `${failures.length} failures`,
    ...failures.slice(0, 20),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = failures.length > 0 || killed === 0 ? 1 : 0;
}

/** Every fault at every endpoint. */
async function runFaults(): Promise<void> {
  const references = await makeReferences();
  const rows = [];
  for (const endpoint of [...readEndpoints, ...writeEndpoints]) {
    rows.push(await tryFaults(endpoint, references, true));
  }
  const wrongs = rows.flatMap((row) => row.wrongs.map((wrong) => `${row.endpoint}: ${wrong}`));
  process.stdout.write(`${[printMatrix(rows), `${wrongs.length} failures`, ...wrongs].join('\n')}\n`);
  process.exitCode = wrongs.length > 0 ? 1 : 0;
}

if (isMainThread) {
  await run();
} else {
  const { pairs, seed } = workerData as Share;
  parentPort?.postMessage(await soak(pairs, seed, console.error), []);
}
