import type { BareNumber } from '../../config/rewrite/bare-numbers.ts';
import { toBadName } from '../../config/people/bad-name.ts';
import { isName, toHandle, toReserved } from '../../config/people/handle.ts';
import type { ToAscii } from '../../config/people/made-handle.ts';
import { makeHandle } from '../../config/people/made-handle.ts';
import type { PersonKey } from '../../domain/people/person.ts';
import type { Handles } from '../../importing/handles.ts';
import { unnamed } from '../../importing/name-people.ts';
import type { Io } from '../../io.ts';
import { escapeInline } from '../../safe/inline.ts';
import { holdsNumber } from '../../safe/mask.ts';
import { isReserved } from '../../safe/reserved-words.ts';
import { askUntil } from '../../setup/ask-until.ts';
import type { Typed } from '../../setup/read-words.ts';
import type { Words } from '../../words/words.ts';

/** What handles are made with. */
export interface NamingDesk {
  readonly handles: Handles;
  readonly toAscii: ToAscii;
  /** Nobody is asked. */
  readonly isSilent: boolean;
  readonly words: Words;
}

/**
 * A handle for each number that stands in lists by itself, in their order, one for all places of a number: what the comment
 * behind it makes, else `person`, `person-2` …; on a terminal whoever is there may type another one.
 */
export async function namePeople(
  numbers: readonly BareNumber[],
  desk: NamingDesk,
  io: Io,
): Promise<ReadonlyMap<PersonKey, string>> {
  const named = new Map<PersonKey, string>();
  for (const number of numbers) {
    if (named.has(number.key)) continue;
    const places = numbers.filter(({ key }) => key === number.key);
    const proposal = propose(places, desk);
    named.set(number.key, desk.isSilent ? proposal : await ask(number, proposal, desk, io));
  }
  return named;
}

function propose(places: readonly BareNumber[], { handles, toAscii }: NamingDesk): string {
  for (const { comment } of places) {
    const made = isTelling(comment) ? makeHandle(comment, toAscii) : undefined;
    const taken = made === undefined ? undefined : handles.take(made);
    if (taken !== undefined) return taken;
  }
  const taken = handles.take(unnamed);
  if (taken === undefined) throw new Error('There is no handle for whoever has no name.');
  return taken;
}

/** Longer than that, and a comment is a sentence. Letters. */
const longestName = 40;

/** True for a comment that may be a name; one with a number in it would put that into the handle. */
function isTelling(comment: string | undefined): comment is string {
  return comment !== undefined && comment.length <= longestName && !holdsNumber(comment);
}

async function ask(
  { source, line, comment = '' }: BareNumber,
  proposal: string,
  { handles, words }: NamingDesk,
  io: Io,
): Promise<string> {
  const place = escapeInline(`${source.file}:${line}`);
  const question = words.sealing.all.name(place, escapeInline(comment), escapeInline(proposal));
  return askUntil(`${question} `, (text) => read(text, proposal, handles), words, io);
}

function read(text: string, proposal: string, handles: Handles): Typed<string> {
  const handle = toHandle(text);
  if (handle === '' || handle === proposal) return { value: proposal };
  if (!isName(handle) || holdsNumber(handle)) return { fault: toBadName(text) };
  if (isReserved(handle)) return { fault: toReserved(handle) };
  const taken = handles.take(handle);
  return taken === handle ? { value: handle } : { fault: `\`${handle}\` is somebody else's handle already.` };
}
