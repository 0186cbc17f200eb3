import { parseArgs } from 'node:util';
import { soak } from './soak.ts';
import { traitNames } from './traits.ts';

/** Prints what became of many random pairs; ends with 1 if any of them failed. */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { pairs: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
  });
  const start = performance.now();
  const { pairs, shares, requests, failures } = await soak(Number(values.pairs), Number(values.seed));
  const lines = [
    `${pairs} pairs from seed ${values.seed}, ${requests} writes, ${Math.round((performance.now() - start) / 1000)} s`,
    ...traitNames.map((name) => `  ${Math.round((100 * (shares.get(name) ?? 0)) / pairs)}% ${name}`),
    `${failures.length} failures`,
    ...failures.slice(0, 20),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

await run();
