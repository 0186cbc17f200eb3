import type fs from 'node:fs';
import { stopText } from './moments.ts';

/**
 * Runs in a child process before Rollcall: ends it, as a runner that vanishes would, right after a given line of the
 * journal, or stops it after each; lets the five seconds of SIGTERM pass quickly where that is asked for; sets the time at which it believes to start. It is sent there
 * as text, so that it may use nothing but what it is given.
 */
function install(
  { writeSync }: typeof fs,
  files: { writeSync: unknown },
  { env, stop }: { readonly env: NodeJS.ProcessEnv; readonly stop: () => void },
): void {
  const lastLine = Number(env['KILL_AFTER_LINE'] ?? Number.POSITIVE_INFINITY);
  let lines = 0;
  files.writeSync = (handle: number, data: string | Uint8Array, ...rest: []) => {
    const written = writeSync(handle, data as Uint8Array, ...rest);
    if (Buffer.from(data).toString('utf8', 0, 6) !== '{"at":') return written;
    lines += 1;
    if (lines >= lastLine) process.kill(process.pid, 'SIGKILL');
    if (env['STOP_AFTER_LINES']) stop();
    return written;
  };
  const { now } = Date;
  const start = now();
  Date.now = () => Number(env['START_AT'] ?? start) + now() - start;
  const { setTimeout } = globalThis;
  const quickly = (act: () => void, milliseconds?: number, ...rest: []) =>
    setTimeout(act, milliseconds === 5_000 ? 50 : milliseconds, ...rest);
  if (env['IS_HURRIED']) globalThis.setTimeout = quickly as typeof setTimeout;
}

/** What `node --import` takes. */
export const hook = `data:text/javascript,${encodeURIComponent(`
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const real = { ...fs };
(${install.toString()})(real, fs, { env: process.env, stop: (${stopText})(real) });
syncBuiltinESMExports();
`)}`;
