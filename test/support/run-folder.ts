import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { memoryDisk } from './memory-disk.ts';

/** Where a run of the tests has all its temporary files: workers are ended by a signal, and clear nothing away. */
export const runFolder = join(memoryDisk, `rollcall-tests-${process.pid}`);

/** Before the first test and after the last one, in the process that starts the workers. */
export function setup(): void {
  mkdirSync(runFolder, { recursive: true });
}

export function teardown(): void {
  rmSync(runFolder, { recursive: true, force: true });
}
