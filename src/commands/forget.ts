import { toRole } from '../config/layout.ts';
import type { Parsed } from '../config/parse.ts';
import { parseInTurns } from '../config/parse.ts';
import { resolveOrganisation } from '../config/resolve.ts';
import type { Called } from '../config/rewrite/find-mentions.ts';
import { findMentions } from '../config/rewrite/find-mentions.ts';
import type { Forgotten } from '../config/rewrite/forget-person.ts';
import { forgetPerson } from '../config/rewrite/forget-person.ts';
import { readAgain } from '../config/rewrite/read-again.ts';
import { tellMeaning } from '../config/rewrite/tell-meaning.ts';
import { withoutPerson } from '../config/rewrite/without-person.ts';
import type { ParsedTeam } from '../config/people/parse-people.ts';
import { tellPlace } from '../domain/diagnostic.ts';
import type { Organisation } from '../domain/organisation.ts';
import { MistakesError, UsageError } from '../errors.ts';
import type { ExitCode } from '../exit-codes.ts';
import { exitCodes } from '../exit-codes.ts';
import { askWhom } from '../files/whom/ask-whom.ts';
import { carryOut } from '../files/carry-out.ts';
import type { Subject } from '../files/whom/find-subject.ts';
import { openPeople } from '../files/open-people.ts';
import {
  findHold,
  findReadOnlyTeam,
  isInReadOnly,
  toLeaving,
  toSubject,
} from '../files/whom/find-subject.ts';
import { findWhom } from '../files/whom/find-whom.ts';
import { loadFiles } from '../files/load-files.ts';
import type { Io } from '../io.ts';
import { toStyle } from '../io.ts';
import type { FileOptions, StateOptions } from '../options.ts';
import { agree } from '../output/agree.ts';
import { renderDiagnostics } from '../render/terminal/diagnostics.ts';
import { renderFileDiffs } from '../render/terminal/file-diff.ts';
import { renderFates, renderWhatIsLeft } from '../render/terminal/person/forget-text.ts';
import type { Inline } from '../safe/inline.ts';
import { escapeInline } from '../safe/inline.ts';
import { mask } from '../safe/mask.ts';
import { findPast } from '../session/find-past.ts';
import { toForgetView } from '../view/person/to-forget-view.ts';
import { loadWords } from '../words/load-words.ts';
import type { Words } from '../words/words.ts';

export interface ForgetOptions extends FileOptions, StateOptions {
  /** A handle, `lid:…`, or `-`; absent: somebody is asked. */
  readonly person?: string;
  readonly account?: string;
  /** Write without being asked. */
  readonly yes?: boolean;
}

/** What is open while somebody is forgotten. */
interface Opened {
  readonly parsed: Parsed;
  readonly organisation: Organisation;
}

/** Who goes, and what the files are without them. */
interface Draft extends Opened {
  readonly subject: Subject;
  readonly forgotten: Forgotten;
}

/**
 * Takes somebody out of all files: out of the lists first, out of the files of people last. What would be written is shown,
 * proved and agreed to before, and what still holds them is said. Talks to nobody. Returns the exit code.
 */
export async function forget(options: ForgetOptions, io: Io): Promise<ExitCode> {
  const { parsed, organisation } = await open(options, io);
  const words = await loadWords(organisation.policy.language);
  const own = words.person.forget;
  const question = `${words.person.who.question} `;
  const text = await askWhom(options.person, { command: 'forget', question }, io);
  const past = await findPast(options, { organisation, isSandbox: false }, io);
  const whom = findWhom(text, organisation, past, { others: [], asked: 'forget' });
  const subject = toSubject(whom, organisation, past);
  const hold = findHold(subject, organisation);
  const label = escapeInline(subject.label);
  if (hold) return end(io, own.refused[hold](label), exitCodes.refused);
  const leaving = toLeaving(subject, parsed);
  const team = findReadOnlyTeam(leaving, parsed);
  if (team) throw new UsageError(toReadOnlyText(team));
  const forgotten = forgetPerson(parsed.sources, leaving);
  if (forgotten.rewritten.length === 0) return end(io, own.nowhere(label), exitCodes.usage);
  const draft = { parsed, organisation, subject, forgotten };
  if (!(await isSound(draft, io))) return end(io, own.broken, exitCodes.mistakes);
  show(draft, words, io);
  const agreed = await agree(`\n${words.person.forget.question}`, options.yes, words, io);
  if (agreed !== exitCodes.ok) return agreed;
  const code = await writeAll(draft, words, io);
  tellWhatIsLeft(draft, words, io);
  return code;
}

