import { join } from 'node:path';
import { memoryDisk } from './memory-disk.ts';

/** Where a run of the tests has all its temporary files: workers are ended by a signal, and clear nothing away. */
export const runFolder = join(memoryDisk, `rollcall-tests-${process.pid}`);
