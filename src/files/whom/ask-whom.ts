import { hasNumber } from '../../config/phone/phone-text.ts';
import { isName } from '../../config/people/handle.ts';
import { UsageError } from '../../errors.ts';
import type { Io } from '../../io.ts';

/**
 * Whom a command is about: a handle or `lid:…` from its argument; a number on a terminal, where it is asked for, or from
 * standard input with `-`. An argument ends in the shell's history and in lists of processes, so a number there is refused.
 * Throws `UsageError`.
 */
export async function askWhom(
  given: string | undefined,
  { command, question }: { readonly command: string; readonly question: string },
  io: Io,
): Promise<string> {
  if (given !== undefined && given !== '-') {
    refuseNumber(given, command);
    return given;
  }
  if (given === undefined && !io.terminal.isInteractive) {
    throw new UsageError(
      `Nobody is named. Give a handle or lid:…, or a number on standard input: rollcall ${command} -`,
    );
  }
  const text = (given === '-' ? await io.input() : await io.ask(question)).trim();
  if (text === '' || text.includes('\n'))
    throw new UsageError('One person is asked for: a handle, lid:…, or a number.');
  return text;
}

/** Throws `UsageError` for a number in the arguments of a command. `isAsked`: whoever leaves it out is asked for it. */
export function refuseNumber(text: string, command: string, isAsked = true): void {
  if (text.startsWith('lid:') || isName(text) || !hasNumber(text)) return;
  const how = isAsked
    ? `Run rollcall ${command} without it, and you are asked; or hand it over on standard input: rollcall ${command} -`
    : `Put - in its place, and you are asked; or hand it over on standard input: rollcall ${command} -`;
  throw toNumberRefused(how);
}

/** Why a number in the arguments of a command is refused; `how`: the other way to name somebody. */
export function toNumberRefused(how: string): UsageError {
  return new UsageError(
    `A number in a command line stays in the shell's history and shows in lists of processes. ${how}`,
  );
}
