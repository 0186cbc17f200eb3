import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const usual = '/dev/shm';

/** A disk in memory, where there is one: tests sync thousands of lines of journals, and none is kept. */
export const memoryDisk = existsSync(usual) ? usual : tmpdir();
