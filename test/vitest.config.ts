import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { WeightySequencer } from './support/sequencer.ts';

/** A disk in memory, where there is one: tests sync thousands of lines of journals, and none is kept. */
const memoryDisk = '/dev/shm';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    // How long a test may take is a matter of its class.
    setupFiles: ['support/time-limits.ts'],
    // Files share nothing, so their order never matters: the longest begin, by chance among themselves.
    sequence: { sequencer: WeightySequencer },
    // Two cores are what CI has; by itself it would leave one of them idle.
    maxWorkers: 2,
    env: existsSync(memoryDisk) ? { TMPDIR: memoryDisk } : {},
    // A golden file that is missing is a mistake, and not one to be made.
    update: 'none',
  },
});