async function open(options: ForgetOptions, io: Io): Promise<Opened> {
  const parsed = await openPeople(await parseInTurns(await loadFiles(options, io)), 'if-there', io);
  const resolution = resolveOrganisation(parsed, io.clock.now());
  if (resolution.kind === 'mistakes') throw new MistakesError(resolution.diagnostics);
  return { parsed, organisation: resolution.organisation };
}

function end(io: Io, text: Inline, code: ExitCode): ExitCode {
  io.err(`${text}\n`);
  return code;
}

/**
 * Reads the files as they would be: everything must be as it was, but for them. False where that leaves mistakes, which are
 * told; throws where it comes to anything else, and nothing is written either way.
 */
async function isSound({ parsed, organisation, subject, forgotten }: Draft, io: Io): Promise<boolean> {
  const after = await readAgain(parsed.sources, forgotten.rewritten, io.clock.now());
  if (after.kind === 'mistakes') {
    const errors = after.diagnostics.filter(({ severity }) => severity === 'error');
    io.err(renderDiagnostics(errors, toStyle(io)));
    return false;
  }
  const { person, lids } = subject;
  const gone = withoutPerson(organisation, { lids, ...(person && { key: person.key }) });
  // Who is who in a file that is never written stays, and is named when all is written.
  const wanted = isInReadOnly(subject, parsed)
    ? { ...gone, people: organisation.people, hidden: organisation.hidden }
    : gone;
  if (tellMeaning({ kind: 'organisation', organisation: wanted }) === tellMeaning(after)) return true;
  throw new Error(
    'Without this person the files would mean something else for others, so nothing was written.',
  );
}

function toReadOnlyText({ name, span }: ParsedTeam): string {
  return `The team \`${name}\` in ${tellPlace(span)} names them, and that file is never written by Rollcall: take them out of the team there, and run this again.`;
}

function show({ organisation, subject, forgotten }: Draft, words: Words, io: Io): void {
  const { rewritten, entries, emptied } = forgotten;
  const style = toStyle(io);
  const changes = rewritten.map(({ source, text }) => ({
    file: source.file,
    before: source.text,
    after: text,
  }));
  const lists = emptied.map(({ name, source }) => ({ name, file: source.file }));
  const view = toForgetView(organisation, subject.person?.key);
  const { summary } = words.person.forget;
  io.out(`${summary(escapeInline(subject.label), entries, rewritten.length)}\n\n`);
  io.out(renderFileDiffs(changes, style));
  io.out(renderFates(view, lists, words, style));
}

/** In their order, to the first that cannot be written: what stands then is right, since who is who goes last. */
async function writeAll({ parsed, forgotten }: Draft, { person }: Words, io: Io): Promise<ExitCode> {
  const { written, notWritten, partly } = person.forget;
  const { rewritten, steps } = forgotten;
  const { left, why } = await carryOut(steps, parsed.sources);
  if (why !== undefined) io.err(`Error: ${why}\n`);
  for (const { source } of rewritten) {
    const file = escapeInline(mask(source.file));
    if (left.has(source.file)) io.err(`${notWritten(file)}\n`);
    else io.out(`${written(file)}\n`);
  }
  return left.size > 0 ? end(io, partly, exitCodes.failed) : exitCodes.ok;
}

function tellWhatIsLeft({ parsed, subject, forgotten }: Draft, words: Words, io: Io): void {
  const { rewritten } = forgotten;
  const texts = new Map(rewritten.map(({ source, text }) => [source, text]));
  const all = [...parsed.sources.files, ...(parsed.sources.outside ?? [])];
  const files = all.map((source) => ({ ...source, text: texts.get(source) ?? source.text }));
  const { person, names } = subject;
  const called: Called = {
    names: names.flatMap(({ handle, name }) => [handle, name].filter((each) => each !== undefined)),
    ...(person && { phone: person.phone }),
  };
  const sheets = rewritten.filter(({ source }) => toRole(source.path) === 'sheet');
  const left = {
    places: findMentions(files, called),
    sheets: sheets.map(({ source }) => source.file),
    isSealed: person?.isSealed === true,
  };
  io.out(`\n${renderWhatIsLeft(left, words, toStyle(io))}`);
}
