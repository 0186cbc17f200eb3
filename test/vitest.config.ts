import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { bundleEnd, bundlePage } from '../scripts/page-bundle.mjs';
import { runFolder } from './support/run-folder.ts';
import { WeightySequencer } from './support/sequencer.ts';

/** What `with { type: 'text' }` imports, as the build takes it. */
const texts = {
  name: 'texts',
  enforce: 'pre' as const,
  load: (id: string) =>
    /\.yml$|\/CODEOWNERS$/.test(id)
      ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}`
      : undefined,
};

/** The program of a page in one text, as the build takes it. */
const bundles = {
  name: 'bundles',
  enforce: 'pre' as const,
  load: async (id: string) =>
    id.endsWith(bundleEnd)
      ? `export default ${JSON.stringify(await bundlePage(id.slice(0, -bundleEnd.length)))}`
      : undefined,
};

/**
 * Most of the program is run a few times and never again: what V8 of Node 20 compiles for speed by its usual measure takes
 * longer than it saves, which later ones know by themselves. And each core has a worker: helpers of the one that collect its
 * garbage take time from the other.
 */
const leanly = [
  '--single-threaded-gc',
  ...(process.version.startsWith('v20.') ? ['--interrupt-budget=1000000'] : []),
];

export default defineConfig({
  plugins: [texts, bundles],
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    // How long a test may take is a matter of its class.
    setupFiles: ['support/time-limits.ts', 'support/small-parent.ts'],
    // Files share nothing, so their order never matters: the longest begin, by chance among themselves.
    sequence: { sequencer: WeightySequencer },
    // Two cores are what CI has; by itself it would leave one of them idle.
    maxWorkers: 2,
    execArgv: leanly,
    // To start a process for each file and load the whole program into it takes longer than most files do.
    isolate: false,
    // Packages as Node gives them to the program too; what vitest would put before them is asked at each call.
    deps: { interopDefault: false },
    globalSetup: ['support/run-folder.ts'],
    env: { TMPDIR: runFolder },
    // A golden file that is missing is a mistake, and not one to be made.
    update: 'none',
  },
});
