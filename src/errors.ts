import type { Diagnostic } from './domain/diagnostic.ts';

/** A bad flag or environment: what is wrong and what to do. Exit 64. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Mistakes in the files, all at once. Exit 65. */
export class MistakesError extends Error {
  override readonly name = 'MistakesError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(`${diagnostics.length} mistakes in the files`);
    this.diagnostics = diagnostics;
  }
}

/** The server or its session cannot be worked with as it is. Exit 1. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
}
