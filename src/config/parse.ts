import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { toStart } from '../domain/diagnostic.ts';
import type { EntryDesk } from './entry.ts';
import { toDesk } from './fields.ts';
import { parseGroup } from './group.ts';
import type { ParsedGroup } from './group.ts';
import type { KnownGroups } from './known-groups.ts';
import { toMistake } from './mistake.ts';
import { nobody, parsePeople } from './people.ts';
import type { ParsedPeople } from './people.ts';
import { parsePhone, parsePlainPhone } from './phone.ts';
import type { CountryCode, ParsedPhone } from './phone.ts';
import { parsePolicy, readPolicyFields } from './policy.ts';
import type { ParsedPolicy } from './policy.ts';
import type { Source, Sources } from './sources.ts';
import { parseYaml } from './yaml.ts';
import type { YamlFile } from './yaml.ts';

/** All files, each looked at by itself: what fits is here, what does not is a diagnostic. */
export interface Parsed {
  /** Absent: there is none, or it cannot be read at all. */
  readonly policy?: ParsedPolicy;
  readonly people: ParsedPeople;
  /** False where `_people.yaml` is there and cannot be read: then unknown handles are no news. */
  readonly peopleComplete: boolean;
  /** Sorted by path. */
  readonly groups: readonly ParsedGroup[];
  readonly diagnostics: readonly Diagnostic[];
  /** The texts, for code frames. */
  readonly sources: Sources;
}

/** Pure. The policy comes first, because its country says what a number without one means. */
export function parseSources(sources: Sources): Parsed {
  const steps = parseStepwise(sources);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/**
 * The same, making way for everything else between two files, so that answers of a server are received meanwhile. `known`
 * spares what was parsed before.
 */
export async function parseInTurns(sources: Sources, known?: KnownGroups): Promise<Parsed> {
  const steps = parseStepwise(sources, known);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await setImmediate();
  }
}

/** The policy as far as it fits, without a look at any other file; undefined where there is none. */
export function parsePolicyAlone(sources: Sources): ParsedPolicy | undefined {
  const files = sources.files.filter(({ path }) => path === '_policy.yaml');
  return parseSources({ ...sources, files }).policy;
}

/** The people and teams as far as they fit, without a look at any group. */
export function parsePeopleAlone(sources: Sources): ParsedPeople {
  const files = sources.files.filter((source) => !isGroup(source));
  return parseSources({ ...sources, files }).people;
}

/** A step for each file of a group. */
function* parseStepwise(sources: Sources, known?: KnownGroups): Generator<void, Parsed> {
  const diagnostics: Diagnostic[] = [...sources.diagnostics];
  const parseNumber = memoise((text, country?: CountryCode) => parsePhone(text, country));
  let country: CountryCode | undefined;
  const toNumber = (text: string) => parsePlainPhone(text) ?? parseNumber(text, country);
  const open = (file: YamlFile): EntryDesk => {
    for (const diagnostic of file.diagnostics) diagnostics.push(diagnostic);
    return { ...toDesk(file.locate, diagnostics), parsePhone: toNumber };
  };
  const find = (path: string) => sources.files.find((source) => source.path === path);

  const policyFile = find('_policy.yaml');
  const policy = policyFile && readPolicy(parseYaml(policyFile), open, (found) => (country = found));
  if (!policyFile && !isUnreadable(sources, '_policy.yaml')) diagnostics.push(toNoPolicy(sources));

  const peopleFile = find('_people.yaml');
  const people = peopleFile && readPeople(parseYaml(peopleFile), open);
  const peopleComplete = peopleFile ? people !== undefined : !isUnreadable(sources, '_people.yaml');
  const groups: ParsedGroup[] = [];
  for (const source of sources.files.filter(isGroup)) {
    const before = known?.find(source, country);
    const count = diagnostics.length;
    const group = before ?? readGroup(parseYaml(source), open);
    if (group) groups.push(group);
    if (group && !before && diagnostics.length === count) known?.keep(source, country, group);
    yield;
  }
  return {
    ...(policy && { policy }),
    people: people ?? nobody,
    peopleComplete,
    groups,
    diagnostics,
    sources,
  };
}

type Open = (file: YamlFile) => EntryDesk;

function readPolicy(
  file: YamlFile,
  open: Open,
  setCountry: (country: CountryCode | undefined) => void,
): ParsedPolicy | undefined {
  const desk = open(file);
  if (!file.root) return undefined;
  const fields = readPolicyFields(file.root, desk);
  setCountry(fields.values.country);
  return parsePolicy(fields, toStart(file.source.file), desk);
}

function readPeople(file: YamlFile, open: Open): ParsedPeople | undefined {
  const desk = open(file);
  return file.root && parsePeople(file.root, desk);
}

function readGroup(file: YamlFile, open: Open): ParsedGroup | undefined {
  const desk = open(file);
  return file.root && parseGroup(file.root, file.source.path, toStart(file.source.file), desk);
}

function isGroup(source: Source): boolean {
  return source.path !== '_policy.yaml' && source.path !== '_people.yaml';
}

/** True where the file is there, but reading it failed, which has been said already. */
function isUnreadable(sources: Sources, path: string): boolean {
  const file = join(sources.root, path);
  return sources.diagnostics.some(({ span, code }) => code === 'no-folder' || span?.file === file);
}

function toNoPolicy(sources: Sources): Diagnostic {
  const detail = `There is no \`_policy.yaml\` in \`${sources.root}\`, so nobody knows which account acts. Make one with the line \`account: "+44 …"\` and the number of that account.`;
  return toMistake('no-policy', detail);
}

/** The library takes its time, and numbers stand in many groups: each text is parsed once for each country, of which a run has one. */
function memoise(parse: (text: string, country?: CountryCode) => ParsedPhone): typeof parse {
  const known = new Map<string, ParsedPhone>();
  return (text, country) => {
    const key = `${country ?? ''} ${text}`;
    const result = known.get(key) ?? parse(text, country);
    known.set(key, result);
    return result;
  };
}
