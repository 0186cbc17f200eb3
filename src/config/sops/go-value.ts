import type { YamlScalar } from '../yaml/node.ts';
import type { OpenedValue } from './encrypted-value.ts';

/*
 * Values as SOPS has them, which is written in Go: what a scalar is to go.yaml.in/yaml/v3 (resolve.go), and how each becomes the
 * bytes that the MAC is over (`ToBytes` of getsops/sops).
 */

/** One value: what the MAC takes of it, and what it is to a reader of YAML 1.2. */
export interface GoValue {
  /** Absent: nothing of it goes into the MAC (null, comments). */
  readonly macText?: string;
  readonly value: YamlScalar['value'];
  /** As it would stand in a file. */
  readonly source: string;
}

/** A value that was encrypted; undefined where its text is none of its type. A comment is no value: 'comment'. */
export function toGoValue({ type, text }: OpenedValue): GoValue | 'comment' | undefined {
  switch (type) {
    case 'str':
    case 'bytes':
      return { macText: text, value: text, source: text };
    case 'int':
      return /^[+-]?\d+$/.test(text) ? toInt(BigInt(text.replace(/^\+/, ''))) : undefined;
    case 'float':
      return isFloat(text) || /^(?:[+-]?inf|nan)$/i.test(text) ? toFloat(readFloat(text)) : undefined;
    case 'bool':
      return /^(?:1|t|true|0|f|false)$/i.test(text) ? toBool(/^[1t]/i.test(text)) : undefined;
    case 'time':
      return toTime(text);
    case 'comment':
      return 'comment';
    default:
      return undefined;
  }
}

/**
 * A scalar that stands in the file unencrypted: as it is, but for days, which SOPS writes as times. Undefined where SOPS could
 * not have written it.
 */
export function readGoValue(node: YamlScalar): GoValue | undefined {
  const { source, style, value } = node;
  const asText = { macText: typeof value === 'string' ? value : source, value, source };
  if (style !== 'plain') return asText;
  if (/^(?:~|null|Null|NULL)?$/.test(source)) return { value, source };
  const time = readTime(source);
  if (time !== undefined) return toTime(time);
  const found = readPlain(source);
  return found === 'text' ? asText : found && { ...found, value, source };
}

/** What a plain scalar is that is neither null nor a time; undefined for a number that is too large for Go. */
function readPlain(source: string): GoValue | 'text' | undefined {
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(source)) return toBool(/^t/i.test(source));
  if (/^[+-]?\.(?:inf|Inf|INF)$|^\.(?:nan|NaN|NAN)$/.test(source)) return toFloat(readFloat(source));
  if (!/^[\d.+-]/.test(source)) return 'text';
  const plain = source.startsWith('.') ? source : source.replaceAll('_', '');
  const int = readInt(plain);
  if (int !== undefined) return toInt(int);
  return isFloat(plain) ? toFloat(Number(plain)) : 'text';
}

const int64 = 2n ** 63n;

function toInt(int: bigint): GoValue | undefined {
  if (int >= int64 || int < -int64) return undefined;
  const text = String(int);
  return { macText: text, value: Number(int), source: text };
}

/** As `strconv.ParseInt(…, 0, 64)`: `0x`, `0o`, `0b`, and an octal number that begins with `0`. */
function readInt(text: string): bigint | undefined {
  const [, sign = '', digits = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  const octal = /^0[oO]?([0-7]+)$/.exec(digits)?.[1];
  const isInt = /^(?:0|[1-9]\d*|0[xX][\da-fA-F]+|0[bB][01]+)$/.test(digits);
  if (octal === undefined && !isInt) return undefined;
  const int = BigInt(octal === undefined ? digits : `0o${octal}`);
  return sign === '-' ? -int : int;
}

function isFloat(text: string): boolean {
  return /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text);
}

function readFloat(text: string): number {
  if (/nan/i.test(text)) return Number.NaN;
  if (/inf/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return Number(text);
}

function toFloat(number: number): GoValue {
  const text = formatFloat(number);
  return { macText: text, value: number, source: text };
}

/** As `strconv.FormatFloat(…, 'f', -1, 64)`: as few digits as tell it from any other, and never an exponent. */
function formatFloat(number: number): string {
  if (Number.isNaN(number)) return 'NaN';
  if (!Number.isFinite(number)) return number > 0 ? '+Inf' : '-Inf';
  const sign = number < 0 || Object.is(number, -0) ? '-' : '';
  const [mantissa = '', exponent = '0'] = String(Math.abs(number)).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function toBool(isTrue: boolean): GoValue {
  return { macText: isTrue ? 'True' : 'False', value: isTrue, source: String(isTrue) };
}

/** A day where it is one, as files have them; any other time as it is. */
function toTime(text: string): GoValue | undefined {
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const source = text.replace(/T00:00:00Z$/, '');
  return { macText: text, value: source, source };
}

/** A day or a time as Go writes it; undefined for what YAML of Go takes for a text. */
function readTime(source: string): string | undefined {
  const day = /^(\d{4})-(\d\d?)-(\d\d?)(.*)$/s.exec(source);
  if (!day) return undefined;
  const [, year = '', month = '', date = '', rest = ''] = day;
  const whole = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (!isDay(whole)) return undefined;
  if (rest === '') return `${whole}T00:00:00Z`;
  const time =
    /^(?:[Tt](?=.*(?:Z|[+-]\d\d:\d\d)$)| (?!.*[Z+-]))(\d\d?):(\d\d?):(\d\d?)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(
      rest,
    );
  if (!time) return undefined;
  const [, hour = '', minute = '', second = '', fraction = '', zone = 'Z'] = time;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const clock = [hour, minute, second].map((part) => part.padStart(2, '0')).join(':');
  return `${whole}T${clock}${fraction.replace(/\.?0+$/, '')}${zone === '+00:00' ? 'Z' : zone}`;
}

function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
