import { join } from 'node:path';
import type { RecordEvent } from '../domain/event.ts';
import type { Account, Organisation } from '../domain/organisation.ts';
import type { Past } from '../domain/past.ts';
import { noPast } from '../domain/past.ts';
import { findKnown } from '../domain/people/everybody.ts';
import type { PersonKey } from '../domain/people/person.ts';
import { SessionError } from '../errors.ts';
import type { Io } from '../io.ts';
import { openToCount } from '../journal/count-look-ups.ts';
import { openJournal, readPast } from '../journal/journal.ts';
import { toUnmadeId } from '../domain/plan/creation.ts';
import { findKept } from '../planning/base/stricter.ts';
import type { StateOptions } from '../options.ts';

/** What earlier runs left behind, and where this one leaves what later ones must know. */
export interface Memory {
  readonly past: Past;
  readonly record: RecordEvent;
  close(): Promise<void>;
}

export interface MemoryInput {
  readonly organisation: Organisation;
  readonly account: Account;
  readonly isSandbox: boolean;
  /** The state's key. */
  readonly secret: Uint8Array;
}

/** The state folder: `--state`, else the policy's; a sandbox has only the first. Undefined: nothing is remembered. */
export function findStateFolder(
  { state }: StateOptions,
  { policy }: Organisation,
  isSandbox: boolean,
): string | undefined {
  return state ?? (isSandbox ? undefined : policy.state);
}

/** The memory as it stands; nothing is written. */
export async function readMemory(options: StateOptions, input: MemoryInput, io: Io): Promise<Memory> {
  const journal = toJournalInput(options, input, io);
  const past = journal ? await readPast(journal) : noPast;
  return { past, ...forgetful };
}

/** The memory as `plan` has it: look-ups are counted and a stop is remembered, where that can be; nothing else is written. */
export async function openToPlan(options: StateOptions, input: MemoryInput, io: Io): Promise<Memory> {
  const journal = toJournalInput(options, input, io);
  return journal ? refuseOtherKind(await openToCount(journal)) : { past: noPast, ...forgetful };
}

/** The memory, locked for this run. Throws a LockedError while another run holds it. */
export async function openMemory(
  options: StateOptions & { readonly newJournal?: boolean },
  input: MemoryInput,
  io: Io,
): Promise<Memory> {
  const journal = toJournalInput(options, input, io);
  if (!journal) return { past: noPast, ...forgetful };
  return refuseOtherKind(await openJournal(journal, { startNew: options.newJournal ?? false }));
}

/** A rehearsal has a memory of its own. Throws `SessionError` for one of the other kind, which is left as it is. */
async function refuseOtherKind(memory: Memory): Promise<Memory> {
  if (!memory.past.isOfOtherKind) return memory;
  await memory.close();
  throw new SessionError(memory.past.unusable ?? '');
}

const forgetful = { record: async () => undefined, close: async () => undefined };

/** A journal belongs to one account: where there are several, each has a folder of its own in the state folder. */
function toJournalInput(options: StateOptions, input: MemoryInput, { clock }: Io) {
  const { organisation, account, isSandbox, secret } = input;
  const state = findStateFolder(options, organisation, isSandbox);
  if (state === undefined) return undefined;
  const folder = organisation.policy.accounts.size > 1 ? join(state, account.name) : state;
  const groups = organisation.groups.map(({ id, file }) => id ?? toUnmadeId(file));
  const handles = new Map(
    [...findKnown(organisation.people).values()].flatMap(({ key, handle }) =>
      handle === undefined ? [] : [[key, handle]],
    ),
  );
  return {
    folder,
    secret,
    beside: options.beside ?? [],
    isSandbox,
    handles,
    account: account.phone,
    people: findKeys(organisation),
    groups,
    clock,
  };
}

/** Everybody whom the files know, the accounts and whoever only the policy protects among them. */
function findKeys({ people, policy }: Organisation): ReadonlySet<PersonKey> {
  return new Set([...people.keys(), ...findKept(policy), ...policy.protected]);
}
