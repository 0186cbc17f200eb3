import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Organisation } from '../domain/organisation.ts';
import { MistakesError } from '../errors.ts';
import type { Io } from '../io.ts';
import { openToCheck } from './open-organisation.ts';
import type { PhotoOptions } from '../options.ts';

/** What there is to say of the files. */
export interface Checked {
  /** All mistakes and warnings, in the order of the files. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where there are mistakes. */
  readonly organisation?: Organisation;
}

/** Checks the files as `validate` does, and says nothing: mistakes are data here. Throws `UsageError`. */
export async function checkFiles(options: PhotoOptions, io: Io): Promise<Checked> {
  try {
    const { organisation } = await openToCheck(options, { ...io, err: () => undefined });
    return { diagnostics: organisation.warnings, organisation };
  } catch (error) {
    if (error instanceof MistakesError) return { diagnostics: error.diagnostics };
    throw error;
  }
}
