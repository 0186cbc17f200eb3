import { isDeepStrictEqual } from 'node:util';
import { addPeople } from '../../config/edit/add-people.ts';
import { applyEdits } from '../../config/edit/edits.ts';
import { toScalarText } from '../../config/edit/scalar-text.ts';
import { toHint } from '../../config/hints.ts';
import type { Parsed } from '../../config/parse.ts';
import { toBadName } from '../../config/people/bad-name.ts';
import { isName, toHandle, toReserved } from '../../config/people/handle.ts';
import type { ParsedPerson } from '../../config/people/parse-people.ts';
import { hasNumber } from '../../config/phone/phone-text.ts';
import { resolveOrganisation } from '../../config/resolve.ts';
import { findNumberPlaces } from '../../config/rewrite/number-places.ts';
import { parseAgain } from '../../config/rewrite/read-again.ts';
import type { Rewritten } from '../../config/rewrite/tidy-files.ts';
import { findReadOnly } from '../../config/sops/read-only.ts';
import { toOpenedKey } from '../../config/sealed/opened-numbers.ts';
import { tellPlace } from '../../domain/diagnostic.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';
import { UsageError } from '../../errors.ts';
import type { ExitCode } from '../../exit-codes.ts';
import { exitCodes } from '../../exit-codes.ts';
import { carryOut } from '../../files/carry-out.ts';
import { openPeopleFile } from '../../files/open-people-file.ts';
import { usualPeopleFile } from '../../importing/new-file.ts';
import { toNumberRefused } from '../../files/whom/ask-whom.ts';
import type { Io } from '../../io.ts';
import { toStyle } from '../../io.ts';
import type { FileOptions } from '../../options.ts';
import { renderDiagnostics } from '../../render/terminal/diagnostics.ts';
import { escapeInline } from '../../safe/inline.ts';
import { isReserved } from '../../safe/reserved-words.ts';
import { makeNodeSuite } from '../../sealing/node-suite.ts';
import { sealNumber } from '../../sealing/seal-number.ts';
import { askUntil } from '../../setup/ask-until.ts';
import type { Typed } from '../../setup/read-words.ts';
import { readPhone } from '../../setup/read-words.ts';
import { loadWords } from '../../words/load-words.ts';
import type { Words } from '../../words/words.ts';
import type { ToSeal } from './open-to-seal.ts';
import { openToSeal } from './open-to-seal.ts';

export interface SealOneOptions extends FileOptions {
  readonly handle: string;
}

/**
 * Seals the number of one person, new or not: it is asked for on a terminal, where it is seen as it is typed, since a slip must
 * be, or taken from standard input. Needs no private key. The files as they would be are read before anything is written.
 * Returns the exit code; talks to nobody.
 */
export async function sealOne({ handle: given, ...options }: SealOneOptions, io: Io): Promise<ExitCode> {
  const handle = checkHandle(given);
  const desk = await openToSeal(options, 'if-there', io);
  const words = await loadWords(desk.policy.language);
  const known = desk.parsed.people.people.get(handle);
  if (known && (known.isSecret || findReadOnly(desk.parsed.sources).has(known.span.file)))
    throw new UsageError(toElsewhere(known));
  const first = known ? toKnown(known, words) : toNew(handle, desk.parsed, words);
  if (first !== undefined) io.err(`${first}\n`);
  const phone = await askNumber(handle, desk, words, io);
  const sealed = await sealNumber(makeNodeSuite(), desk.seal, handle, `+${phone}`);
  const rewritten = await rewrite({ handle, known, sealed }, desk.parsed);
  const after = await prove({ handle, phone, sealed }, desk.parsed, rewritten);
  const faults = findNewFaults(desk.parsed, after, io.clock.now());
  if (faults.length > 0) {
    io.err(renderDiagnostics(faults, toStyle(io)));
    io.err(`${words.sealing.seal.broken}\n`);
    return exitCodes.mistakes;
  }
  const { why } = await carryOut([rewritten], desk.parsed.sources);
  if (why !== undefined) return tellNotWritten(why, io);
  tellDone(after.people.people.get(handle), known, words, io);
  return exitCodes.ok;
}

function tellNotWritten(why: string, io: Io): ExitCode {
  io.err(`Error: ${why}\n`);
  return exitCodes.failed;
}

function tellDone(
  now: ParsedPerson | undefined,
  before: ParsedPerson | undefined,
  { sealing: { seal } }: Words,
  io: Io,
): void {
  if (now?.sealed)
    io.out(`${seal.done(escapeInline(now.handle), escapeInline(tellPlace(now.sealed.span)))}\n`);
  if (before?.phone && !before.sealed) io.out(`${seal.history}\n`);
}

