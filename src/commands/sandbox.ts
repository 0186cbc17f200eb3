import { readFile } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { WorldFile } from '../sandbox/world-file.ts';
import { openOrganisation } from './open-organisation.ts';
import type { FileOptions } from './options.ts';
import { findWorld, toParsedWorld } from './rehearse.ts';

export interface SandboxOptions extends FileOptions {
  readonly port: number;
  readonly host: string;
  readonly world?: string;
}

/** Serves a world until somebody interrupts. Returns the exit code. */
export async function sandbox(options: SandboxOptions, io: Io): Promise<number> {
  const { startSandbox } = await import('../sandbox/start.ts');
  const { host, port } = options;
  const server = await startSandbox({ world: await readWorld(options, io), host, port });
  io.out(`A GOWA without WhatsApp listens on ${server.url}\n`);
  if (!isLoopback(host)) io.err(`Warning: ${host} is not loopback: others on the network can reach it.\n`);
  io.out(`Point Rollcall at it:  ROLLCALL_URL=${server.url} rollcall plan\nCtrl-C ends it.\n`);
  await new Promise<void>((resolve) => io.signal.addEventListener('abort', () => resolve(), { once: true }));
  await server.close();
  return exitCodes.ok;
}

async function readWorld({ world, groups }: SandboxOptions, io: Io): Promise<WorldFile> {
  if (world === undefined) return findWorld(groups, await openOrganisation({ groups }, io));
  const text = await readFile(world, 'utf8').catch((error: Error) => {
    throw new UsageError(`The world ${world} cannot be read: ${error.message}`);
  });
  return toParsedWorld(text, world);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
