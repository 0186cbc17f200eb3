import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';
import { cutDiagnostics, sortDiagnostics } from '../../config/mistake.ts';
import type { Parsed } from '../../config/parse.ts';
import { resolveOrganisation } from '../../config/resolve.ts';
import type { Resolution } from '../../config/resolve.ts';
import { readAgain } from '../../config/rewrite/read-again.ts';
import type { Renumbered } from '../../config/rewrite/renumber.ts';
import { tellWho } from '../../config/rewrite/tell-meaning.ts';
import { MistakesError } from '../../errors.ts';
import type { ExitCode } from '../../exit-codes.ts';
import { exitCodes } from '../../exit-codes.ts';
import { carryOut } from '../../files/carry-out.ts';
import type { Io } from '../../io.ts';
import { toStyle } from '../../io.ts';
import { renderDiagnostics } from '../../render/terminal/diagnostics.ts';
import { escapeInline } from '../../safe/inline.ts';
import type { Words } from '../../words/words.ts';

/** Files whose numbers get another form. */
export interface Rewriting {
  /** With the numbers that are opened. */
  readonly parsed: Parsed;
  readonly renumbered: Renumbered;
  /** By `toOpenedKey`: what the sealed numbers in the new texts are. */
  readonly opened: ReadonlyMap<string, PhoneNumber>;
  /** Handles that are new. */
  readonly named: ReadonlySet<string>;
  /** Mistakes that may be there before, and after. */
  readonly excused: ReadonlySet<string>;
}

/**
 * Reads all files as they would be: everybody must be who they were, in every list. False where that leaves mistakes, which are
 * told; throws `MistakesError` for those that are there before, and where it comes to anything else, which is a bug.
 */
export async function isSound(
  { parsed, renumbered, opened, named, excused }: Rewriting,
  words: Words,
  io: Io,
): Promise<boolean> {
  const now = io.clock.now();
  const before = resolveOrganisation(parsed, now, excused);
  const faults = findFaults(before);
  if (faults.length > 0) throw new MistakesError(faults);
  const after = await readAgain({ ...parsed.sources, opened }, renumbered.rewritten, now, excused);
  const left = findFaults(after);
  if (left.length > 0) {
    io.err(renderDiagnostics(cutDiagnostics(sortDiagnostics(left)), toStyle(io)));
    io.err(`${words.sealing.seal.broken}\n`);
    return false;
  }
  if (tellAll(before, named) === tellAll(after, named)) return true;
  throw new Error('The files would mean other people, so nothing was written.');
}

function findFaults(resolution: Resolution): readonly Diagnostic[] {
  if (resolution.kind === 'organisation') return [];
  return resolution.diagnostics.filter(({ severity }) => severity === 'error');
}

function tellAll(resolution: Resolution, named: ReadonlySet<string>): string {
  return tellWho(resolution.kind === 'organisation' ? resolution.organisation : resolution.readable, named);
}

/** Writes the files, and says of each whether it is. */
export async function writeAll({ parsed, renumbered }: Rewriting, words: Words, io: Io): Promise<ExitCode> {
  const { written, notWritten } = words.person.forget;
  const { left, begun, why } = await carryOut(renumbered.steps, parsed.sources);
  for (const { source } of renumbered.rewritten) {
    const file = escapeInline(source.file);
    if (begun.has(source.file)) io.err(`${words.sealing.begun(file)}\n`);
    else if (left.has(source.file)) io.err(`${notWritten(file)}\n`);
    else io.out(`${written(file)}\n`);
  }
  if (why === undefined) return exitCodes.ok;
  io.err(`Error: ${why}\n${words.sealing.partly}\n`);
  return exitCodes.failed;
}
