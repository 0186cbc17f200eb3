import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forty } from './residents.ts';
import { sealExample } from './seal-example.ts';
import { tellStory } from './tell-story.ts';

/**
 * Tells the story of forty groups, with the time that each step takes: `npm run story [-- LINES]`; or, with `--sealed`, how
 * the example moves into sealed numbers with a throw-away key, and what is carried out then.
 */
const folder = mkdtempSync(join(tmpdir(), 'rollcall-story-'));
try {
  await (process.argv.includes('--sealed') ? tellSealed() : tellForty());
} finally {
  rmSync(folder, { recursive: true });
}

async function tellForty(): Promise<void> {
  for (const step of await tellStory(forty, folder)) {
    const { about, command, code, expected, out, err, milliseconds, writes } = step;
    if (code !== expected || writes > 0) process.exitCode = 1;
    const seconds = (milliseconds / 1000).toFixed(1);
    console.log(`\n── ${command}: ${about}: exit ${code}, ${seconds} s, ${writes} writes`);
    console.log(
      `${out}${err}`
        .split('\n')
        .slice(0, Number(process.argv[2] ?? 12))
        .join('\n'),
    );
  }
  console.log(readdirSync(join(folder, 'groups')).length, 'files');
}

async function tellSealed(): Promise<void> {
  const { steps, before, after } = await sealExample(folder);
  for (const { command, out } of steps) console.log(`\n$ ${command}\n${out}`);
  const [plain, sealed] = [before, after].map(
    ({ plan }) => JSON.parse(plan.out) as { readonly fingerprint: string; readonly summary: object },
  );
  console.log(`\nFingerprint of the plan before: ${plain?.fingerprint}, and after: ${sealed?.fingerprint}`);
  console.log(`Planned: ${JSON.stringify(sealed?.summary)}\n\n${after.apply.out}`);
  if (plain?.fingerprint !== sealed?.fingerprint) process.exitCode = 1;
}
