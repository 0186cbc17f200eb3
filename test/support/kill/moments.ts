import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { LoggedRequest } from '../../../src/sandbox/server/listener.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { copyFolder } from '../copy-folder.ts';

/** What a process leaves behind where it is killed at a moment: its files, the world, and what it had asked for. */
export interface Moment {
  /** A copy of the folder that it worked in. */
  readonly folder: string;
  readonly world: ReturnType<Sandbox['world']>;
  readonly requests: readonly LoggedRequest[];
}

/** The folder that a process works in, and the server that it talks to. */
interface Now {
  readonly folder: string;
  readonly sandbox: Sandbox;
}

/** The pipes that a process needs beside its own three, to stop at its moments. */
export const momentPipes = ['pipe', 'pipe'] as const;

/** How a process stops, as text for a hook of its own: it tells of the moment, and waits until that is kept. */
export const stopText = `(fs) => () => {
  fs.writeSync(3, '.');
  fs.readSync(4, Buffer.alloc(1));
}`;

/**
 * Keeps each moment at which a process stops, the one after the other, below a folder: to kill a process at each of them
 * takes a process for each. The list grows until the process has ended.
 */
export function keepMoments(child: ChildProcess, now: Now, below: string): readonly Moment[] {
  const moments: Moment[] = [];
  const [told, go] = [child.stdio[3] as Readable, child.stdio[4] as Writable];
  told.on('data', () => {
    moments.push(keepMoment(now, join(below, String(moments.length))));
    go.write('.');
  });
  return moments;
}

/** What a process would leave behind now, with a copy of its folder. */
export function keepMoment({ folder, sandbox }: Now, copy: string): Moment {
  copyFolder(folder, copy);
  return { folder: copy, world: sandbox.world(), requests: [...sandbox.requests()] };
}
