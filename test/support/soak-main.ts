import { parseArgs } from 'node:util';
import { readEndpoints, writeEndpoints } from './faults/list.ts';
import { makeReferences, printMatrix, tryFaults } from './faults/matrix.ts';
import { soakKills } from './kill/soak-kills.ts';
import { soak } from './soak.ts';
import { storyTraitNames } from './days/traits.ts';
import { traitNames } from './traits.ts';

/** Prints what became of many random pairs; ends with 1 if any of them failed. */
async function run(): Promise<void> {
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
  const { pairs, shares, requests, compared, groups, failures } = await soak(
    Number(values.pairs),
    Number(values.seed),
  );
  const lines = [
    `${pairs} pairs from seed ${values.seed}, ${requests} writes, ${Math.round((performance.now() - start) / 1000)} s`,
    `${Math.round((100 * compared) / Math.max(groups, 1))}% of ${groups} groups compared to the letter on days with a memory`,
    ...[...traitNames, ...storyTraitNames].map(
      (name) => `  ${Math.round((100 * (shares.get(name) ?? 0)) / pairs)}% ${name}`,
    ),
    `${failures.length} failures`,
    ...failures.slice(0, 20),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = failures.length > 0 ? 1 : 0;
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

await run();
