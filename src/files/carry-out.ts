import type { Rewritten } from '../config/rewrite/tidy-files.ts';
import type { Sources } from '../config/sources.ts';
import { rewriteFile } from './rewrite-file.ts';
import { writeNewFiles } from './write-new-files.ts';

/** What came of files that were to be written in an order. */
export interface CarriedOut {
  /** Those that are not written, or not all of it. */
  readonly left: ReadonlySet<string>;
  /** Those among them of which something is written. */
  readonly begun: ReadonlySet<string>;
  /** What stopped it. */
  readonly why?: string;
}

/**
 * Writes texts in their order, each file whole or not at all, to the first that cannot be; a file may come several times, each
 * time on top of the last. One that is not among the sources is new.
 */
export async function carryOut(
  steps: readonly Rewritten[],
  { root, files }: Pick<Sources, 'root' | 'files'>,
): Promise<CarriedOut> {
  const there = new Set(files.map(({ file }) => file));
  for (const [index, step] of steps.entries()) {
    const why = await write(step, there.has(step.source.file) ? undefined : root);
    there.add(step.source.file);
    if (why !== undefined) return { ...toLeft(steps, index), why };
  }
  return { left: new Set(), begun: new Set() };
}

function toLeft(steps: readonly Rewritten[], index: number): Pick<CarriedOut, 'left' | 'begun'> {
  const left = new Set(steps.slice(index).map(({ source }) => source.file));
  const done = new Set(steps.slice(0, index).map(({ source }) => source.file));
  return { left, begun: new Set([...left].filter((file) => done.has(file))) };
}

/** `root`: of a file that is new. */
async function write({ source, text }: Rewritten, root: string | undefined): Promise<string | undefined> {
  if (root !== undefined)
    return (await writeNewFiles(root, [{ path: source.path, content: text }])).fault?.message;
  const done = await rewriteFile(source, text);
  return done.kind === 'written' ? undefined : done.why;
}
