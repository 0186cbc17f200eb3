import type { Span } from '../../domain/diagnostic.ts';
import type { DesiredGroup, Mode, Modes, NewMembers } from '../../domain/group.ts';
import { holdsFor } from '../../domain/organisation.ts';
import type { DefaultsFile } from '../../domain/organisation.ts';
import type { YamlMap } from '../yaml/node.ts';
import { defaultsShape, ofOneGroup } from '../schema.ts';
import { readFields } from '../yaml/fields.ts';
import { toCommon } from './parse-group.ts';
import type { Common, ParsedGroup } from './parse-group.ts';
import type { EntryDesk } from './target.ts';

/** A `_defaults.yaml`: what all groups of its folder and below have in common. */
export interface ParsedDefaults extends Common {
  /** Below the groups folder, with slashes: "choir/_defaults.yaml". */
  readonly path: string;
  /** The beginning of the file. */
  readonly span: Span;
}

/** The part of a defaults file that fits; the rest is reported, above all what each group has to say by itself. */
export function parseDefaults(root: YamlMap, path: string, span: Span, desk: EntryDesk): ParsedDefaults {
  const pairs = root.pairs.filter(({ key, keyNode }) => {
    const why = ofOneGroup.get(key);
    if (why !== undefined) desk.report('not-a-default', `\`${key}\` cannot be a default: ${why}`, keyNode);
    return why === undefined;
  });
  return { path, span, ...toCommon(readFields({ ...root, pairs }, defaultsShape, desk), desk) };
}

/** The defaults that hold for a file, the nearest first. */
export function findDefaults(path: string, all: readonly ParsedDefaults[]): readonly ParsedDefaults[] {
  return all
    .filter((defaults) => holdsFor(defaults.path, path))
    .toSorted((a, b) => b.path.length - a.path.length);
}

/** A defaults file by all that it says; neither where nor in which order plays a part. */
export function toDefaultsFile(defaults: ParsedDefaults): DefaultsFile {
  const { path, settings, manage, newMembers, members, admins } = defaults;
  return { file: path, says: JSON.stringify({ settings, manage, newMembers, members, admins }, inOrder) };
}

function inOrder(key: string, value: unknown): unknown {
  if (key === 'span') return undefined;
  if (Array.isArray(value)) return value.map((each) => JSON.stringify(each, inOrder)).toSorted();
  const isMap = typeof value === 'object' && value !== null;
  return isMap ? Object.fromEntries(Object.entries(value).toSorted()) : value;
}

/** The settings of a group with what defaults add: the nearest file wins, the group's own first. */
export function addSettings(
  group: ParsedGroup,
  defaults: readonly ParsedDefaults[],
): Pick<ParsedGroup, 'settings' | 'settingSpans'> {
  if (defaults.length === 0) return group;
  const layers = [...defaults.toReversed(), group];
  return {
    settings: Object.assign({}, ...layers.map(({ settings }) => settings)),
    settingSpans: Object.assign({}, ...layers.map(({ settingSpans }) => settingSpans)),
  };
}

/** How far a group goes, part by part, and which defaults file says so, where one does. */
export interface ModesWithPlace {
  readonly manage: Modes;
  readonly manageFrom?: Partial<Readonly<Record<keyof Modes, string>>>;
}

/**
 * The modes of a group: of each part what the nearest file says, the group's own first, the policy's where none does. A
 * scalar covers everything; a map leaves the settings, and the list that it does not name, to the next.
 */
export function toModes(
  group: ParsedGroup,
  defaults: readonly ParsedDefaults[],
  usual: Mode,
): ModesWithPlace {
  const manage = { members: usual, admins: usual, settings: usual };
  const manageFrom: Partial<Record<keyof Modes, string>> = {};
  for (const part of ['members', 'admins', 'settings'] as const) {
    const own = toMode(group, part);
    const from = own === undefined ? defaults.find((each) => toMode(each, part) !== undefined) : undefined;
    manage[part] = own ?? (from && toMode(from, part)) ?? usual;
    if (from) manageFrom[part] = from.path;
  }
  return { manage, ...(Object.keys(manageFrom).length > 0 && { manageFrom }) };
}

/** What becomes of whoever is missing: what the nearest file says, the group's own first, the policy's where none does. */
export function toNewMembers(
  group: ParsedGroup,
  defaults: readonly ParsedDefaults[],
  usual: NewMembers,
): Pick<DesiredGroup, 'newMembers' | 'newMembersFrom'> {
  if (group.newMembers) return { newMembers: group.newMembers };
  const from = defaults.find(({ newMembers }) => newMembers !== undefined);
  return { newMembers: from?.newMembers ?? usual, ...(from && { newMembersFrom: from.path }) };
}

function toMode({ manage }: Pick<ParsedGroup, 'manage'>, part: keyof Modes): Mode | undefined {
  if (manage === undefined || typeof manage === 'string') return manage;
  return part === 'settings' ? undefined : manage[part];
}
