import { hasEnded } from '../domain/day.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Day, DesiredGroup } from '../domain/group.ts';
import type { Organisation, Policy } from '../domain/organisation.ts';
import type { HiddenPerson, Lid } from '../domain/people/person.ts';
import { formatSealKey, toKeyId } from '../sealing/seal-key.ts';
import { findAllNamed, findEntries, findNames } from './all-entries.ts';
import { checks } from './checks.ts';
import type { Resolved } from './resolved.ts';
import { toDirectory } from './people/directory.ts';
import type { Directory } from './people/directory.ts';
import type { Expansion } from './people/expansion.ts';
import { addSettings, findDefaults, toDefaultsFile, toModes, toNewMembers } from './groups/defaults.ts';
import { expandDefaults } from './groups/expand-defaults.ts';
import type { ParsedGroup } from './groups/parse-group.ts';
import { resolveLists } from './groups/resolve-lists.ts';
import { addFrames } from './yaml/locate.ts';
import { hideOpened } from './sops/hide-opened.ts';
import { cutDiagnostics, sortDiagnostics } from './mistake.ts';
import type { Parsed } from './parse.ts';
import { usualPolicy } from './parse-policy.ts';
import type { ParsedPolicy } from './parse-policy.ts';

/** What the files come to: everything resolved, or all mistakes at once, the warnings among them, sorted. */
export type Resolution =
  | { readonly kind: 'organisation'; readonly organisation: Organisation }
  | {
      readonly kind: 'mistakes';
      readonly diagnostics: readonly Diagnostic[];
      /** What fits in spite of them, for a comparison and nothing else: whoever acts upon it acts upon half a list. */
      readonly readable: Organisation;
    };

/**
 * Pure. `now` is in milliseconds since 1970; what has expired depends on it, in the policy's time zone. `excused`: mistakes that
 * are not told, and take no other's place among the first of a file; they are mistakes all the same.
 */
export function resolveOrganisation(
  parsed: Parsed,
  now: number,
  excused: ReadonlySet<string> = new Set(),
): Resolution {
  const found: Diagnostic[] = [...parsed.diagnostics];
  const directory = toDirectory(parsed, found);
  const { policy } = parsed;
  const guarded = (policy?.protected ?? []).map((entry) => directory.expand(entry));
  const shared = expandDefaults(parsed.defaults, directory, found);
  const groups = onceInDefaults(parsed, found, (own) =>
    parsed.groups.map((group) => resolveGroup(group, parsed, shared, own)),
  );
  const resolved = toResolved(parsed, groups, now);
  const all = [...found, ...Object.values(checks).flatMap((check) => check(resolved))];
  const hasErrors = all.some(({ severity }) => severity === 'error');
  const shown = all
    .filter(({ code }) => !excused.has(code) && (parsed.peopleComplete || !needsPeople.has(code)))
    .filter(({ code }) => code !== 'no-country' || policy?.hasCountry === false)
    .filter(({ code }) => (!hasErrors && !parsed.locked) || !needsAll.has(code));
  const told = hideOpened(cutDiagnostics(sortDiagnostics(shown)), parsed.sources);
  const diagnostics = addFrames(told, parsed.sources.files);
  const { unopened, locked } = countUnopened(parsed);
  const organisation = {
    policy: toPolicy(policy ?? usualPolicy, guarded),
    groups,
    people: directory.people,
    hidden: findHidden(parsed),
    warnings: diagnostics,
    ...(unopened > 0 && { unopened }),
    ...(locked && { locked }),
    ...(parsed.sources.opened && { opened: parsed.sources.opened }),
    ...(parsed.defaults.length > 0 && { defaults: parsed.defaults.map(toDefaultsFile) }),
  };
  if (!policy || hasErrors) return { kind: 'mistakes', diagnostics, readable: organisation };
  return { kind: 'organisation', organisation };
}

function toResolved(parsed: Parsed, groups: readonly DesiredGroup[], now: number): Resolved {
  const entries = findEntries(parsed);
  const named = findAllNamed(entries);
  const isOver = (day: Day) => hasEnded(day, now, parsed.policy?.timezone);
  return { parsed, entries, named, ...findNames(named), groups, isOver };
}

