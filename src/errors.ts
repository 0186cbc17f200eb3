import type { Diagnostic } from './domain/diagnostic.ts';
import type { ExitCode } from './exit-codes.ts';
import { exitCodes } from './exit-codes.ts';

/**
 * What can go wrong without being a bug. Its message says what is wrong, where, and what to do, for whoever started
 * Rollcall, and has no number of anybody; `exitCode` is how the process ends by it. Every error of Rollcall's own that may
 * reach `main` is one; whatever else arrives there is a bug, or the file system's.
 */
export abstract class RollcallError extends Error {
  abstract readonly exitCode: ExitCode;
}

/** A bad flag or environment: what is wrong and what to do. */
export class UsageError extends RollcallError {
  override readonly name = 'UsageError';
  override readonly exitCode = exitCodes.usage;
}

/** Mistakes in the files, all at once. */
export class MistakesError extends RollcallError {
  override readonly name = 'MistakesError';
  override readonly exitCode = exitCodes.mistakes;
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(`${diagnostics.length} mistakes in the files`);
    this.diagnostics = diagnostics;
  }
}

/** Somebody ended the run while nothing had been sent that changes anything. */
export class InterruptedError extends RollcallError {
  override readonly name = 'InterruptedError';
  override readonly exitCode = exitCodes.interrupted;

  constructor() {
    super('Interrupted: nothing was written.');
  }
}

/** The server or its session cannot be worked with as it is. */
export class SessionError extends RollcallError {
  override readonly name = 'SessionError';
  override readonly exitCode = exitCodes.failed;
}
