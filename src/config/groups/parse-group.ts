import type { Span } from '../../domain/diagnostic.ts';
import { limitKinds } from '../../domain/group.ts';
import { settingNames } from '../../domain/settings.ts';
import type { SettingName, Settings } from '../../domain/settings.ts';
import type { Allowance, GroupId, LimitKind, Mode, NewMembers } from '../../domain/group.ts';
import type { DesiredPhoto } from '../../domain/picture.ts';
import { parseListEntries } from './list-entry.ts';
import type { ListEntry } from './list-entry.ts';
import type { EntryDesk } from './target.ts';
import { readFields } from '../yaml/fields.ts';
import type { Fields } from '../yaml/fields.ts';
import { toHandle } from '../people/handle.ts';
import { allowShape, groupShape, manageShape } from '../schema.ts';
import type { YamlMap, YamlNode } from '../yaml/node.ts';

/** A group's file; accounts, people and modes not yet looked up. */
export interface ParsedGroup {
  /** Below the groups folder, with slashes. */
  readonly path: string;
  /** The beginning of the file. */
  readonly span: Span;
  readonly id?: { readonly value: GroupId; readonly span: Span };
  /** True where the keys stand in the file, even with values that do not fit. */
  readonly has: { readonly id: boolean; readonly name: boolean };
  readonly account?: { readonly value: string; readonly span: Span };
  readonly settings: Partial<Settings>;
  readonly photo?: DesiredPhoto;
  readonly settingSpans: Partial<Readonly<Record<SettingName | 'photo', Span>>>;
  /** A scalar covers settings too, a map does not (docs/files.md#a-group). */
  readonly manage?: Mode | { readonly members?: Mode; readonly admins?: Mode };
  readonly newMembers?: NewMembers;
  readonly members?: readonly ListEntry[];
  readonly admins?: readonly ListEntry[];
  readonly allow?: Allowance;
}

/** The part of a group's file that fits; the rest is reported. */
export function parseGroup(root: YamlMap, path: string, span: Span, desk: EntryDesk): ParsedGroup {
  const fields = readFields(root, groupShape, desk);
  const { values, nodes, has } = fields;
  const located = <Value>(value: Value | undefined, node: YamlNode | undefined) =>
    value === undefined || !node ? undefined : { value, span: desk.locate.spanOf(node) };
  const id = located(values.id, nodes.id);
  const account = located(values.account === undefined ? undefined : toHandle(values.account), nodes.account);
  const allow = values.allow && parseAllow(values.allow, desk);
  return {
    path,
    span,
    has: { id: has('id'), name: has('name') },
    ...(id && { id }),
    ...(account && { account }),
    ...toCommon(fields, desk),
    ...(values.photo && { photo: values.photo }),
    ...(allow && { allow }),
  };
}

/** What a group and its defaults can both say. */
export type Common = Pick<
  ParsedGroup,
  'settings' | 'settingSpans' | 'manage' | 'newMembers' | 'members' | 'admins'
>;

/** What the keys are that a group and its defaults can both have, as far as they fit. */
export function toCommon(
  { values, nodes }: Pick<Fields<typeof groupShape>, 'values' | 'nodes'>,
  desk: EntryDesk,
): Common {
  const managed = settingNames.filter((name) => values[name] !== undefined);
  const located = [...managed, ...(values.photo ? (['photo'] as const) : [])];
  const manage =
    typeof values.manage === 'object' ? readFields(values.manage, manageShape, desk).values : values.manage;
  return {
    settings: Object.fromEntries(managed.map((name) => [name, values[name]])),
    settingSpans: Object.fromEntries(
      located.map((name) => [name, desk.locate.spanOf(nodes[name] ?? { start: 0, end: 0 })]),
    ),
    ...(manage && { manage }),
    ...(values['new-members'] && { newMembers: values['new-members'] }),
    ...(values.members && { members: parseListEntries(values.members, desk) }),
    ...(values.admins && { admins: parseListEntries(values.admins, desk) }),
  };
}

function parseAllow(map: YamlMap, desk: EntryDesk): Allowance | undefined {
  const { values, has } = readFields(map, allowShape, desk);
  const kinds = limitKinds.filter((kind) => values[kind] !== undefined);
  for (const key of ['until', 'reason'] as const) {
    if (!has(key)) desk.report('missing-key', missingTexts[key], map);
  }
  if (!limitKinds.some(has)) {
    const detail = `\`allow\` does not say what it allows. Write at least one of ${limitKinds.map((kind) => `\`${kind}\``).join(', ')} with a number.`;
    desk.report('missing-key', detail, map);
  }
  if (values.until === undefined || values.reason === undefined) return undefined;
  const counts: Partial<Record<LimitKind, number>> = Object.fromEntries(
    kinds.map((kind) => [kind, values[kind]]),
  );
  return { counts, until: values.until, reason: values.reason, span: desk.locate.spanOf(map) };
}

const missingTexts = {
  until:
    '`allow` has no end, and a way past a limit must not stay open. Write its last day: `until: 2026-12-31`.',
  reason: '`allow` has no reason, and the reviewer needs one. Write `reason: class split`.',
};
