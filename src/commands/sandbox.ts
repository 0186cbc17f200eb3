import { readNamedText } from '../disk/named-file.ts';
import { UsageError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Sandbox } from '../sandbox/start.ts';
import type { WorldFile } from '../sandbox/world-file.ts';
import { openWithPhotos } from '../files/open-organisation.ts';
import type { PhotoOptions } from '../options.ts';
import {
  findWorld,
  putInDrift,
  toParsedFaults,
  toParsedWorld,
  toWorld,
  worldBytes,
} from '../session/rehearse.ts';

export interface SandboxOptions extends PhotoOptions {
  readonly port: number;
  readonly host: string;
  /** A world's file. */
  readonly world?: string;
  /** A folder of groups: the world in which they are in sync. */
  readonly from?: string;
  /** So many differences put into the world. */
  readonly drift?: number;
  /** With the endpoints that forks of GOWA have. */
  readonly fork?: boolean;
  /** Rules of faults as text, YAML or JSON. */
  readonly fault: readonly string[];
}

/** Serves a world until somebody interrupts. Returns the exit code. */
export async function sandbox(options: SandboxOptions, io: Io): Promise<number> {
  const world = await readWorld(options, io);
  const server = await start(
    options.drift === undefined ? world : await putInDrift(world, options.drift),
    options,
  );
  const { host } = options;
  io.out(`A GOWA without WhatsApp listens on ${server.url}\n`);
  if (!isLoopback(host))
    io.err(`Warning: ${host} is not this machine alone: others on the network can reach it.\n`);
  io.out(`Point Rollcall at it:  ROLLCALL_URL=${server.url} rollcall plan\nCtrl-C ends it.\n`);
  await waitFor(io.signal);
  await server.close();
  return exitCodes.ok;
}

/** The world's file, the groups' own in-sync world, or what `--sandbox` would use; one of them. */
async function readWorld(options: SandboxOptions, io: Io): Promise<WorldFile> {
  const { world, from, groups } = options;
  const now = io.clock.now();
  if (from !== undefined) return toWorld(from, await openWithPhotos({ ...options, groups: from }, io), now);
  if (world === undefined) return findWorld(groups, await openWithPhotos(options, io), now);
  const text = await readNamedText({ path: world, called: `The world ${world}`, most: worldBytes });
  return toParsedWorld(text, world);
}

async function start(world: WorldFile, { host, port, fault, fork }: SandboxOptions): Promise<Sandbox> {
  const { startSandbox } = await import('../sandbox/start.ts');
  const faults = (await Promise.all(fault.map(toParsedFaults))).flat();
  try {
    return await startSandbox({ world, host, port, faults, ...(fork !== undefined && { fork }) });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const cannotListen = code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL';
    if (!cannotListen) throw error;
    throw new UsageError(
      `The sandbox cannot listen on ${host}, port ${port} (${code}). Give another --port or --host.`,
    );
  }
}

function waitFor(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
