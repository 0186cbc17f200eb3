import type fs from 'node:fs';
import type { Socket } from 'node:net';
import { stopText } from './moments.ts';

/**
 * Runs in a child process before Rollcall: counts all that it does to the disk and to the network, and ends it, as a runner that
 * vanishes would, right before the one with a given number, or stops it before each. It is sent there as text.
 */
function install(
  original: typeof fs,
  files: Record<string, unknown>,
  socket: { write: Socket['write'] },
  { env, stop }: { readonly env: NodeJS.ProcessEnv; readonly stop: () => void },
): void {
  const last = Number(env['KILL_BEFORE'] ?? Number.POSITIVE_INFINITY);
  let events = 0;
  const count = () => {
    events += 1;
    if (events >= last) process.kill(process.pid, 'SIGKILL');
    if (env['STOP_BEFORE_EACH']) stop();
  };
  for (const name of ['writeSync', 'renameSync', 'linkSync', 'rmSync'] as const) {
    const act = original[name] as (...args: unknown[]) => unknown;
    files[name] = (...args: unknown[]) => {
      count();
      return act(...args);
    };
  }
  const { write } = socket;
  socket.write = function counted(this: Socket, ...args: unknown[]) {
    // What is said to people changes nothing outside.
    if (this.remotePort !== undefined) count();
    return (write as (...all: unknown[]) => boolean).apply(this, args);
  } as Socket['write'];
}

/** What `node --import` takes. */
export const eventHook = `data:text/javascript,${encodeURIComponent(`
import fs from 'node:fs';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';
const real = { ...fs };
(${install.toString()})(real, fs, net.Socket.prototype, { env: process.env, stop: (${stopText})(real) });
syncBuiltinESMExports();
`)}`;
