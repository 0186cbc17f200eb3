import { defineConfig } from 'vitest/config';
import base from '../vitest.config.ts';

/** `npm run forge`: what needs a real forge, which takes minutes to build once, and is no part of `npm test`. */
const { test, ...rest } = base;

export default defineConfig({
  ...rest,
  test: {
    ...test,
    include: ['**/*.forge.ts'],
    setupFiles: [],
    maxWorkers: 1,
    testTimeout: 400_000,
    hookTimeout: 600_000,
  },
});
