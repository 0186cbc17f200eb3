import { relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { toStart } from '../domain/diagnostic.ts';
import type { EntryDesk } from './groups/target.ts';
import { parseDefaults } from './groups/defaults.ts';
import type { ParsedDefaults } from './groups/defaults.ts';
import { parseGroup } from './groups/parse-group.ts';
import type { ParsedGroup } from './groups/parse-group.ts';
import { isAboutPeople, toRole } from './layout.ts';
import { toMistake } from './mistake.ts';
import { fillOpened } from './sealed/fill-opened.ts';
import type { ParsedPeople } from './people/parse-people.ts';
import { createPhoneReader } from './phone/phone-reader.ts';
import type { PhoneReader } from './phone/phone-reader.ts';
import { readFile } from './parse-steps.ts';
import type { Step, Steps, Tables } from './parse-steps.ts';
import { readPeopleFiles } from './people/read-people-files.ts';
import { parsePolicy, readPolicyFields } from './parse-policy.ts';
import type { ParsedPolicy } from './parse-policy.ts';
import type { Sources } from './sources.ts';
import type { YamlFile } from './yaml/parse-yaml.ts';

/** All files, each looked at by itself: what fits is here, what does not is a diagnostic. */
export interface Parsed {
  /** Absent: there is none, or it cannot be read at all. */
  readonly policy?: ParsedPolicy;
  readonly people: ParsedPeople;
  /** False where a file of people is there and cannot be read: then unknown handles are no news. */
  readonly peopleComplete: boolean;
  /** Files of people that SOPS has encrypted, and nobody here has the key of. Absent: none. */
  readonly locked?: readonly string[];
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
  if (name === 'needs decryptTree') return import('./sops/decrypt-tree.ts');
  if (name === 'needs toAscii') return import('./people/to-ascii.ts');
  return name === 'needs lookalikes' ? import('../safe/lookalikes.ts') : import('./yaml/document.ts');
}

/** The policy as far as it fits, without a look at any other file; undefined where there is none. */
export async function parsePolicyAlone(sources: Sources): Promise<ParsedPolicy | undefined> {
  return (await parseOnlyPolicy(sources)).policy;
}

/** The same as all files come to where there are no others. */
export async function parseOnlyPolicy(sources: Sources): Promise<Parsed> {
  const files = sources.files.filter(({ path }) => toRole(path) === 'policy');
  return parseInTurns({ ...sources, files });
}

/** The policy, the people and the teams as far as they fit, without a look at any group. */
export async function parsePeopleAlone(sources: Sources): Promise<Parsed> {
  const files = sources.files.filter(({ path }) => !['group', 'defaults'].includes(toRole(path)));
  return parseInTurns({ ...sources, files });
}

/** A step for each file of a group, and one more where a number cannot be told without the ranges. */
function* parseStepwise(sources: Sources): Steps<Parsed> {
  const diagnostics: Diagnostic[] = [...sources.diagnostics];
  const phones = createPhoneReader();
  const policyFile = sources.files.find(({ path }) => isPolicy(path));
  const policy = policyFile && (yield* readFile(policyFile, readPolicy, phones, diagnostics));
  if (!policyFile && !isUnreadable(sources, isPolicy)) diagnostics.push(toNoPolicy(sources));

  const files = [...sources.files.filter(({ path }) => isAboutPeople(path)), ...(sources.outside ?? [])];
  const { people, isComplete, locked } = yield* readPeopleFiles(files, phones, diagnostics);
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
    people: sources.opened ? fillOpened(people, sources.opened) : people,
    peopleComplete: isComplete && !isUnreadable(sources, isAboutPeople),
    ...(locked.length > 0 && { locked }),
    defaults,
    groups,
    diagnostics,
    sources,
  };
}

function readPolicy(file: YamlFile, desk: EntryDesk, phones: PhoneReader): ParsedPolicy | undefined {
  if (!file.root) return undefined;
  const fields = readPolicyFields(file.root, desk);
  phones.setCountry(fields.values.country);
  return parsePolicy(fields, toStart(file.source.file), desk);
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
