import { spawn } from 'node:child_process';

/** A sandbox in a process of its own. */
export interface Server {
  readonly url: string;
  /** Every request so far. */
  requests(): Promise<readonly LoggedRequest[]>;
  stop(): Promise<void>;
}

/** As `GET /__sandbox/requests` prints it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** Starts `rollcall sandbox` in a world in which the files of a folder are in sync; `args` are further arguments. */
export async function startServer(folder: string, args: readonly string[] = []): Promise<Server> {
  // A world of two million members does not fit into Node's usual heap.
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=16000', 'dist/rollcall.js', 'sandbox', '--from', folder, ...args],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /listens on (\S+)/.exec(out)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('close', (code) => reject(new Error(`the sandbox ended with ${code}`)));
  });
  return {
    url,
    requests: async () => (await (await fetch(`${url}/__sandbox/requests`)).json()) as LoggedRequest[],
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
