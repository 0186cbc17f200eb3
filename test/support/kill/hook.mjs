// Loaded into a child process before Rollcall (node --import): ends it, as a runner that vanishes would, right after
// a given line of the journal, and lets the five seconds of SIGTERM pass quickly.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const lastLine = Number(process.env['KILL_AFTER_LINE'] ?? Number.POSITIVE_INFINITY);
const { writeSync } = fs;
let lines = 0;

fs.writeSync = (handle, data, ...rest) => {
  const written = writeSync(handle, data, ...rest);
  if (String(data).startsWith('{"at":')) lines += 1;
  if (lines >= lastLine) process.kill(process.pid, 'SIGKILL');
  return written;
};
syncBuiltinESMExports();

const start = Number(process.env['START_AT'] ?? Date.now());
const { now } = Date;
const started = now();
Date.now = () => start + now() - started;

const { setTimeout } = globalThis;
globalThis.setTimeout = (act, milliseconds, ...rest) =>
  setTimeout(act, milliseconds === 5_000 ? 50 : milliseconds, ...rest);
