import { CommanderError } from 'commander';
import { isDiskFault } from '../disk/storage-error.ts';
import { InterruptedError, MistakesError, RollcallError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { toStyle } from '../io.ts';
import { renderDiagnostics } from '../render/terminal/diagnostics.ts';
import { escapeTerminal } from '../safe/escape.ts';

/** Tells what went wrong, to whoever can do something about it, and the exit code that says so. */
export function reportError(error: unknown, io: Io): number {
  // It has said by then what is wrong with the command line.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  // A request that was given up fails, and says nothing of the server or the files.
  if (io.signal.aborted && error instanceof RollcallError) return tellInterruption(io);
  if (error instanceof MistakesError) {
    io.err(renderDiagnostics(error.diagnostics, toStyle(io)));
    return error.exitCode;
  }
  const code = error instanceof RollcallError ? error.exitCode : findSystemCode(error);
  if (code === undefined) return reportBug(error, io);
  io.err(`Error: ${(error as Error).message.split('\n').map(escapeTerminal).join('\n')}\n`);
  return code;
}

function tellInterruption(io: Io): number {
  const { message, exitCode } = new InterruptedError();
  io.err(`${message}\n`);
  return exitCode;
}

/** For what the operating system refuses and nobody has given words of Rollcall's own; undefined for anything else. */
function findSystemCode(error: unknown): number | undefined {
  if (isDiskFault(error)) return exitCodes.failed;
  // A folder that may not be read: the file system names what it was about.
  const isOfFiles = error instanceof Error && 'syscall' in error && 'path' in error && 'code' in error;
  return isOfFiles ? exitCodes.usage : undefined;
}

function reportBug(error: unknown, io: Io): number {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err(`${stack.split('\n').map(escapeTerminal).join('\n')}\n`);
  io.err('\nThis is a bug in Rollcall. Please report it with the lines above and the command you ran.\n');
  return exitCodes.bug;
}
