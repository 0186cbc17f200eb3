import type { Sources } from '../config/sources.ts';
import type { Account } from '../domain/organisation.ts';
import { noPast } from '../domain/past.ts';
import { InterruptedError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { checkNewFiles } from '../files/check-new-files.ts';
import type { ImportDesk } from '../files/open-import.ts';
import { openImport } from '../files/open-import.ts';
import { pickAccount } from '../files/open-organisation.ts';
import { writeNewFiles } from '../files/write-new-files.ts';
import { readContacts } from '../gowa/contacts.ts';
import { chooseGroups } from '../importing/choose-groups.ts';
import type { NewFile } from '../importing/new-file.ts';
import type { ImportInput, ImportPlan } from '../importing/plan-import.ts';
import { nameAll, planImport } from '../importing/plan-import.ts';
import { toImportView } from '../importing/to-import-view.ts';
import type { Io } from '../io.ts';
import { toStyle } from '../io.ts';
import type { ServerOptions } from '../options.ts';
import { toFlags } from '../output/flags.ts';
import { showReading } from '../output/progress.ts';
import { checkShowPhones } from '../output/show-phones.ts';
import { findKept } from '../planning/base/stricter.ts';
import { renderImport } from '../render/terminal/import-text.ts';
import { escapeInline, join } from '../safe/inline.ts';
import { makeSafety } from '../safe/labels.ts';
import type { ImportView } from '../view/onboarding/import-view.ts';
import type { Line } from '../session/connect.ts';
import { connect } from '../session/connect.ts';
import { fetchPhotos } from '../session/fetch-photos.ts';
import type { Memory } from '../session/memory.ts';
import { openToPlan } from '../session/memory.ts';
import type { ReadAll } from '../session/read-to-import.ts';
import { readToImport } from '../session/read-to-import.ts';
import { loadSecret } from '../session/secret.ts';
import { sealPeople } from './sealing/seal-people.ts';
import { loadWords } from '../words/load-words.ts';
import type { Words } from '../words/words.ts';

export interface ImportOptions extends ServerOptions {
  /** The folder that gets the files, in the place of `groups`. */
  readonly into?: string;
  /** Only groups whose name fits this pattern. */
  readonly match?: string;
  /** Those as well that the account is no admin of. */
  readonly all?: boolean;
  /** A spreadsheet that says who is who. */
  readonly sheet?: string;
  /** Believe the names of the account's contacts. */
  readonly contacts?: boolean;
  readonly photos?: boolean;
  /** Write nothing, and look nobody up. */
  readonly dryRun?: boolean;
  readonly showPhones?: boolean;
}

/**
 * Writes a file for each live group that has none, and whoever is new into `_people.yaml`; what is there stays as it is.
 * Nothing within its reach can write to WhatsApp. Returns the exit code.
 */
export async function importGroups(given: ImportOptions, io: Io): Promise<number> {
  const showPhones = checkShowPhones(given, io);
  const options = { ...given, groups: given.into ?? given.groups };
  const desk = await openImport(options, options.sheet, io);
  const account = pickAccount(desk.organisation, options.account);
  const words = await loadWords(desk.organisation.policy.language);
  const live = await readLive(desk, account, options, io);
  if (io.signal.aborted) throw new InterruptedError();
  const { plan, sources } = await planFiles(desk, {
    ...desk,
    ...live,
    account: account.name,
    sheet: desk.sheet?.people ?? [],
    believesContacts: options.contacts ?? false,
    words: words.imports.comments,
  });
  const { organisation, changedByDefaults } =
    plan.files.length === 0
      ? { ...desk, changedByDefaults: [] }
      : await checkNewFiles(sources, plan.files, live.read.input);
  if (!options.dryRun) await write(plan.files, options, words, io);
  const story = { ...live.read, plan, choice: live.choice, sheet: desk.sheet, people: organisation.people };
  const view = toImportView(
    {
      ...story,
      isDryRun: options.dryRun ?? false,
      changedByDefaults,
      folder: options.groups,
      accounts: new Set(findKept(organisation.policy)),
    },
    makeSafety(showPhones, {
      people: [...organisation.people.values()],
      called: live.contacts.byPerson,
      toSkeleton: desk.ways.toSkeleton,
    }),
  );
  tell(view, words, { options, showPhones }, io);
  return view.unread.length > 0 ? exitCodes.failed : exitCodes.ok;
}

/** What is to be written, new people sealed where the policy has a key; and the sources, with what those numbers are. */
async function planFiles(
  { parsed: { policy, sources } }: ImportDesk,
  input: ImportInput,
): Promise<{ readonly plan: ImportPlan; readonly sources: Sources }> {
  if (!policy?.seal) return { plan: planImport(input), sources };
  const names = nameAll(input);
  const { numbers, opened } = await sealPeople(names.newPeople, policy.seal, sources.opened);
  return { plan: planImport(input, names, numbers), sources: { ...sources, opened } };
}

/** All that WhatsApp and GOWA are asked for. */
interface Live extends Pick<ImportInput, 'choice' | 'contacts' | 'photos'> {
  readonly read: ReadAll;
}

async function readLive(desk: ImportDesk, account: Account, options: ImportOptions, io: Io): Promise<Live> {
  const { whole: organisation } = desk;
  const isDryRun = options.dryRun ?? false;
  const line = await connect(options, organisation, account, io);
  const open: { close(): Promise<void> }[] = [line];
  try {
    const memory = await openMemoryOf(desk, account, { options, line }, io);
    open.push({ close: () => closeMemory(memory, line) });
    const progress = await showReading(organisation.policy.language, {}, io);
    const asker = { organisation, account, sheet: desk.sheet?.people ?? [], isDryRun };
    const read = await readToImport(asker, { line, memory, progress }, io);
    const choice = chooseGroups(read.input, { all: options.all ?? false, match: options.match }, desk);
    const lives = options.photos && !isDryRun ? choice.chosen.map(({ live }) => live) : [];
    return {
      read,
      choice,
      contacts: await readContacts(line.client),
      photos: await fetchPhotos(lives, line),
    };
  } finally {
    for (const each of open.toReversed()) await each.close();
  }
}

/** Why nothing is read any more is remembered, whatever came of the rest. */
async function closeMemory(memory: Memory, { reader }: Line): Promise<void> {
  const ended = reader.ended();
  try {
    if (ended) await memory.record({ type: 'stopped', stop: ended });
  } finally {
    await memory.close();
  }
}

/** A dry run leaves nothing on the disk, no key of its own either. */
async function openMemoryOf(
  { whole: organisation }: ImportDesk,
  account: Account,
  { options, line }: { readonly options: ImportOptions; readonly line: Line },
  io: Io,
): Promise<Memory> {
  if (options.dryRun) return { past: noPast, record: async () => undefined, close: async () => undefined };
  const isSandbox = line.client.isSandbox();
  const { secret } = loadSecret(options, organisation, { isSandbox, isKept: false }, io);
  return openToPlan(options, { organisation, account, isSandbox, secret }, io);
}

/** Says what is there before it gives up. Throws `StorageError`, `UsageError`. */
async function write(
  files: readonly NewFile[],
  { groups }: ImportOptions,
  words: Words,
  io: Io,
): Promise<void> {
  const { written, fault } = await writeNewFiles(groups, files);
  if (!fault) return;
  const names = join(written.map(escapeInline), ', ');
  io.err(`${words.imports.partly(names, files.length - written.length)}\n`);
  throw fault;
}

interface Teller {
  readonly options: ImportOptions;
  readonly showPhones: boolean;
}

function tell(view: ImportView, words: Words, { options, showPhones }: Teller, io: Io): void {
  const next = options.dryRun ? {} : { next: `rollcall plan${toFlags({ ...options, target: [] })}` };
  const text = renderImport(view, words, { ...toStyle(io), ...next });
  if (showPhones) io.outWithPhones(text);
  else io.out(text);
}
