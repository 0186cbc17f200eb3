import * as z from 'zod';
import { normaliseText } from '../../domain/text.ts';
import type { YamlList, YamlMap } from './node.ts';

/*
 * The kinds of values that the files have. Scalars arrive as plain values, maps and lists as the nodes they are.
 */

/** The error of a value that does not fit, worded so that it follows "must be". */
export const expecting = (error: string) => ({ error });

const isKind = (kind: 'list' | 'map') => (value: unknown) =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;

/** A list, handed on as the YAML node that it is. */
export const sequence = z.custom<YamlList>(
  isKind('list'),
  expecting('a list, like `[ana, budi]`; `[]` is an empty one'),
);
/** A map, handed on as the YAML node that it is. */
export const map = z.custom<YamlMap>(isKind('map'), expecting('a map of keys and values'));
/** Looked at elsewhere, because it takes more than the value to judge it. */
export const anything = z.unknown();

/** A switch; `yes` and `on` are texts in YAML 1.2, so they do not fit. */
export const flag = z.boolean(expecting('true or false, without quotes'));
/** One of these words. */
export const choice = <const Values extends readonly string[]>(values: Values) =>
  z.enum(
    values,
    expecting(values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${values.at(-1)}` : `${values[0]}`),
  );
/** A whole number. */
export const count = (min: number, error = `a whole number, ${min} or more`) =>
  z.number(expecting(error)).int(error).min(min, error);

/** A text; a number like 2024 is one too, as it stands in the file. */
export const text = (error: string) =>
  z
    .union([z.string(), z.number().transform(String)], expecting(error))
    .refine(
      (value) => !/\p{Cs}/u.test(value),
      expecting('a text without halves of characters (lone surrogates)'),
    )
    .transform(normaliseText);

const dayText = 'a day of the calendar, written like 2026-12-31';
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
/** A day of the calendar. */
export const day = z.string(expecting(dayText)).regex(dayPattern, dayText).refine(isDay, expecting(dayText));

function isDay(value: string): boolean {
  const time = dayPattern.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
