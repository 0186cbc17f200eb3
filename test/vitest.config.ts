import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    // Two cores are what CI has; files share nothing, so their order never matters.
    sequence: { shuffle: { files: true, tests: false } },
    // By itself it would leave one of them idle.
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
