import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forty } from './residents.ts';
import { tellStory } from './tell-story.ts';

/** Tells the story of forty groups, with the time that each step takes: `npm run story`. */
const folder = mkdtempSync(join(tmpdir(), 'rollcall-story-'));
try {
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
} finally {
  rmSync(folder, { recursive: true });
}
