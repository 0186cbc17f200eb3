import { applyEdits, findLineStart } from '../config/edit/edits.ts';
import type { ValueLines } from '../config/edit/edit-map.ts';
import { removePair, setPair } from '../config/edit/edit-map.ts';
import { toCommentText } from '../config/edit/scalar-text.ts';
import { toValueLines } from '../config/edit/to-value-lines.ts';
import { groupShape } from '../config/schema.ts';
import type { YamlMap } from '../config/yaml/node.ts';
import type { NotAdopted } from '../domain/adoption.ts';
import type { SettingName, Settings } from '../domain/settings.ts';
import { settingNames } from '../domain/settings.ts';
import { readMap } from '../config/edit/read-map.ts';
import { holdsNumber } from '../safe/mask.ts';

/** A file's text with other values in it, and what it could not take. */
interface Edited {
  readonly text: string;
  readonly left: readonly NotAdopted[];
}

/** What becomes of values that no file can hold. */
interface ForComments {
  /** Said in their comment. */
  readonly notCompared: string;
  /** Those whose key must stay, since a defaults file would speak in its place. */
  readonly kept: ReadonlySet<SettingName>;
  /** Numbers are sealed in these files: no name and no topic brings one into them. */
  readonly isSealed: boolean;
}

/** Keys of a group's file, in the order in which people write them. */
const order = Object.keys(groupShape);

/**
 * The text with these settings, each behind its key. What no file can hold is compared no more: a comment takes the place
 * of its key, says what the group has, and that it is not compared. A key that only a defaults file has gets a line of its
 * own here.
 */
export function editSettings(
  text: string,
  settings: Partial<Settings>,
  { notCompared, kept, isSealed }: ForComments,
): Edited {
  const left: NotAdopted[] = [];
  let edited = text;
  for (const setting of settingNames) {
    const value = settings[setting];
    if (value === undefined) continue;
    if (isSealed && typeof value === 'string' && holdsNumber(value)) {
      left.push({ reason: 'holds-number', setting });
      continue;
    }
    const map = readMap(edited);
    const lines = toValueLines(setting, value, placeOf(edited, map));
    const comment = `${setting}: ${toCommentText(JSON.stringify(value))} (${notCompared})`;
    const isKept = !lines && kept.has(setting);
    const next = lines ? setKey(edited, map, setting, lines) : leaveOut(edited, map, setting, comment);
    if (next === undefined || isKept) left.push({ reason: 'no-value', setting });
    else edited = next;
  }
  return { text: edited, left };
}

/** The text with this value behind a key. */
export function setKey(text: string, map: YamlMap, key: string, value: ValueLines): string {
  return applyEdits(text, setPair(text, map, { key, value }, order));
}

function placeOf(text: string, map: YamlMap) {
  const isFlow = text[map.start] === '{';
  return { isFlow, indent: isFlow ? '' : ' '.repeat(map.start - findLineStart(text, map.start)) };
}

/** Undefined where the key does not stand in this file, so that leaving it out is not this file's to do. */
function leaveOut(text: string, map: YamlMap, setting: SettingName, comment: string): string | undefined {
  const pair = map.pairs.find(({ key }) => key === setting);
  if (!pair) return undefined;
  const { isFlow, indent } = placeOf(text, map);
  if (isFlow) return applyEdits(text, [removePair(text, map, pair)]);
  const start = findLineStart(text, pair.keyNode.start);
  const end = (pair.value ?? pair.keyNode).end;
  return applyEdits(text, [{ start, end, text: `${indent}# ${comment}` }]);
}
