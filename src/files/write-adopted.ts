import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Source } from '../config/sources.ts';
import { attemptToWrite, guardWriting } from '../disk/storage-error.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import type { Written } from './rewrite-file.ts';
import { rewriteFile } from './rewrite-file.ts';

/** A file that is to say something else, and the picture that goes with it. */
export interface EditedFile {
  readonly source: Source;
  readonly text: string;
  /** `path` is relative to the file. */
  readonly photo?: { readonly path: string; readonly bytes: Uint8Array } | undefined;
}

/** Writes one file whole or not at all; its picture first, so that no file names one that is not there. */
export async function writeAdopted({ source, text, photo }: EditedFile): Promise<Written> {
  const path = photo && join(dirname(source.file), photo.path);
  const fault = path && (await attemptToWrite(async () => writePhoto(path, photo.bytes)));
  if (fault) return { kind: 'not-written', why: fault.message };
  return text === source.text ? { kind: 'written' } : rewriteFile(source, text);
}

function writePhoto(path: string, bytes: Uint8Array): void {
  guardWriting(path, () => mkdirSync(dirname(path), { recursive: true }));
  writeAtomically(path, bytes);
}
