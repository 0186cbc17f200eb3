import type { Part } from './write-program.mjs';

/** `commands`: their arguments; by default those that are run most. */
export function compileAhead(
  root: string,
  parts: readonly Part[],
  commands?: readonly (readonly string[])[],
): Promise<ReadonlyMap<string, Buffer>>;
