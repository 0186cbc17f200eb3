import type { Parsed } from '../../config/parse.ts';
import { hasSecretNumber } from '../../config/people/parse-people.ts';
import type { BareNumber } from '../../config/rewrite/bare-numbers.ts';
import { findBareNumbers } from '../../config/rewrite/bare-numbers.ts';
import { renumber } from '../../config/rewrite/renumber.ts';
import { findReadOnly } from '../../config/sops/read-only.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import type { PersonKey, PhoneNumber } from '../../domain/people/person.ts';
import type { ExitCode } from '../../exit-codes.ts';
import { exitCodes } from '../../exit-codes.ts';
import { openPeopleFile } from '../../files/open-people-file.ts';
import { createHandles } from '../../importing/handles.ts';
import type { Io } from '../../io.ts';
import type { FileOptions } from '../../options.ts';
import { escapeInline, join } from '../../safe/inline.ts';
import { loadWords } from '../../words/load-words.ts';
import type { Words } from '../../words/words.ts';
import { findRest } from './find-rest.ts';
import { namePeople } from './name-people.ts';
import type { ToSeal } from './open-to-seal.ts';
import { openToSeal } from './open-to-seal.ts';
import type { Rewriting } from './rewrite-all.ts';
import { agree } from '../../output/agree.ts';
import { isSound, writeAll } from './rewrite-all.ts';
import { sealPeople } from './seal-people.ts';

export interface SealAllOptions extends FileOptions {
  /** Write without being asked. */
  readonly yes?: boolean;
}

/**
 * Seals every number that stands in plain text: of people where it stands; one in a list gives way to a handle, and is sealed
 * beside that. The accounts stay. Needs no private key; with it, numbers that are sealed already are recognised in lists. What the
 * files come to then is read before anything is written. Returns the exit code; talks to nobody.
 */
export async function sealAll(options: SealAllOptions, io: Io): Promise<ExitCode> {
  const desk = await openToSeal(options, 'if-there', io);
  const words = await loadWords(desk.policy.language);
  const all = words.sealing.all;
  const names = await findNames(desk.parsed, { words, yes: options.yes }, io);
  const { rewriting, sealed } = await draft(desk, names);
  if (sealed === 0 && rewriting.renumbered.rewritten.length === 0) {
    io.out(`${all.nothing}\n`);
    tellRest(rewriting, words, io);
    return exitCodes.ok;
  }
  if (!(await isSound(rewriting, words, io))) return exitCodes.mistakes;
  io.out(`${all.summary(sealed, rewriting.renumbered.rewritten.length)}\n`);
  for (const { handle, place } of names.added.values())
    io.out(`  ${all.added(escapeInline(handle), escapeInline(place))}\n`);
  if (names.isBlind) io.err(`${all.blind}\n`);
  const agreed = await agree(`\n${all.question}`, options.yes, words, io);
  if (agreed !== exitCodes.ok) return agreed;
  const code = await writeAll(rewriting, words, io);
  // Of what is not written all numbers stand where they stood.
  if (code !== exitCodes.ok) return code;
  tellRest(rewriting, words, io);
  io.out(`${words.sealing.seal.history}\n`);
  return code;
}

/** Who is meant by numbers in lists. */
interface Names {
  readonly handles: ReadonlyMap<PersonKey, string>;
  /** Who has no handle yet. */
  readonly added: ReadonlyMap<
    PersonKey,
    { readonly handle: string; readonly phone: PhoneNumber; readonly place: string }
  >;
  /** Some of them may be people whose sealed numbers nobody has opened. */
  readonly isBlind: boolean;
}

async function findNames(
  { sources, people: { people } }: Parsed,
  { words, yes }: { readonly words: Words; readonly yes: boolean | undefined },
  io: Io,
): Promise<Names> {
  const known = new Map<PersonKey, string>();
  for (const { handle, phone } of people.values()) if (phone) known.set(toPersonKey(phone), handle);
  const bare = findBareNumbers(sources);
  const nameless = bare.filter(({ key }) => !known.has(key));
  if (nameless.length === 0) return { handles: known, added: new Map(), isBlind: false };
  // Throws where the file that they go into is never written.
  await openPeopleFile(sources);
  const { toSkeleton } = await import('../../safe/lookalikes.ts');
  const { toAscii } = await import('../../config/people/to-ascii.ts');
  const handles = createHandles(people.keys(), toSkeleton);
  const isSilent = yes === true || !io.terminal.isInteractive;
  const named = await namePeople(nameless, { handles, toAscii, isSilent, words }, io);
  const added = new Map([...named].map(([key, handle]) => [key, { handle, ...findFirst(nameless, key) }]));
  const isBlind = [...people.values()].some(({ sealed, phone }) => sealed && !phone);
  return { handles: new Map([...known, ...named]), added, isBlind };
}

function findFirst(numbers: readonly BareNumber[], key: PersonKey) {
  const first = numbers.find((number) => number.key === key);
  if (!first) throw new Error('A number that stands nowhere has no handle.');
  return { phone: first.phone, place: `${first.source.file}:${first.line}` };
}

async function draft(
  { parsed, seal }: ToSeal,
  { handles, added }: Names,
): Promise<{ readonly rewriting: Rewriting; readonly sealed: number }> {
  const readOnly = findReadOnly(parsed.sources);
  const plain = [
    ...[...parsed.people.people.values()].flatMap((person) =>
      person.phone && !hasSecretNumber(person) && !readOnly.has(person.span.file)
        ? [{ handle: person.handle, phone: person.phone }]
        : [],
    ),
    ...added.values(),
  ];
  const { numbers, opened } = await sealPeople(plain, seal, parsed.sources.opened);
  const lines = new Map([...added.values()].map(({ handle, phone }) => [handle, `+${phone}`]));
  const change = { numbers, handles, added: lines, policy: String };
  const renumbered = renumber(parsed.sources, parsed.people, change);
  const named = new Set(lines.keys());
  return {
    rewriting: { parsed, renumbered, opened, named, excused: new Set(['plain-phone']) },
    sealed: plain.length,
  };
}

/** So many places are named. */
const mostPlaces = 10;

/** What is left for people to look at. */
function tellRest({ parsed, renumbered }: Rewriting, { sealing: { all } }: Words, io: Io): void {
  const places = findRest(parsed.sources.files, renumbered.rewritten);
  const shown = join(places.slice(0, mostPlaces).map(escapeInline), ', ');
  if (places.length > 0) io.out(`${all.rest(shown, places.length - Math.min(places.length, mostPlaces))}\n`);
}
