import { mkdirSync, rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { buildCode } from './built-code.ts';
import { runFolder } from './run-folder.ts';

/*
 * Before the first test and after the last one, in the process that starts the workers.
 */

export async function setup({ config }: TestProject): Promise<void> {
  if (config.watch) throw new Error('Files are built at the start alone: use `vitest run`.');
  mkdirSync(runFolder, { recursive: true });
  // Go's own variable: esbuild lives for seconds, and to collect its garbage meanwhile is a third of what it does.
  process.env['GOGC'] = 'off';
  await buildCode();
}

export function teardown(): void {
  rmSync(runFolder, { recursive: true, force: true });
}
