import { relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { toStart } from '../domain/diagnostic.ts';
import type { EntryDesk } from './groups/target.ts';
import { toDesk } from './yaml/fields.ts';
import { parseDefaults } from './groups/defaults.ts';
import type { ParsedDefaults } from './groups/defaults.ts';
import { parseGroup } from './groups/parse-group.ts';
import type { ParsedGroup } from './groups/parse-group.ts';
import { isAboutPeople, toRole } from './layout.ts';
import { toMistake } from './mistake.ts';
import { toPeople } from './people/from-sheet.ts';
import type { ToAscii } from './people/made-handle.ts';
import { mergePeople } from './people/merge-people.ts';
import type { PeopleFile } from './people/merge-people.ts';
import { parsePeople } from './people/parse-people.ts';
import type { ParsedPeople } from './people/parse-people.ts';
import type { FindRange } from './phone/known-ranges.ts';
import { createPhoneReader } from './phone/phone-reader.ts';
import type { PhoneReader } from './phone/phone-reader.ts';
import { toAsciiSkeleton } from '../safe/plain-letters.ts';
import type { ToSkeleton } from '../safe/plain-letters.ts';
import { parsePolicy, readPolicyFields } from './parse-policy.ts';
import type { ParsedPolicy } from './parse-policy.ts';
import { findSameNames } from './people/same-names.ts';
import type { readSheet } from './sheet/read-sheet.ts';
import type { Source, Sources } from './sources.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import type { ReadWhole, YamlFile } from './yaml/parse-yaml.ts';

/** All files, each looked at by itself: what fits is here, what does not is a diagnostic. */
export interface Parsed {
  /** Absent: there is none, or it cannot be read at all. */
  readonly policy?: ParsedPolicy;
  readonly people: ParsedPeople;
  /** False where a file of people is there and cannot be read: then unknown handles are no news. */
  readonly peopleComplete: boolean;
  /** What groups of a folder have in common. */
  readonly defaults: readonly ParsedDefaults[];
  /** Sorted by path. */
  readonly groups: readonly ParsedGroup[];
  readonly diagnostics: readonly Diagnostic[];
  /** The texts, for code frames. */
  readonly sources: Sources;
}

/** Pure. The policy comes first, because its country says what a number without one means. */
export function parseSources(sources: Sources, tables: Tables): Parsed {
  const steps = parseStepwise(sources);
  for (let step = steps.next(); ; step = steps.next(tables)) if (step.done) return step.value;
}

/**
 * All files parsed as by `parseSources`, with a pause for other work after each file, so that answers of a server are
 * received meanwhile. Libraries and tables are loaded only if something needs them.
 */
export async function parseInTurns(sources: Sources): Promise<Parsed> {
  const steps = parseStepwise(sources);
  let tables: Tables = {};
  for (let step = steps.next(tables); ; step = steps.next(tables)) {
    if (step.done) return step.value;
    if (step.value === 'turn') await setImmediate();
    else tables = { ...tables, ...(await loadTable(step.value)) };
  }
}

function loadTable(name: Exclude<Step, 'turn'>): Promise<Tables> {
  if (name === 'needs ranges') return import('./phone/known-ranges.ts');
  if (name === 'needs readSheet') return import('./sheet/read-sheet.ts');
  if (name === 'needs toAscii') return import('./people/to-ascii.ts');
  return name === 'needs lookalikes' ? import('../safe/lookalikes.ts') : import('./yaml/document.ts');
}

/** The policy as far as it fits, without a look at any other file; undefined where there is none. */
export async function parsePolicyAlone(sources: Sources): Promise<ParsedPolicy | undefined> {
  const files = sources.files.filter(({ path }) => toRole(path) === 'policy');
  return (await parseInTurns({ ...sources, files })).policy;
}

/** The people and teams as far as they fit, without a look at any group. */
export async function parsePeopleAlone(sources: Sources): Promise<ParsedPeople> {
  const files = sources.files.filter(({ path }) => !['group', 'defaults'].includes(toRole(path)));
  return (await parseInTurns({ ...sources, files })).people;
}

/** What a step is waiting for: its turn, or something large that only some files need. */
type Step =
  | 'turn'
  | 'needs ranges'
  | 'needs lookalikes'
  | 'needs readDocument'
  | 'needs readSheet'
  | 'needs toAscii';

/**
 * What only some files need: which numbers are in use, which letters look alike and how they are written in ASCII, how YAML
 * is read that is unusual, and how spreadsheets are.
 */
export interface Tables {
  readonly readSheet?: typeof readSheet;
  readonly toAscii?: ToAscii;
  readonly readDocument?: ReadWhole;
  readonly findRange?: FindRange;
  readonly toSkeleton?: ToSkeleton;
}

/** A step for each file of a group, and one more where a number cannot be told without the ranges. */
function* parseStepwise(sources: Sources): Generator<Step, Parsed, Tables> {
  const diagnostics: Diagnostic[] = [...sources.diagnostics];
  const phones = createPhoneReader();
  const policyFile = sources.files.find(({ path }) => isPolicy(path));
  const policy = policyFile && (yield* readFile(policyFile, readPolicy, phones, diagnostics));
  if (!policyFile && !isUnreadable(sources, isPolicy)) diagnostics.push(toNoPolicy(sources));

  const peopleSources = sources.files.filter(({ path }) => isAboutPeople(path));
  const found: PeopleFile[] = [];
  for (const source of peopleSources) {
    const file = yield* readPeopleFile(source, phones, diagnostics);
    if (file) found.push(file);
    yield 'turn';
  }
  const people = mergePeople(found, diagnostics);
  const peopleComplete = found.length === peopleSources.length && !isUnreadable(sources, isAboutPeople);
  for (const names of toNames(people)) {
    const isPlain = names.every(({ name }) => /^[ -~]*$/.test(name));
    const toSkeleton = isPlain ? toAsciiSkeleton : (yield 'needs lookalikes').toSkeleton;
    for (const same of findSameNames(names, toSkeleton ?? toAsciiSkeleton)) diagnostics.push(same);
  }
  const defaults: ParsedDefaults[] = [];
  for (const source of sources.files.filter(({ path }) => toRole(path) === 'defaults')) {
    const common = yield* readFile(source, readDefaults, phones, diagnostics);
    if (common) defaults.push(common);
  }
  const groups: ParsedGroup[] = [];
  for (const source of sources.files.filter(({ path }) => toRole(path) === 'group')) {
    const group = yield* readFile(source, readGroup, phones, diagnostics);
    if (group) groups.push(group);
    yield 'turn';
  }
  return {
    ...(policy && { policy }),
    people,
    peopleComplete,
    defaults,
    groups,
    diagnostics,
    sources,
  };
}

type Read<T> = (file: YamlFile, desk: EntryDesk, phones: PhoneReader) => T | undefined;

/** What a file comes to, its mistakes put to the others. */
function* readFile<T>(
  source: Source,
  read: Read<T>,
  phones: PhoneReader,
  diagnostics: Diagnostic[],
): Generator<Step, T | undefined, Tables> {
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
function* lookWithRanges<T>(phones: PhoneReader, look: () => T): Generator<Step, T, Tables> {
  const found = look();
  if (!phones.isUnsure()) return found;
  phones.setRanges((yield 'needs ranges').findRange);
  return look();
}

/** YAML or a spreadsheet; undefined where nothing of it can be told. */
function* readPeopleFile(
  source: Source,
  phones: PhoneReader,
  diagnostics: Diagnostic[],
): Generator<Step, PeopleFile | undefined, Tables> {
  if (toRole(source.path) === 'people') {
    const people = yield* readFile(source, readPeople, phones, diagnostics);
    return people && { ...people, isSheet: false };
  }
  const { readSheet: read } = yield 'needs readSheet';
  // Letters of ASCII stay as they are, and most spreadsheets have no others.
  const toAscii = /^[\0-\x7f]*$/.test(source.text) ? (text: string) => text : (yield 'needs toAscii').toAscii;
  if (!read || !toAscii) throw new Error('Spreadsheets cannot be read without `readSheet` and `toAscii`.');
  const sheet = yield* lookWithRanges(phones, () => read(source, { parsePhone: phones.parse, toAscii }));
  for (const problem of sheet.problems) diagnostics.push(problem);
  return sheet.isReadable ? toPeople(sheet) : undefined;
}

/** Handles and names of teams: a handle and a team may share a name, since `team:` tells them apart. */
function toNames({ people, teams }: ParsedPeople) {
  const handles = [...people.values()].map(({ handle, span }) => ({ name: handle, span }));
  return [handles, [...teams.values()]];
}

function readPolicy(file: YamlFile, desk: EntryDesk, phones: PhoneReader): ParsedPolicy | undefined {
  if (!file.root) return undefined;
  const fields = readPolicyFields(file.root, desk);
  phones.setCountry(fields.values.country);
  return parsePolicy(fields, toStart(file.source.file), desk);
}

function readPeople(file: YamlFile, desk: EntryDesk): ParsedPeople | undefined {
  return file.root && parsePeople(file.root, desk);
}

function readDefaults(file: YamlFile, desk: EntryDesk): ParsedDefaults | undefined {
  return file.root && parseDefaults(file.root, file.source.path, toStart(file.source.file), desk);
}

function readGroup(file: YamlFile, desk: EntryDesk): ParsedGroup | undefined {
  return file.root && parseGroup(file.root, file.source.path, toStart(file.source.file), desk);
}

/** True where the file is there, but reading it failed, which has been said already. */
function isUnreadable(sources: Sources, isMeant: (path: string) => boolean): boolean {
  return sources.diagnostics.some(
    ({ span, code }) => code === 'no-folder' || (span && isMeant(relative(sources.root, span.file))),
  );
}

function isPolicy(path: string): boolean {
  return toRole(path) === 'policy';
}

function toNoPolicy(sources: Sources): Diagnostic {
  const detail = `There is no \`_policy.yaml\` in \`${sources.root}\`, so nobody knows which account acts. \`rollcall init\` writes one, or write it with the line \`account: "+44 …"\` and the number of that account.`;
  return toMistake('no-policy', detail);
}
