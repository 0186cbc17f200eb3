import type { Account, Organisation } from '../domain/organisation.ts';
import type { Past, Pending } from '../domain/past.ts';
import { SessionError, UsageError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { toStyle } from '../io.ts';
import { toDay } from '../domain/day.ts';
import type { ChangeId, ToId } from '../planning/approval.ts';
import { createIds } from '../planning/approval.ts';
import { findFileWants, findStrangers } from '../planning/file-wants.ts';
import { findFormer, withCreated } from '../planning/creating/with-created.ts';
import { toUnmadeId } from '../domain/plan/creation.ts';
import { toApprovalsDocument } from '../render/json/approvals-document.ts';
import { renderApprovals } from '../render/terminal/approvals-text.ts';
import type { ApprovalItem } from '../view/to-approvals-view.ts';
import { toApprovalsView } from '../view/to-approvals-view.ts';
import { loadWords } from '../words/load-words.ts';
import { openOrganisation, pickAccount } from '../files/open-organisation.ts';
import type { FileOptions, StateOptions } from '../options.ts';
import { findSecrets } from '../session/secret.ts';
import type { Memory, MemoryInput } from '../session/memory.ts';
import { findStateFolder, openMemory, readMemory } from '../session/memory.ts';

export interface ApprovalsOptions extends FileOptions, StateOptions {
  readonly account?: string;
  readonly json?: boolean;
  /** Ids, or their beginnings, of approvals to take back. */
  readonly drop: readonly string[];
}

/** So many letters of an id tell it from all others, in any memory that people look through. */
const fewestLetters = 6;

/** Lists what the memory holds as approved and not done, and takes back what is named. Talks to nobody. Returns the exit code. */
export async function approvals(options: ApprovalsOptions, io: Io): Promise<number> {
  const organisation = await openOrganisation(options, io);
  const account = pickAccount(organisation, options.account);
  if (findStateFolder(options, organisation, false) === undefined) {
    throw new UsageError(
      'No memory is kept, so nothing waits in it: set state: in the policy, or give --state.',
    );
  }
  const input = await findReadable({ organisation, account }, options, io);
  const { past } = await readMemory(options, input, io);
  const dropped = findDropped(options.drop, past);
  if (dropped.length > 0) await drop(dropped, await openMemory(options, input, io));
  const rest = { ...past, pending: new Map([...past.pending].filter(([id]) => !dropped.includes(id))) };
  const view = toApprovalsView(account.name, describe(rest, input), dropped);
  if (options.json) {
    io.out(`${JSON.stringify(toApprovalsDocument(view), null, 2)}\n`);
  } else {
    io.out(renderApprovals(view, await loadWords(organisation.policy.language), toStyle(io)));
  }
  return exitCodes.ok;
}

/** With the key that the memory was written with: its own, or the sandbox's. Throws `SessionError` where neither fits. */
async function findReadable(
  files: { readonly organisation: Organisation; readonly account: Account },
  options: ApprovalsOptions,
  io: Io,
): Promise<MemoryInput> {
  let fault = 'There is no key to read the memory with: set ROLLCALL_KEY.';
  for (const { secret, isSandbox } of findSecrets(options, files.organisation, io)) {
    const input = { ...files, isSandbox, secret };
    const { past } = await readMemory(options, input, io);
    // Where none has begun, nothing waits, whatever the key.
    if (past.memory === 'kept' || past.isUnbegun) return input;
    if (!past.isOfOtherKind) fault = past.unusable ?? fault;
  }
  throw new SessionError(fault);
}

/** The ids that are meant. Throws `UsageError` for what is none, or more than one. */
function findDropped(named: readonly string[], { pending }: Past): ChangeId[] {
  return named.map((text) => {
    const found = [...pending.keys()].filter((id) => id.startsWith(text));
    const [id] = found;
    if (text.length >= fewestLetters && id !== undefined && found.length === 1) return id;
    const why = found.length > 1 ? 'is the beginning of several' : 'is none that waits';
    throw new UsageError(
      `--drop ${text}: this ${text.length < fewestLetters ? `is too short: give ${fewestLetters} letters at least` : why}. rollcall approvals lists them.`,
    );
  });
}

async function drop(ids: readonly ChangeId[], memory: Memory): Promise<void> {
  try {
    for (const id of ids) {
      const group = memory.past.pending.get(id)?.group;
      await memory.record({ type: 'approval-ended', ids: [id], ...(group && { group }) });
    }
  } finally {
    await memory.close();
  }
}

/** What each approval is about, as far as the files tell it; sorted by file. */
function describe(past: Past, { organisation, account, secret }: MemoryInput): ApprovalItem[] {
  // A group that is not there yet has people, too, for whom something was approved.
  const all = withCreated(organisation, past).groups.map((group) => ({
    ...group,
    id: group.id ?? toUnmadeId(group.file),
  }));
  const toId = createIds({ secret, account: account.phone }, findFormer(all, past));
  const { timezone } = organisation.policy;
  const groups = new Map(all.map((group) => [group.id, group]));
  return [...past.pending]
    .map(([id, about]): ApprovalItem => {
      const group = about.group && groups.get(about.group);
      const since = toDay(about.at, timezone);
      if (!group) return { id, about, since };
      const change = findChange(id, about, { group, organisation }, toId);
      return { id, about, since, group, ...(change && { change }) };
    })
    .toSorted(
      (a, b) =>
        compare(a.group?.file ?? '', b.group?.file ?? '') || compare(a.about.on ?? '', b.about.on ?? ''),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

interface Place {
  readonly group: Parameters<typeof findFileWants>[0];
  readonly organisation: Organisation;
}

/** Whose change it is: of somebody whom the group's file lists, else of anybody whom the files know. */
function findChange(id: ChangeId, { at }: Pending, { group, organisation }: Place, toId: ToId) {
  const { wanted, unwanted } = findFileWants(group, toDay(at, organisation.policy.timezone), toId);
  return (
    wanted.get(id) ?? unwanted.get(id) ?? findStrangers(group, organisation.people.values(), toId).get(id)
  );
}
