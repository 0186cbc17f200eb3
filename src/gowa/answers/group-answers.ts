import type { z } from 'zod';
import { PackedPeople } from '../../domain/people/packed-people.ts';
import { toOwner } from './owner.ts';
import type { Envelope } from './reply.ts';
import { isEnvelope } from './reply.ts';
import { scanMembers } from './scan-members.ts';
import type { WireGroup } from './wire.ts';
import { groupInfo, groupList } from './wire.ts';

/*
 * Answers with groups in them, read at a third of the cost of `JSON.parse`, which makes an object and three texts of each of
 * half a million members.
 *
 * Where something of an answer begins and ends is guessed, and then proved: a text that is JSON with a number in some place is
 * JSON with any other value in that place too. So each piece is parsed by itself, and what is around the pieces with a number
 * in their place, twice, with two numbers: what comes out there is what stands there. Members are no guess: they are the very
 * bytes that GOWA writes (scan-members.ts). Wherever a proof fails, the whole is parsed as all answers are.
 */

/** All groups of the account, each of them for `parseGroup`. */
export type GroupList = z.infer<typeof groupList>;

/** What a group by itself is to be, for `Client.get`. */
export const groupAnswer = { safeParse: parseGroup, parseBody: parseInfo };

/** The same for the list of all groups. */
export const listAnswer = {
  safeParse: (value: unknown) => groupList.safeParse(value),
  parseBody: parseList,
};

/** A group as it came; one whose members are packed has been checked before. */
export function parseGroup(
  value: unknown,
): { readonly success: true; readonly data: WireGroup } | z.ZodSafeParseError<WireGroup> {
  return isPacked(value) ? { success: true, data: value } : groupInfo.safeParse(value);
}

/** `JSON.parse` makes nothing of that kind. */
function isPacked(value: unknown): value is WireGroup {
  if (typeof value !== 'object' || value === null) return false;
  return 'Participants' in value && value.Participants instanceof PackedPeople;
}

const [openBrace, comma] = [0x7b, 0x2c];
/** Where the members of a group begin. */
const members = { key: Buffer.from(',"Participants":[{"JID":"'), bracket: ',"Participants":['.length };
/** Where a group of a list begins, and what stands behind its id. */
const group = {
  start: Buffer.from('{"JID":"'),
  behindId: Buffer.from('@g.us","OwnerJID":"'),
  longestStart: 64,
};

/** Bytes of an answer as they are read, and who takes the credentials out of every text that is made of them. */
interface Body {
  readonly bytes: Buffer;
  readonly redact: (text: string) => string;
}

/** `/group/info`. */
function parseInfo(bytes: Buffer, redact: Body['redact']): Envelope | undefined {
  return tryParsing(bytes, () => {
    const found = parsePacked({ bytes, redact }, [0, bytes.length], (whole) => toField(whole, 'results'));
    const results = found && toGroup(found.group, found.people);
    return results && isEnvelope(found.whole) ? { ...found.whole, results } : undefined;
  });
}

/** `/user/my/groups`. */
function parseList(bytes: Buffer, redact: Body['redact']): Envelope | undefined {
  return tryParsing(bytes, () => {
    const body = { bytes, redact };
    const places = findGroups(bytes);
    const [first, last] = [places[0], places.at(-1)];
    if (!first || !last) return undefined;
    const around = [toText(body, 0, first[0]), toText(body, last[1], bytes.length)] as const;
    const whole = parseAround(around, (each) => toField(toField(each, 'results'), 'data'));
    if (!isEnvelope(whole)) return undefined;
    const data = places.map((place) => parseEntry(body, place));
    return { ...whole, results: { ...(whole.results as object), data } };
  });
}

/** Whatever cannot be parsed by itself was cut in the wrong place, or cannot as a whole. */
function tryParsing(bytes: Buffer, parse: () => Envelope | undefined): Envelope | undefined {
  if (bytes[0] !== openBrace) return undefined;
  try {
    return parse();
  } catch {
    return undefined;
  }
}

/** Beginning and end of a piece. */
type Place = readonly [number, number];

/** Where the groups of a list seem to stand, a comma between each two; nothing where that cannot be said. */
function findGroups(bytes: Buffer): Place[] {
  const starts: number[] = [];
  const { behindId, start, longestStart } = group;
  for (let at = bytes.indexOf(behindId); at >= 0; at = bytes.indexOf(behindId, at + behindId.length)) {
    const from = Math.max(0, at - longestStart);
    const place = bytes.subarray(from, at).lastIndexOf(start);
    if (place < 0 || (starts.length > 0 && bytes[from + place - 1] !== comma)) return [];
    starts.push(from + place);
  }
  return starts.map((from, index) => [from, (starts[index + 1] ?? bytes.lastIndexOf(']') + 1) - 1]);
}

/** An entry of the list, packed where that may be. */
function parseEntry(body: Body, place: Place): unknown {
  const found = parsePacked(body, place, (whole) => whole);
  return (found && toGroup(found.group, found.people)) ?? JSON.parse(toText(body, ...place));
}

/** A text with a group in it, parsed, the members packed; undefined where they are not written as they mostly are. */
function parsePacked(body: Body, [from, to]: Place, find: (whole: unknown) => unknown) {
  const key = body.bytes.subarray(from, to).indexOf(members.key);
  if (key < 0) return undefined;
  const start = from + key + members.bracket;
  const scanned = scanMembers(body.bytes, start);
  if (!scanned || scanned.end > to) return undefined;
  const around = [toText(body, from, start), toText(body, scanned.end, to)] as const;
  const whole = parseAround(around, (each) => toField(find(each), 'Participants'));
  return whole === undefined ? undefined : { whole, group: find(whole), people: scanned.people };
}

/** Checked as all groups are, but for its members; undefined where it is not what it should be. */
function toGroup(value: unknown, people: PackedPeople): WireGroup | undefined {
  const { data } = groupInfo.safeParse({ ...(value as object), Participants: [] });
  if (!data) return undefined;
  const owner = toOwner(data);
  if (owner.key !== undefined) people.markOwner(people.findPlace(owner.key));
  if (owner.lid !== undefined) people.markOwner(people.findPlaceOfLid(owner.lid));
  return { ...data, Participants: people };
}

/**
 * What is before and behind the entries of a list, parsed, with a number in their place; undefined where that number is not
 * all of the list that is meant.
 */
function parseAround(
  [before, behind]: readonly [string, string],
  findList: (whole: unknown) => unknown,
): unknown {
  const parse = (number: number): unknown => {
    const whole: unknown = JSON.parse(`${before}${number}${behind}`);
    const list = findList(whole);
    return Array.isArray(list) && list.length === 1 && list[0] === number ? whole : undefined;
  };
  return parse(1) === undefined ? undefined : parse(2);
}

function toField(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function toText({ bytes, redact }: Body, from: number, to: number): string {
  return redact(bytes.toString('utf8', from, to));
}
