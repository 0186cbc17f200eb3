import { toCommentText, toScalarText } from '../config/edit/scalar-text.ts';
import { toValueLines } from '../config/edit/to-value-lines.ts';
import type { LiveGroup } from '../domain/group.ts';
import type { SettingForm, SettingName, Settings } from '../domain/settings.ts';
import { blankSettings, settingForms, settingNames } from '../domain/settings.ts';
import { byteLength } from '../domain/text.ts';
import { groupCapacity, nameBytesLimit } from '../domain/whatsapp-facts.ts';
import type { Inline } from '../safe/inline.ts';
import { holdsNumber } from '../safe/mask.ts';
import type { FileComments } from '../words/import-words.ts';

/** One line of a list. */
export interface Entry {
  /** As YAML: a handle, a number in quotes, `lid:…`. */
  readonly text: string;
  /** What somebody is called whom the files do not name; a stranger's text. */
  readonly called?: string;
}

/** A group as its file will say it. */
export interface ImportedGroup {
  readonly live: LiveGroup;
  /** Numbers are sealed in these files: no name and no topic brings one into them. */
  readonly isSealed?: boolean;
  /** The account that acts, where the policy has several. */
  readonly account?: string;
  /** Why it is only watched; absent: `manage: additive`. */
  readonly observed?: keyof FileComments['observed'];
  /** Whoever is no admin. */
  readonly members: readonly Entry[];
  readonly admins: readonly Entry[];
  /** So many members cannot be written in any way that reads back: then no list is written at all. */
  readonly unwritable: number;
  /** So many members have neither number nor LID. */
  readonly nameless: number;
  /** The path of its photo, or why there is none. */
  readonly photo?: { readonly path: string } | { readonly reason: string };
}

/**
 * The text of a group's file: what the group is now, `additive` or watched. Strangers' texts stand in double quotes, as
 * lines of a block that read back as they are, or in comments of one line; what the file cannot carry is one comment line.
 */
export function toGroupText(group: ImportedGroup, words: FileComments): string {
  const { live, account, photo, isSealed } = group;
  const lines = [
    `id: ${live.id}`,
    ...(account === undefined ? [] : [`account: ${toScalarText(account)}`]),
    ...findWritten(live).flatMap((name) =>
      isSealed && hasNumber(live.settings[name])
        ? [toComment(words.holdsNumber(name as Inline))]
        : toSetting(name, live.settings[name], words),
    ),
    ...(photo && 'path' in photo ? [`photo: ${toScalarText(photo.path)}`] : []),
    ...(photo && 'reason' in photo ? [toComment(words.noPhoto(photo.reason as Inline))] : []),
    ...toLists(group, words),
    ...toManage(group, words),
  ];
  return `${lines.join('\n')}\n`;
}

function hasNumber(value: Settings[SettingName]): boolean {
  return typeof value === 'string' && holdsNumber(value);
}

/** How many lines of a file's text say what it cannot carry. */
export function countRemarks(text: string): number {
  return text.split('\n').filter((line) => line.startsWith('#')).length;
}

function toComment(text: string): string {
  return `# ${toCommentText(text)}`;
}

/** Most groups belong to no community, which is not worth a line. */
function findWritten({ settings }: LiveGroup): SettingName[] {
  return settingNames.filter((name) => name !== 'community' || settings[name] !== blankSettings[name]);
}

/** A setting behind its key, as a comment where no file can hold it. */
function toSetting<Name extends SettingName>(
  name: Name,
  value: Settings[Name],
  words: FileComments,
): string[] {
  const lines = toValueLines(name, value, { indent: '', isFlow: false });
  if (lines) return [`${name}: ${lines[0]}`, ...lines.slice(1)];
  const form: SettingForm = settingForms[name];
  if (form === 'switch' || form === 'word') return [];
  if (form !== 'line' || typeof value !== 'string') return [toComment(words.odd[form](Number(value)))];
  if (value === '') return [toComment(words.noName)];
  const bytes = byteLength(value);
  const why = bytes > nameBytesLimit ? words.longName(bytes, nameBytesLimit) : words.odd.line(bytes);
  return [toComment(`${name}: ${toScalarText(value, true)}`), toComment(why)];
}

/** Half a list would be worse than none: under `exact`, whoever is not in it leaves. */
function toLists(group: ImportedGroup, words: FileComments): string[] {
  const { live, members, admins, unwritable, nameless } = group;
  if (unwritable > 0) return [toComment(words.noLists(unwritable))];
  // The account is in no list, and has a place in the group.
  const listed = members.length + admins.length;
  if (listed >= groupCapacity) return [toComment(words.crowded(listed))];
  return [
    ...(live.uncounted ? [toComment(words.uncounted)] : []),
    ...(nameless > 0 ? [toComment(words.nameless(nameless))] : []),
    ...toList('members', members, words),
    ...toList('admins', admins, words),
  ];
}

function toList(key: string, entries: readonly Entry[], words: FileComments): string[] {
  if (entries.length === 0) return [`${key}: []`];
  return [`${key}:`, ...entries.map((entry) => `  - ${entry.text}${toCalled(entry, words)}`)];
}

function toCalled({ called }: Entry, words: FileComments): string {
  if (called === undefined) return '';
  return `  ${toComment(words.called(toScalarText(called, true) as Inline))}`;
}

function toManage({ observed }: ImportedGroup, words: FileComments): string[] {
  if (observed === undefined) return ['manage: additive'];
  return [toComment(words.observed[observed]), 'manage: observe'];
}
