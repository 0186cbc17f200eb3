import type { Diagnostic } from '../domain/diagnostic.ts';
import type { ToSkeleton } from '../safe/plain-letters.ts';
import type { EntryDesk } from './groups/target.ts';
import type { ToAscii } from './people/made-handle.ts';
import type { FindRange } from './phone/known-ranges.ts';
import type { PhoneReader } from './phone/phone-reader.ts';
import type { readSheet } from './sheet/read-sheet.ts';
import type { decryptTree } from './sops/decrypt-tree.ts';
import type { Source } from './sources.ts';
import { toDesk } from './yaml/fields.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import type { ReadWhole, YamlFile } from './yaml/parse-yaml.ts';

/** What a step is waiting for: its turn, or something large that only some files need. */
export type Step =
  | 'turn'
  | 'needs ranges'
  | 'needs lookalikes'
  | 'needs readDocument'
  | 'needs readSheet'
  | 'needs decryptTree'
  | 'needs toAscii';

/**
 * What only some files need: which numbers are in use, which letters look alike and how they are written in ASCII, how YAML
 * is read that is unusual, and how spreadsheets and encrypted files are.
 */
export interface Tables {
  readonly readSheet?: typeof readSheet;
  readonly decryptTree?: typeof decryptTree;
  readonly toAscii?: ToAscii;
  readonly readDocument?: ReadWhole;
  readonly findRange?: FindRange;
  readonly toSkeleton?: ToSkeleton;
}

/** Something that is read step by step: whoever runs it gives what a step waits for. */
export type Steps<T> = Generator<Step, T, Tables>;

type Read<T> = (file: YamlFile, desk: EntryDesk, phones: PhoneReader) => T | undefined;

/** What a file comes to, its mistakes put to the others. */
export function* readFile<T>(
  source: Source,
  read: Read<T>,
  phones: PhoneReader,
  diagnostics: Diagnostic[],
): Steps<T | undefined> {
  const file = parseYaml(source) ?? parseYaml(source, (yield 'needs readDocument').readDocument);
  if (!file) throw new Error('YAML that is unusual cannot be read without `readDocument`.');
  const found = yield* lookWithRanges(phones, () => {
    const own = [...file.diagnostics];
    const result = read(file, { ...toDesk(file.locate, own), parsePhone: phones.parse }, phones);
    return { result, own };
  });
  for (const diagnostic of found.own) diagnostics.push(diagnostic);
  return found.result;
}

/** Looks once more where that takes the ranges of numbers. */
export function* lookWithRanges<T>(phones: PhoneReader, look: () => T): Steps<T> {
  const found = look();
  if (!phones.isUnsure()) return found;
  phones.setRanges((yield 'needs ranges').findRange);
  return look();
}
