/** What a process says when it ends (docs/commands.md#exit-codes). */
export const exitCodes = {
  ok: 0,
  /** Something failed, or could not be read or verified. */
  failed: 1,
  /** `plan --detailed-exitcode`: there are changes. */
  changes: 2,
  /** Run again later: something approved, or nobody's yet, is left. */
  incomplete: 3,
  /** A limit objects, or the plan is not the one that was expected. */
  refused: 4,
  /** A bad flag or environment (sysexits EX_USAGE). */
  usage: 64,
  /** A mistake in the files (sysexits EX_DATAERR). */
  mistakes: 65,
  /** A bug (sysexits EX_SOFTWARE). */
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
