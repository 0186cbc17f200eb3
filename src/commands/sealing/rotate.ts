import { setSeal } from '../../config/edit/set-seal.ts';
import type { Parsed } from '../../config/parse.ts';
import { renumber } from '../../config/rewrite/renumber.ts';
import { openSealed } from '../../config/sealed/open-sealed.ts';
import { MistakesError, UsageError } from '../../errors.ts';
import type { ExitCode } from '../../exit-codes.ts';
import { exitCodes } from '../../exit-codes.ts';
import { readPeopleKeys } from '../../files/open-people.ts';
import type { Io } from '../../io.ts';
import type { FileOptions } from '../../options.ts';
import { escapeInline, say } from '../../safe/inline.ts';
import { isSame } from '../../sealing/framed.ts';
import { makeNodeSuite } from '../../sealing/node-suite.ts';
import { createOpener } from '../../sealing/open-number.ts';
import type { PeopleKey } from '../../sealing/people-key.ts';
import { makePeopleKey } from '../../sealing/people-key.ts';
import type { SealKey } from '../../sealing/seal-key.ts';
import { formatSealKey, toKeyId } from '../../sealing/seal-key.ts';
import { findKeyId, parseSealed } from '../../sealing/sealed-number.ts';
import { loadWords } from '../../words/load-words.ts';
import { findKeyWay } from './hand-over.ts';
import type { ToSeal } from './open-to-seal.ts';
import { openToSeal } from './open-to-seal.ts';
import type { Rewriting } from './rewrite-all.ts';
import { agree } from '../../output/agree.ts';
import { isSound, writeAll } from './rewrite-all.ts';
import { sealPeople } from './seal-people.ts';

export interface RotateOptions extends FileOptions {
  /** Gets the new private key, in the place of the terminal or the pipe. */
  readonly file?: string;
  /** Write without being asked. */
  readonly yes?: boolean;
}

/**
 * Seals every sealed number anew: for the last of two keys in the environment, else for a new pair, whose private key is handed
 * over before anything is written. The policy comes last, so that wherever it ends, both keys together open everything and the
 * same again goes on. Returns the exit code; talks to nobody.
 */
export async function rotateKey(options: RotateOptions, io: Io): Promise<ExitCode> {
  const desk = await openToSeal(options, 'needed', io);
  const words = await loadWords(desk.policy.language);
  const { rotate } = words.sealing;
  const given = await findGiven(desk.seal, io);
  const way = given
    ? undefined
    : findKeyWay(options.file, { groups: options.groups, command: 'seal --rotate' }, io);
  const target = given ?? makePeopleKey(desk.seal.organisation);
  const parsed = await openAll(desk, target, io);
  const { rewriting, sealed } = await draft({ ...desk, parsed }, target);
  const tell = way?.tell ?? io.out;
  if (rewriting.renumbered.rewritten.length === 0) {
    tell(`${rotate.nothing}\n`);
    return exitCodes.ok;
  }
  if (!(await isSound(rewriting, words, io))) return exitCodes.mistakes;
  const [before, after] = [desk.seal, target].map(({ publicKey }) => escapeInline(toKeyId(publicKey)));
  tell(
    `${rotate.summary(sealed, before ?? say``, after ?? say``)}\n${rotate.both(say`ROLLCALL_PEOPLE_KEY`)}\n`,
  );
  const agreed = await agree(rotate.question, options.yes, words, io);
  if (agreed !== exitCodes.ok) return agreed;
  way?.give(target, words);
  const code = await writeAll(rewriting, words, { ...io, out: tell });
  tell(`${rotate.history}\n`);
  return code;
}

/** The last of several pairs in the environment, which numbers are to be sealed for. Throws `UsageError` for one of others. */
async function findGiven({ organisation }: SealKey, io: Io): Promise<PeopleKey | undefined> {
  const keys = await readPeopleKeys(io.env);
  const last = keys.length > 1 ? keys.at(-1) : undefined;
  if (last && !isSame(last.organisation, organisation)) {
    throw new UsageError(
      `The key ${toKeyId(last.publicKey)} is of another organisation, and nothing here can be sealed for it. rollcall seal --rotate makes a new pair where ROLLCALL_PEOPLE_KEY holds the old key alone.`,
    );
  }
  return last;
}

/** All lines opened, those of the policy's key and, where an earlier run ended halfway, of the new one. Throws `MistakesError`. */
async function openAll({ parsed, policy, seal }: ToSeal, target: PeopleKey, io: Io): Promise<Parsed> {
  const open = createOpener(makeNodeSuite(), [...(await readPeopleKeys(io.env)), target]);
  // `parsed` has those of the policy's key.
  const others = await openSealed({ ...parsed, policy: { ...policy, seal: target } }, open);
  const opened = new Map([...(parsed.sources.opened ?? []), ...(others.sources.opened ?? [])]);
  const closed = findSealedPeople(others).filter(({ phone }) => !phone);
  if (closed.length > 0) {
    const { resolveOrganisation } = await import('../../config/resolve.ts');
    const resolution = resolveOrganisation({ ...others, policy: { ...policy, seal } }, io.clock.now());
    throw new MistakesError(resolution.kind === 'mistakes' ? resolution.diagnostics : []);
  }
  return { ...others, policy, sources: { ...others.sources, opened } };
}

/** Whoever stands sealed in a file that can be written. */
function findSealedPeople({ people }: Parsed) {
  return [...people.people.values()].flatMap(({ handle, phone, sealed, isSecret }) =>
    sealed && !isSecret ? [{ handle, phone, text: sealed.text }] : [],
  );
}

async function draft(
  { parsed }: ToSeal,
  target: PeopleKey,
): Promise<{ readonly rewriting: Rewriting; readonly sealed: number }> {
  const due = findSealedPeople(parsed).flatMap(({ handle, phone, text }) =>
    phone && !isFor(text, target) ? [{ handle, phone }] : [],
  );
  const { numbers, opened } = await sealPeople(due, target, parsed.sources.opened);
  const policy = (text: string) => setSeal(text, formatSealKey(target));
  const change = { numbers, handles: new Map(), added: new Map(), policy };
  const renumbered = renumber(parsed.sources, parsed.people, change);
  // Lines of the other key, before; and whatever stands in plain text stays as it is.
  const excused = new Set(['bad-seal', 'plain-phone']);
  return { rewriting: { parsed, renumbered, opened, named: new Set(), excused }, sealed: numbers.size };
}

function isFor(text: string, { publicKey }: PeopleKey): boolean {
  const sealed = parseSealed(text);
  return typeof sealed !== 'string' && findKeyId(sealed) === toKeyId(publicKey);
}
