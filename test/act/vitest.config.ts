import { mergeConfig } from 'vitest/config';
import base from '../vitest.config.ts';

/** Workflows as they run, by act: `npm run act`. A project of its own, since act is no package of npm's. */
export default mergeConfig(base, {
  test: { include: ['act/*.act.ts'], exclude: ['**/*.test.ts'] },
});