/** Without all files of people, these would be said about every line. */
const needsPeople: ReadonlySet<string> = new Set(['unknown-handle', 'unknown-team']);

/** Whom nobody names may well be named in the file that cannot be read; and whoever is told so may take them out. */
const needsAll: ReadonlySet<string> = new Set([
  'unused-handle',
  'unused-team',
  'except-without-effect',
  'nobody-left',
]);

function toPolicy(
  policy: typeof usualPolicy & Pick<ParsedPolicy, 'timezone' | 'state' | 'seal'>,
  guarded: readonly Expansion[],
): Policy {
  const { accounts, timezone, language, state, manage, limits, pace, newMembers, link, seal } = policy;
  const { noticesPerDay } = policy;
  return {
    accounts,
    ...(timezone !== undefined && { timezone }),
    language,
    ...(state !== undefined && { state }),
    manage,
    protected: new Set(guarded.flatMap(({ people }) => people.map(({ person }) => person.key))),
    protectedLids: new Set(guarded.flatMap(({ lids }) => lids)),
    limits,
    pace,
    newMembers,
    link,
    noticesPerDay,
    ...(seal && { seal: { text: formatSealKey(seal), keyId: toKeyId(seal.publicKey) } }),
  };
}

function resolveGroup(
  group: ParsedGroup,
  { policy, defaults: all }: Parsed,
  directory: Directory,
  diagnostics: Diagnostic[],
): DesiredGroup {
  const defaults = findDefaults(group.path, all);
  // Without a policy nothing is said about what would depend on it.
  const modes = toModes(group, defaults, policy?.manage ?? 'exact');
  const [only] = policy?.accounts.keys() ?? [];
  const { settings, settingSpans } = addSettings(group, defaults);
  return {
    file: group.path,
    span: group.span,
    ...(group.id && { id: group.id.value }),
    account: group.account?.value ?? only ?? '',
    settings,
    ...(group.photo && { photo: group.photo }),
    settingSpans,
    ...modes,
    ...toNewMembers(group, defaults, (policy ?? usualPolicy).newMembers),
    lists: { members: group.members !== undefined, admins: group.admins !== undefined },
    ...resolveLists({ group, defaults, manage: modes.manage }, directory, diagnostics),
    ...(group.allow && { allow: group.allow }),
  };
}

/** What is found while groups are looked at, each thing in a defaults file once, in however many groups it shows. */
function onceInDefaults<T>(
  { defaults }: Parsed,
  diagnostics: Diagnostic[],
  look: (own: Diagnostic[]) => T,
): T {
  const own: Diagnostic[] = [];
  const result = look(own);
  const files = new Set(defaults.map(({ span }) => span.file));
  const seen = new Set<string>();
  for (const diagnostic of own) {
    const { code, span } = diagnostic;
    const key = span && files.has(span.file) ? `${code} ${span.file}:${span.line}:${span.column}` : undefined;
    if (key !== undefined && seen.has(key)) continue;
    if (key !== undefined) seen.add(key);
    diagnostics.push(diagnostic);
  }
  return result;
}

/** Of an encrypted file without anybody something is unopened all the same: its teams. */
function countUnopened({
  people,
  locked: files,
}: Parsed): Pick<Organisation, 'locked'> & { readonly unopened: number } {
  const shut = [...people.people.values()].filter(({ phone }) => !phone);
  const sealed = shut.filter((person) => person.sealed).length;
  const inFiles = shut.filter(({ isLocked }) => isLocked).length;
  const locked = files && { files, people: Math.max(inFiles, files.length) };
  return { unopened: sealed + (locked?.people ?? 0), ...(locked && { locked }) };
}

/** Everybody with a handle whose number WhatsApp hides. */
function findHidden({ people }: Parsed): ReadonlyMap<Lid, HiddenPerson> {
  const hidden = [...people.people.values()].flatMap(({ handle, lid, name }) =>
    lid === undefined ? [] : [{ lid, handle, ...(name !== undefined && { name }) }],
  );
  return new Map(hidden.map((person) => [person.lid, person]));
}
