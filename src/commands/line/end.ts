/** Told the exit code of a command when it has run. */
export type End = (code: number) => void;
