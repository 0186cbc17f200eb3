import { relative } from 'node:path';
import { sortDiagnostics } from '../config/mistake.ts';
import type { Parsed } from '../config/parse.ts';
import { parseInTurns } from '../config/parse.ts';
import { resolveOrganisation } from '../config/resolve.ts';
import type { Resolution } from '../config/resolve.ts';
import { readAgain } from '../config/rewrite/read-again.ts';
import { tellMeaning } from '../config/rewrite/tell-meaning.ts';
import { tidyFiles } from '../config/rewrite/tidy-files.ts';
import type { Rewritten } from '../config/rewrite/tidy-files.ts';
import type { Source, Sources } from '../config/sources.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { MistakesError, UsageError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { loadFiles } from '../files/load-files.ts';
import { rewriteFile } from '../files/rewrite-file.ts';
import type { Io } from '../io.ts';
import { toStyle } from '../io.ts';
import type { FileOptions } from '../options.ts';
import { renderDiagnostics } from '../render/terminal/diagnostics.ts';
import { renderFileDiffs } from '../render/terminal/file-diff.ts';

export interface FmtOptions extends FileOptions {
  /** Write nothing; exit 2 where something would be written. */
  readonly check?: boolean;
  /** Only these files, as they lie below the folder or as the user would type them; none: all. */
  readonly files: readonly string[];
}

/**
 * Writes the files in one spelling, without a change of what they say. Files with mistakes are left alone and told. Before
 * anything is written, all files are read again as they would be: where they came to anything else, nothing is written.
 * Returns the exit code; talks to nobody.
 */
export async function fmt(options: FmtOptions, io: Io): Promise<number> {
  const sources = await loadFiles(options, io);
  const parsed = await parseInTurns(sources);
  const before = resolveOrganisation(parsed, io.clock.now());
  const errors = findErrors(before);
  if (sources.files.length === 0) throw new MistakesError(errors);
  const wanted = findWanted(sources, options.files);
  const broken = new Set(errors.flatMap(({ span }) => span?.file ?? []));
  const passedOver = new Set([
    ...broken,
    ...sources.files.filter((source) => !wanted.has(source)).map(({ file }) => file),
  ]);
  const rewritten = tidyFiles(parsed, passedOver);
  await checkMeaning(parsed, before, rewritten, io);
  const code = options.check ? showCheck(rewritten, io) : await writeAll(rewritten, options, io);
  const names = new Set([...wanted].map(({ file }) => file));
  const own = errors.filter(({ span }) => options.files.length === 0 || (span && names.has(span.file)));
  return tellBroken(own, io) ? exitCodes.mistakes : code;
}

function findErrors(resolution: Resolution): readonly Diagnostic[] {
  if (resolution.kind === 'organisation') return [];
  return sortDiagnostics(resolution.diagnostics.filter(({ severity }) => severity === 'error'));
}

/** The files that are named, or all. Throws `UsageError` for a name that is none of them. */
function findWanted({ root, files }: Sources, names: readonly string[]): ReadonlySet<Source> {
  if (names.length === 0) return new Set(files);
  return new Set(
    names.map((name) => {
      const wanted = name.normalize('NFC');
      const found = files.find(
        ({ path, file }) =>
          path === wanted || relative(file.normalize('NFC'), wanted) === '' || file === wanted,
      );
      if (found) return found;
      throw new UsageError(`${name} is no file of groups or people below ${root} that Rollcall reads.`);
    }),
  );
}

/** Reads everything again as it would be. Throws where that came to something else: a bug, and nothing is written. */
async function checkMeaning(
  { sources }: Parsed,
  before: Resolution,
  rewritten: readonly Rewritten[],
  io: Io,
): Promise<void> {
  if (rewritten.length === 0) return;
  const after = await readAgain(sources, rewritten, io.clock.now());
  if (tellMeaning(before) === tellMeaning(after)) return;
  throw new Error('The files would mean something else when tidied, so nothing was written.');
}

function showCheck(rewritten: readonly Rewritten[], io: Io): number {
  if (rewritten.length === 0) return exitCodes.ok;
  const changes = rewritten.map(({ source, text }) => ({
    file: source.file,
    before: source.text,
    after: text,
  }));
  io.out(renderFileDiffs(changes, toStyle(io)));
  io.out(`${count(rewritten.length)} would be tidied by rollcall fmt.\n`);
  return exitCodes.changes;
}

async function writeAll(rewritten: readonly Rewritten[], { quiet }: FmtOptions, io: Io): Promise<number> {
  let failed = 0;
  for (const { source, text } of rewritten) {
    const written = await rewriteFile(source, text);
    if (written.kind === 'written') {
      if (!quiet) io.out(`tidied ${source.file}\n`);
    } else {
      failed += 1;
      io.err(`Error: ${written.why}\n`);
    }
  }
  if (failed > 0) return exitCodes.failed;
  if (!quiet)
    io.out(`${rewritten.length === 0 ? 'All is tidy: no file' : count(rewritten.length)} changed.\n`);
  return exitCodes.ok;
}

function count(files: number): string {
  return `${files} ${files === 1 ? 'file' : 'files'}`;
}

/** Names the mistakes because of which files were not tidied; true where there are any. */
function tellBroken(errors: readonly Diagnostic[], io: Io): boolean {
  if (errors.length === 0) return false;
  io.err(renderDiagnostics(errors, toStyle(io)));
  io.err('Files with mistakes are left as they are: mend them, and run rollcall fmt again.\n');
  return true;
}
