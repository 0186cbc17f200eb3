import { join, relative } from 'node:path';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { toStart } from '../domain/diagnostic.ts';
import { isGroupId } from '../domain/group.ts';
import type { DesiredGroup, GroupId } from '../domain/group.ts';
import type { Unread, Untold } from '../domain/origin.ts';
import { isAboutPeople, policyFile, toRole } from './layout.ts';
import type { Parsed } from './parse.ts';

/** What is wrong with an entry though its file fits: whom it means is told by another file. */
const aboutPeople: ReadonlySet<string> = new Set(['unknown-handle', 'unknown-team']);

/** Which files are missing or have mistakes, and what therefore cannot be told of them. Sorted by file. */
export function findUnread(parsed: Parsed, diagnostics: readonly Diagnostic[]): Unread[] {
  const codes = new Map<string, string[]>();
  const outside = new Set(parsed.sources.outside?.map(({ file }) => file));
  const isPeople = (file: string) => isAboutPeople(file) || outside.has(file);
  for (const { severity, code, span } of diagnostics) {
    // A file that nobody reads says nothing about any group; a number in plain text says who it is.
    if (severity !== 'error' || code === 'stray-file' || code === 'plain-phone') continue;
    // The policy is the only file that is missed, and what is missing has no place.
    const file =
      span === undefined
        ? policyFile
        : outside.has(span.file)
          ? span.file
          : relative(parsed.sources.root, span.file).replaceAll('\\', '/');
    codes.set(file, [...(codes.get(file) ?? []), code]);
  }
  const policy = [...codes.keys()].find((file) => toRole(file) === 'policy') ?? policyFile;
  if ([...codes.keys()].some(isPeople) && namesProtected(parsed)) {
    codes.set(policy, codes.get(policy) ?? ['unknown-handle']);
  }
  return [...codes]
    .map(([file, own]): Unread => ({
      file,
      what: isPeople(file) ? 'people' : toWhat(file, own, parsed),
    }))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

function toWhat(file: string, codes: readonly string[], parsed: Parsed): Untold {
  if (toRole(file) === 'defaults') return 'defaults';
  if (toRole(file) === 'policy') return codes.every((code) => aboutPeople.has(code)) ? 'protected' : 'policy';
  return isIdKnown(file, parsed) ? 'group' : 'id';
}

/** True where the policy protects anybody by a name that `_people.yaml` explains. */
function namesProtected({ policy }: Parsed): boolean {
  return policy?.protected.some(({ target }) => target.kind === 'handle' || target.kind === 'team') ?? false;
}

/** A file without an id is one of a group to create, so that is known as well. */
function isIdKnown(file: string, parsed: Parsed): boolean {
  const ids = findIds(file, parsed);
  const group = parsed.groups.find(({ path }) => path === file);
  return group ? ids.length < 2 && (group.id !== undefined || !group.has.id) : ids.length === 1;
}

/**
 * The groups of these files, one for each that cannot be read as well: it is there, and a line of it may still say for
 * which group. An id of which that cannot be told for sure is left out.
 */
export function toReadableGroups(
  groups: readonly DesiredGroup[],
  parsed: Parsed,
  unread: readonly Unread[],
): DesiredGroup[] {
  const parsedFiles = new Set(groups.map(({ file }) => file));
  const unsure = new Set(unread.filter(({ what }) => what === 'id').map(({ file }) => file));
  const lost = unread.filter(
    ({ file, what }) => !parsedFiles.has(file) && (what === 'group' || what === 'id'),
  );
  const bare = lost.map(({ file }) => toBareGroup(file, parsed));
  return [...groups, ...bare].map((group) => (unsure.has(group.file) ? withoutId(group) : group));
}

function withoutId(group: DesiredGroup): DesiredGroup {
  const { id: _, ...rest } = group;
  return rest;
}

function toBareGroup(file: string, parsed: Parsed): DesiredGroup {
  const [id] = findIds(file, parsed);
  return {
    file,
    span: toStart(join(parsed.sources.root, file)),
    ...(id && { id }),
    account: '',
    settings: {},
    settingSpans: {},
    newMembers: 'add',
    manage: { members: 'observe', admins: 'observe', settings: 'observe' },
    lists: { members: false, admins: false },
    people: new Map(),
    knownLids: new Set(),
  };
}

/** What stands in lines that begin with `id:`, whatever became of the others: a half-done merge has `<<<<<<<` in it. */
function findIds(file: string, { sources }: Parsed): GroupId[] {
  const text = sources.files.find(({ path }) => path === file)?.text ?? '';
  const ids = [...text.matchAll(/^id:[ \t]*["']?([\d-]+@g\.us)\b/gm)].map(([, id = '']) => id);
  return [...new Set(ids)].filter(isGroupId);
}
