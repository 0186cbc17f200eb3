/** Where something stands in a text: offsets in UTF-16 units from its start, `end` just behind it. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** One value that is neither a list nor a map. */
export interface YamlScalar extends Place {
  readonly kind: 'scalar';
  /** What YAML 1.2's core schema makes of it: without quotes `12` is a number, `true` a switch, `~` and nothing null. */
  readonly value: string | number | boolean | null;
  /** A plain value as it stands in the file, which tells `007` from `7`; of any other, its value. */
  readonly source: string;
  /** How it is written: bare, in quotes, or as lines behind `|` or `>`. */
  readonly style: 'plain' | 'quoted' | 'block';
  /** True where a `#` with no space behind it makes the rest of the line a comment: nobody comments so. */
  readonly isCut: boolean;
}

/** A list, as lines with `-` or in brackets. */
export interface YamlList extends Place {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

/** A map, as lines or in braces. No key stands in it twice. */
export interface YamlMap extends Place {
  readonly kind: 'map';
  readonly pairs: readonly YamlPair[];
}

/** A key of a map and what stands behind it. */
export interface YamlPair {
  /** As it stands in the file: a key `007` is not `7`. */
  readonly key: string;
  readonly keyNode: YamlScalar;
  /** Absent where not even an empty place is left for it, as in `{ ana }`. */
  readonly value?: YamlNode;
}

/** What a file's text is made of. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

/** True where a comment that looks like the rest of a value begins at this place, or behind spaces from here. */
export function isCutAt(text: string, end: number): boolean {
  cutPattern.lastIndex = end;
  return cutPattern.test(text);
}

const cutPattern = / *#[^\s#]/y;

/** Where the lines of a text behind `|` or `>` end: blank ones after it may count, and are no part of its place. */
export function toBlockEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
