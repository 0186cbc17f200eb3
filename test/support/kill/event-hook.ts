import type fs from 'node:fs';
import type { Socket } from 'node:net';

/**
 * Runs in a child process before Rollcall: counts all that it does to the disk and to the network, and ends it, as a runner that
 * vanishes would, right before the one with a given number; says at the end how many there were. It is sent there as text.
 */
function install(
  original: typeof fs,
  files: Record<string, unknown>,
  socket: { write: Socket['write'] },
  env: NodeJS.ProcessEnv,
): void {
  const last = Number(env['KILL_BEFORE'] ?? Number.POSITIVE_INFINITY);
  let events = 0;
  const count = () => {
    events += 1;
    if (events >= last) process.kill(process.pid, 'SIGKILL');
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
  process.on('exit', () => original.writeFileSync(env['EVENTS_FILE'] ?? '', String(events)));
}

/** What `node --import` takes. */
export const eventHook = `data:text/javascript,${encodeURIComponent(`
import fs from 'node:fs';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';
(${install.toString()})({ ...fs }, fs, net.Socket.prototype, process.env);
syncBuiltinESMExports();
`)}`;
