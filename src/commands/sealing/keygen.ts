import { setSeal } from '../../config/edit/set-seal.ts';
import { toRole } from '../../config/layout.ts';
import type { ParsedPolicy } from '../../config/parse-policy.ts';
import { parsePolicyAlone } from '../../config/parse.ts';
import type { Source } from '../../config/sources.ts';
import { loadSources } from '../../config/sources.ts';
import { InterruptedError, UsageError } from '../../errors.ts';
import type { ExitCode } from '../../exit-codes.ts';
import { exitCodes } from '../../exit-codes.ts';
import { rewriteFile } from '../../files/rewrite-file.ts';
import type { Io } from '../../io.ts';
import type { FileOptions } from '../../options.ts';
import { escapeInline, say } from '../../safe/inline.ts';
import { makePeopleKey } from '../../sealing/people-key.ts';
import { formatSealKey } from '../../sealing/seal-key.ts';
import { loadWords } from '../../words/load-words.ts';
import type { Words } from '../../words/words.ts';
import type { KeyWay } from './hand-over.ts';
import { findKeyWay } from './hand-over.ts';

export interface KeygenOptions extends FileOptions {
  /** Gets the private key, in the place of the terminal or the pipe. */
  readonly file?: string;
  /** Write the public key into the policy without being asked. */
  readonly yes?: boolean;
}

/**
 * Makes a pair of keys and an id of the organisation: the private key goes to whoever asked, once; the public one into the
 * policy, where that is agreed to, else it is printed. The private one is handed over before anything is written, so that no
 * number is ever sealed for a key that nobody has. Returns the exit code; talks to nobody.
 */
export async function keygen(options: KeygenOptions, io: Io): Promise<ExitCode> {
  const { source, policy } = await findPolicy(options);
  const words = await loadWords(policy.language);
  const way = findKeyWay(options.file, { groups: options.groups, command: 'keygen' }, io);
  const isAgreed = await agree(source, options, words, io);
  const pair = makePeopleKey();
  const line = formatSealKey(pair);
  way.give(pair, words);
  const code = isAgreed ? await write(source, line, { way, words }) : tellLine(source, line, { way, words });
  way.tell(`${words.sealing.keygen.next(say`rollcall seal --all`)}\n`);
  return code;
}

/** Throws `UsageError` where there is none, or one that has a key. */
async function findPolicy({
  groups,
}: KeygenOptions): Promise<{ readonly source: Source; readonly policy: ParsedPolicy }> {
  const sources = loadSources(groups);
  const source = sources.files.find(({ path }) => toRole(path) === 'policy');
  const policy = await parsePolicyAlone(sources);
  if (!source || !policy) {
    throw new UsageError(
      `There is no policy in ${groups} that can be read, and the public key belongs into it. rollcall init writes one; rollcall validate says what is wrong with one that is there.`,
    );
  }
  if (policy.hasSeal) {
    throw new UsageError(
      `${source.file} has a key already (seal:), and what is sealed for it opens with no other. For a new pair, and everything sealed anew: rollcall seal --rotate`,
    );
  }
  return { source, policy };
}

async function agree(source: Source, { yes }: KeygenOptions, words: Words, io: Io): Promise<boolean> {
  if (yes) return true;
  if (!io.terminal.isInteractive) return false;
  const answer = (await io.ask(`${words.sealing.keygen.question(escapeInline(source.file))} `)).trim();
  if (io.signal.aborted) throw new InterruptedError();
  return answer === 'yes' || answer === words.terminal.ask.yes;
}

interface Teller {
  readonly way: KeyWay;
  readonly words: Words;
}

async function write(source: Source, line: string, teller: Teller): Promise<ExitCode> {
  const done = await rewriteFile(source, setSeal(source.text, line));
  if (done.kind === 'written') {
    teller.way.tell(`${teller.words.sealing.keygen.written(escapeInline(source.file))}\n`);
    return exitCodes.ok;
  }
  teller.way.tell(`Error: ${done.why}\n`);
  tellLine(source, line, teller);
  return exitCodes.failed;
}

function tellLine(source: Source, line: string, { way, words }: Teller): ExitCode {
  way.tell(`${words.sealing.keygen.line(escapeInline(source.file))}\n\nseal: ${line}\n\n`);
  return exitCodes.ok;
}
