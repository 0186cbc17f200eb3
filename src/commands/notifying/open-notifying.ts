import { parseOnlyPolicy } from '../../config/parse.ts';
import { resolveOrganisation } from '../../config/resolve.ts';
import { loadSources } from '../../config/sources.ts';
import type { Account, Organisation } from '../../domain/organisation.ts';
import type { Io } from '../../io.ts';
import { pickAccount } from '../../files/open-organisation.ts';
import type { FileOptions, StateOptions } from '../../options.ts';
import type { Memory } from '../../session/memory.ts';
import { findStateFolder, openMemory, readMemory } from '../../session/memory.ts';
import { loadSecret } from '../../session/secret.ts';

/**
 * What the policy says, and nothing else of the files: whoever tells what happened needs nobody's number. Mistakes in it are no
 * obstacle, since that there are some may be what is to be told.
 */
export async function openPolicy({ groups }: FileOptions, io: Io): Promise<Organisation> {
  const resolution = resolveOrganisation(await parseOnlyPolicy(loadSources(groups)), io.clock.now());
  return resolution.kind === 'organisation' ? resolution.organisation : resolution.readable;
}

/** The account that a report is of: the one that is named, else the only one, else the report's. Undefined where none is known. */
export function findAccount(
  organisation: Organisation,
  named: string | undefined,
  reported: string | undefined,
): Account | undefined {
  const { accounts } = organisation.policy;
  if (accounts.size === 0) return undefined;
  return pickAccount(organisation, named ?? (accounts.size > 1 ? reported : undefined));
}

/** Whose memory, and of what. */
interface MemoryOf {
  readonly organisation: Organisation;
  readonly account: Account | undefined;
  readonly isSandbox: boolean;
  /** Nothing is written, and nobody is waited for. */
  readonly isReading: boolean;
}

/** What was told before; undefined where no memory is kept, or its key is not there. Throws a LockedError while another run has it. */
export async function openTold(
  options: StateOptions,
  { organisation, account, isSandbox, isReading }: MemoryOf,
  io: Io,
): Promise<Memory | undefined> {
  if (!account || findStateFolder(options, organisation, isSandbox) === undefined) return undefined;
  const { secret, isLasting } = loadSecret(options, organisation, { isSandbox, isKept: false }, io);
  if (!isLasting) return undefined;
  const open = isReading ? readMemory : openMemory;
  return open(options, { organisation, account, isSandbox, secret }, io);
}
