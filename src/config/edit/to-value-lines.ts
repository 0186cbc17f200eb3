import type { ValueLines } from './edit-map.ts';
import { toBlockLines, toScalarText } from './scalar-text.ts';
import { settingShape } from '../setting-forms.ts';
import { settingForms } from '../../domain/settings.ts';
import type { SettingName, Settings } from '../../domain/settings.ts';
import { byteLength, normaliseText } from '../../domain/text.ts';
import { disappearingTimes, nameBytesLimit } from '../../domain/whatsapp-facts.ts';

/** Where a value is to stand in a file. */
export interface ValuePlace {
  /** What the keys beside it begin with: lines below a key begin with two spaces more. */
  readonly indent: string;
  /** The keys stand in braces, where no value has lines of its own. */
  readonly isFlow: boolean;
}

/**
 * A setting's value as it is written behind its key, which reads back as just that; undefined for what a file cannot
 * hold: a name that GOWA does not send, a time that a phone alone can set, texts longer than any file may have. What
 * people wrote on their phones stands in quotes, or as lines behind `|`.
 */
export function toValueLines<Name extends SettingName>(
  setting: Name,
  value: Settings[Name],
  { indent, isFlow }: ValuePlace,
): ValueLines | undefined {
  if (typeof value === 'boolean') return [String(value)];
  if (typeof value === 'number')
    return toWord(Object.entries(disappearingTimes).find(([, seconds]) => seconds === value)?.[0]);
  if (setting === 'name' && byteLength(value) > nameBytesLimit) return undefined;
  const read = settingShape[setting].safeParse(value);
  if (!read.success || read.data !== normaliseText(value)) return undefined;
  if (settingForms[setting] === 'word') return [value];
  const [first, ...below] = (value.includes('\n') && toBlockLines(`${value}\n`, `${indent}  `)) || [];
  return first === undefined || isFlow ? [toScalarText(value, true)] : [first, ...below];
}

function toWord(word: string | undefined): ValueLines | undefined {
  return word === undefined ? undefined : [word];
}
