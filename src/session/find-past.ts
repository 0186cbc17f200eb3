import type { Account, Organisation } from '../domain/organisation.ts';
import type { Past } from '../domain/past.ts';
import { noPast } from '../domain/past.ts';
import { pickAccount } from '../files/open-organisation.ts';
import type { Io } from '../io.ts';
import type { StateOptions } from '../options.ts';
import { findStateFolder, readMemory } from './memory.ts';
import { loadSecret } from './secret.ts';

/** Whose memory, and of what. */
export interface PastInput {
  readonly organisation: Organisation;
  /** Absent: the one that is named or the only one. */
  readonly account?: Account;
  readonly isSandbox: boolean;
}

/** The memory as it stands, for whoever only asks it: none where none is kept, or where several accounts have one each. */
export async function findPast(
  options: StateOptions & { readonly account?: string },
  input: PastInput,
  io: Io,
): Promise<Past> {
  const { organisation, isSandbox } = input;
  const isSeveral = organisation.policy.accounts.size > 1 && options.account === undefined;
  if (isSeveral || findStateFolder(options, organisation, isSandbox) === undefined) return noPast;
  const { secret, isLasting } = loadSecret(options, organisation, { isSandbox, isKept: false }, io);
  if (!isLasting) return noPast;
  const account = input.account ?? pickAccount(organisation, options.account);
  return (await readMemory(options, { organisation, account, isSandbox, secret }, io)).past;
}
