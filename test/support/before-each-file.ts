import { relative } from 'node:path';
import { expect, vi } from 'vitest';
import { startGitsBeside } from './small-parent.ts';
import { classify } from './test-classes.ts';

/*
 * Runs before each file of tests: gits start beside the worker, and no test has a limit of its own.
 */

const path = relative(`${import.meta.dirname}/..`, expect.getState().testPath ?? '').replaceAll('\\', '/');
const { limit } = classify(path);
vi.setConfig({ testTimeout: limit, hookTimeout: limit });
startGitsBeside();
