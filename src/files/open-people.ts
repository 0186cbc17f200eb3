import type { Parsed } from '../config/parse.ts';
import { openSealed } from '../config/sealed/open-sealed.ts';
import type { Organisation } from '../domain/organisation.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import { isSame } from '../sealing/framed.ts';
import type { PeopleKey } from '../sealing/people-key.ts';
import { tellLocked, toLocked } from './with-data-keys.ts';
import type { SealKey } from '../sealing/seal-key.ts';
import { toKeyId } from '../sealing/seal-key.ts';
import { tellWrongKey } from '../sealing/tell-key.ts';

/** Where the private key stands. */
export const peopleKeyVariable = 'ROLLCALL_PEOPLE_KEY';

/** Whether a command can do without the numbers: `if-there` leaves them sealed where there is no key. */
export type Need = 'needed' | 'if-there';

/**
 * The files with the numbers of whoever is sealed, where there are any; from then on nothing that is printed has a digit of
 * anybody's. Throws `UsageError` where the key is missing and needed, and where it is no key, or that of another pair.
 */
export async function openPeople(parsed: Parsed, need: Need, io: Io): Promise<Parsed> {
  if (parsed.locked && need === 'needed') throw new UsageError(toLocked(parsed.locked, io.env));
  const seal = parsed.policy?.seal;
  if (!seal) return parsed;
  io.hideDigits();
  const count = [...parsed.people.people.values()].filter(({ sealed }) => sealed).length;
  if (count === 0) return parsed;
  const keys = await readPeopleKeys(io.env);
  if (keys.length === 0 && need === 'if-there') return parsed;
  if (keys.length === 0) throw new UsageError(toMissing(count, seal));
  if (!keys.some((key) => isPairOf(key, seal))) throw new UsageError(toOther(keys, seal));
  const { createOpener } = await import('../sealing/open-number.ts');
  const { makeNodeSuite } = await import('../sealing/node-suite.ts');
  return openSealed(parsed, createOpener(makeNodeSuite(), keys));
}

/** The pairs in the environment: one; or two parted by a blank, while a repository goes from one to the next. */
export async function readPeopleKeys(env: Io['env']): Promise<readonly PeopleKey[]> {
  const { parsePeopleKey } = await import('../sealing/people-key.ts');
  const texts = (env[peopleKeyVariable] ?? '').split(/\s+/).filter(Boolean);
  return texts.map((text) => {
    const key = parsePeopleKey(text);
    if (typeof key === 'object') return key;
    throw new UsageError(`${peopleKeyVariable} does not hold a private key. ${tellWrongKey(key)}`);
  });
}

/** What a check of the files is silent about without the keys: a line for sealed numbers, one for each encrypted file. */
export function tellUnjudged({
  unopened = 0,
  locked,
}: Pick<Organisation, 'unopened' | 'locked'>): readonly string[] {
  const sealed = unopened - (locked?.people ?? 0);
  return [...(sealed > 0 ? [tellSealed(sealed)] : []), ...(locked?.files ?? []).map(tellLocked)];
}

function tellSealed(unopened: number): string {
  const numbers = unopened === 1 ? '1 sealed number' : `${unopened} sealed numbers`;
  return `Of ${numbers} only the form was looked at: ${peopleKeyVariable} is not set, so nobody can tell whether they are numbers, whether one stands there twice, and whom a changed line means.`;
}

function isPairOf(key: PeopleKey, seal: SealKey): boolean {
  return isSame(key.publicKey, seal.publicKey) && isSame(key.organisation, seal.organisation);
}

function toMissing(count: number, { publicKey }: SealKey): string {
  const numbers =
    count === 1 ? 'The number of one person is sealed' : `The numbers of ${count} people are sealed`;
  return `${numbers} for the key ${toKeyId(publicKey)}, and ${peopleKeyVariable} is not set, so nobody can tell who is meant. Set it to the private key of that pair. A run for somebody else's fork never has it: there, \`rollcall validate\` looks at what can be seen.`;
}

function toOther(keys: readonly PeopleKey[], { publicKey }: SealKey): string {
  const own = keys.map((key) => toKeyId(key.publicKey)).join(' and ');
  const isSamePair = keys.some((key) => isSame(key.publicKey, publicKey));
  const why = isSamePair ? ', of another organisation,' : '';
  return `${peopleKeyVariable} holds the key ${own}${why} and the numbers in the files are sealed for ${toKeyId(publicKey)}. Set it to the private key of that pair; while the key changes, to both, with a space between them.`;
}
