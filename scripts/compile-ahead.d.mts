import type { Part } from './write-program.mjs';

export function compileAhead(root: string, parts: readonly Part[]): Promise<ReadonlyMap<string, Buffer>>;
