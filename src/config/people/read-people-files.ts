import type { Diagnostic } from '../../domain/diagnostic.ts';
import { toAsciiSkeleton } from '../../safe/plain-letters.ts';
import type { EntryDesk } from '../groups/target.ts';
import { isSheet } from '../layout.ts';
import { lookWithRanges, readFile } from '../parse-steps.ts';
import type { Steps } from '../parse-steps.ts';
import type { PhoneReader } from '../phone/phone-reader.ts';
import type { Source } from '../sources.ts';
import type { YamlFile } from '../yaml/parse-yaml.ts';
import { toPeople } from './from-sheet.ts';
import { mergePeople } from './merge-people.ts';
import type { PeopleFile } from './merge-people.ts';
import { parsePeople } from './parse-people.ts';
import type { ParsedPeople } from './parse-people.ts';
import { readSopsPeople } from '../sops/read-sops-people.ts';
import type { DecryptTree } from '../sops/read-sops-people.ts';
import { findSameNames } from './same-names.ts';
import { toSecret } from './to-secret.ts';

interface ReadPeople {
  readonly people: ParsedPeople;
  readonly isComplete: boolean;
  /** Files that are encrypted, and were not opened. */
  readonly locked: readonly string[];
}

/** Everybody in all files of people; not complete where one of the files cannot be read. */
export function* readPeopleFiles(
  sources: readonly Source[],
  phones: PhoneReader,
  diagnostics: Diagnostic[],
): Steps<ReadPeople> {
  const found: PeopleFile[] = [];
  const locked: string[] = [];
  for (const source of sources) {
    const file = yield* readPeopleFile(source, phones, diagnostics);
    if (file) found.push(source.isOutside ? { ...file, ...toSecret(file) } : file);
    if (file?.isLocked) locked.push(source.file);
    yield 'turn';
  }
  const people = mergePeople(found, diagnostics);
  for (const names of toNames(people)) {
    const isPlain = names.every(({ name }) => /^[ -~]*$/.test(name));
    const toSkeleton = isPlain ? toAsciiSkeleton : (yield 'needs lookalikes').toSkeleton;
    for (const same of findSameNames(names, toSkeleton ?? toAsciiSkeleton)) diagnostics.push(same);
  }
  return { people, isComplete: found.length === sources.length, locked };
}

/** YAML or a spreadsheet; undefined where nothing of it can be told. */
function* readPeopleFile(
  source: Source,
  phones: PhoneReader,
  diagnostics: Diagnostic[],
): Steps<PeopleFile | undefined> {
  if (!isSheet(source.path)) {
    const decrypt = source.sops && (yield 'needs decryptTree').decryptTree;
    const read = (file: YamlFile, desk: EntryDesk) => readPeople(file, desk, decrypt);
    const people = yield* readFile(source, read, phones, diagnostics);
    return people && { ...people, isSheet: false };
  }
  const { readSheet: read } = yield 'needs readSheet';
  // Letters of ASCII stay as they are, and most spreadsheets have no others.
  const toAscii = /^[\0-\x7f]*$/.test(source.text) ? (text: string) => text : (yield 'needs toAscii').toAscii;
  if (!read || !toAscii) throw new Error('Spreadsheets cannot be read without `readSheet` and `toAscii`.');
  const sheet = yield* lookWithRanges(phones, () => read(source, { parsePhone: phones.parse, toAscii }));
  for (const problem of sheet.problems) diagnostics.push(problem);
  return sheet.isReadable ? toPeople(sheet, source.path) : undefined;
}

/** Handles and names of teams: a handle and a team may share a name, since `team:` tells them apart. */
function toNames({ people, teams }: ParsedPeople) {
  const handles = [...people.values()].map(({ handle, span }) => ({ name: handle, span }));
  return [handles, [...teams.values()]];
}

function readPeople(
  { root, source }: YamlFile,
  desk: EntryDesk,
  decrypt: DecryptTree | undefined,
): Omit<PeopleFile, 'isSheet'> | undefined {
  return root && (readSopsPeople(root, source, desk, decrypt) ?? parsePeople(root, desk));
}
