import { defineConfig } from 'vitest/config';
import { builtCode, builtFiles } from './support/built-code.ts';
import { runFolder } from './support/run-folder.ts';
import { WeightySequencer } from './support/sequencer.ts';

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
  plugins: [builtCode],
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    // How long a test may take is a matter of its class.
    setupFiles: ['support/before-each-file.ts'],
    // Files share nothing, so their order never matters: the longest begin, by chance among themselves.
    sequence: { sequencer: WeightySequencer },
    // Two cores are what CI has, and of three workers two have something to do: the third waits for git, Chromium or a process.
    maxWorkers: 3,
    execArgv: leanly,
    // To start a process for each file and load the whole program into it takes longer than most files do.
    isolate: false,
    // Packages as Node gives them to the program too; what vitest would put before them is asked at each call.
    deps: { interopDefault: false },
    server: { deps: { external: [builtFiles] } },
    globalSetup: ['support/around-tests.ts'],
    env: { TMPDIR: runFolder },
    // A golden file that is missing is a mistake, and not one to be made.
    update: 'none',
  },
});
