import { CommanderError } from 'commander';
import { MistakesError, SessionError, UsageError } from '../errors.ts';
import { isDiskFault, StorageError } from '../domain/storage-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { GowaError, InsecureConnectionError, InvalidConnectionError } from '../gowa/errors.ts';
import type { Io } from '../io.ts';
import { LockedError } from '../journal/lock.ts';
import { renderDiagnostics } from '../render/terminal/diagnostics.ts';
import { escapeTerminal } from '../safe/escape.ts';

/** Tells what went wrong, to whoever can do something about it, and the exit code that says so. */
export function reportError(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error instanceof MistakesError) {
    const { hasColour: colour, isAscii: ascii, width } = io.terminal;
    io.err(renderDiagnostics(error.diagnostics, { colour, ascii, width }));
    return exitCodes.mistakes;
  }
  const code = findCode(error);
  if (code === undefined) return reportBug(error, io);
  io.err(`Error: ${(error as Error).message.split('\n').map(escapeTerminal).join('\n')}\n`);
  return code;
}

function findCode(error: unknown): number | undefined {
  const isUsage = [UsageError, InsecureConnectionError, InvalidConnectionError].some(
    (kind) => error instanceof kind,
  );
  if (isDiskFault(error)) return exitCodes.failed;
  if (error instanceof StorageError) return error.isOfThePath ? exitCodes.usage : exitCodes.failed;
  if (isUsage || isOfFiles(error)) return exitCodes.usage;
  if (error instanceof LockedError) return exitCodes.incomplete;
  if (error instanceof GowaError || error instanceof SessionError) return exitCodes.failed;
  return undefined;
}

/** A folder that may not be read: the file system names what it was about. */
function isOfFiles(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'path' in error && 'code' in error;
}

function reportBug(error: unknown, io: Io): number {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err(`${stack.split('\n').map(escapeTerminal).join('\n')}\n`);
  io.err('\nThis is a bug in Rollcall. Please report it with the lines above and the command you ran.\n');
  return exitCodes.bug;
}