/** As files compare it. Throws `UsageError` for a number, and for what can be no handle. */
function checkHandle(given: string): string {
  if (!isName(given) && hasNumber(given)) {
    throw toNumberRefused(
      'Name the handle; the number is asked for, or read from standard input: rollcall seal ana < number.txt',
    );
  }
  const handle = toHandle(given);
  if (!isName(handle)) throw new UsageError(toBadName(given));
  if (isReserved(handle)) throw new UsageError(toReserved(handle));
  return handle;
}

function toElsewhere({ handle, span }: ParsedPerson): string {
  return `${handle} is in ${tellPlace(span)}, which Rollcall never writes: it lies outside of the repository, or SOPS has encrypted it. Change it there.`;
}

/** Undefined for whoever has no number yet. */
function toKnown({ handle, phone, sealed, span }: ParsedPerson, { sealing }: Words): string | undefined {
  if (phone === undefined && !sealed) return undefined;
  return sealing.seal.isKnown(escapeInline(handle), escapeInline(tellPlace(span)));
}

function toNew(handle: string, { people }: Parsed, { sealing }: Words): string {
  const hint = toHint(handle, people.people.keys());
  return sealing.seal.isNew(escapeInline(handle)) + hint;
}

async function askNumber(
  handle: string,
  { policy: { country } }: ToSeal,
  words: Words,
  io: Io,
): Promise<PhoneNumber> {
  const read = (text: string): Typed<PhoneNumber> => {
    const typed = readPhone(text, country);
    if ('fault' in typed) return typed;
    // What is sealed is read by the same rules when it is opened.
    const again = readPhone(`+${typed.value}`, country);
    return 'value' in again && again.value === typed.value ? typed : { fault: unsealableText };
  };
  if (io.terminal.isInteractive)
    return askUntil(`${words.sealing.seal.question(escapeInline(handle))} `, read, words, io);
  const typed = read((await io.input()).trim());
  if ('value' in typed) return typed.value;
  throw new UsageError(`The number on standard input cannot be used. ${typed.fault}`);
}

const unsealableText =
  'It is of a form that is understood in its own country alone. Write it as WhatsApp does.';

interface Sealed {
  readonly handle: string;
  readonly sealed: string;
}

/** The file with the sealed number in it: in the place of what is known of them, else on a line of its own. */
async function rewrite(
  { handle, known, sealed }: Sealed & { readonly known: ParsedPerson | undefined },
  { sources, people }: Parsed,
): Promise<Rewritten> {
  if (known) {
    const place = findNumberPlaces(sources, people.people.values()).get(handle);
    if (place) return { source: place.source, text: applyEdits(place.source.text, place.put(sealed)) };
    throw new UsageError(
      `${handle} stands in ${tellPlace(known.span)}, where there is no place for a number. Add the cell first.`,
    );
  }
  const file = await openPeopleFile(sources);
  const path = usualPeopleFile;
  const source = file?.source ?? { path, file: `${sources.root}/${path}`, text: '' };
  return { source, text: addPeople(file, [{ key: toScalarText(handle), value: sealed }]) };
}

/** The files as they would be, with the number behind the handle and everybody else as they were. Throws where they are not: a bug. */
async function prove(
  { handle, phone, sealed }: Sealed & { readonly phone: PhoneNumber },
  { people: before, sources }: Parsed,
  rewritten: Rewritten,
): Promise<Parsed> {
  const opened = new Map([...(sources.opened ?? []), [toOpenedKey(handle, sealed), phone] as const]);
  const after = await parseAgain({ ...sources, opened }, [rewritten]);
  const own = after.people.people.get(handle);
  if (
    own?.sealed?.text === sealed &&
    isDeepStrictEqual(tellOthers(before, handle), tellOthers(after.people, handle))
  )
    return after;
  throw new Error('With this number the files would say something else of others, so nothing was written.');
}

/** Everybody else and all teams, wherever they stand. */
function tellOthers({ people, teams }: Parsed['people'], own: string) {
  const others = [...people.values()]
    .filter((person) => person.handle !== own)
    .map(({ handle, phone, lid, name, sealed }) => [handle, phone, lid, name, sealed?.text]);
  const lists = [...teams.values()].map(({ name, entries }) => [name, entries.map(({ target }) => target)]);
  return [others, lists];
}

/** What is wrong by then and is not now. */
function findNewFaults(before: Parsed, after: Parsed, now: number): readonly Diagnostic[] {
  const find = (parsed: Parsed) => {
    const resolution = resolveOrganisation(parsed, now, new Set(['plain-phone']));
    const all = resolution.kind === 'mistakes' ? resolution.diagnostics : [];
    return all.filter(({ severity }) => severity === 'error');
  };
  const known = new Set(find(before).map(toWhat));
  return find(after).filter((fault) => !known.has(toWhat(fault)));
}

function toWhat({ code, detail, span }: Diagnostic): string {
  return `${code} ${span?.file ?? ''} ${detail}`;
}
