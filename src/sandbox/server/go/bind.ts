import { PlainError } from '../answer.ts';
import { GoSyntaxError, parseGoJson } from './go-json-parse.ts';
import { parsePairs } from '../http-request.ts';
import { parseMultipart } from './multipart.ts';
import type { GoValue } from './go-json-parse.ts';
import type { HttpRequest } from '../http-request.ts';

/** The Go types that GOWA's request structs are made of. */
export type GoType = 'string' | '[]string' | 'bool' | 'uint32' | 'int';

/** A Go struct that a body is bound to: its name, its package, the type of each field by its JSON name. */
export interface GoStruct<F extends Readonly<Record<string, GoType>> = Readonly<Record<string, GoType>>> {
  readonly package: string;
  readonly name: string;
  readonly fields: F;
}

interface GoTypes {
  readonly string: string;
  readonly '[]string': readonly string[];
  readonly bool: boolean;
  readonly uint32: number;
  readonly int: number;
}

/** What a struct holds once bound: every field, with Go's zero value where the body had none (docs/gowa.md#t16). */
export type Bound<F extends Readonly<Record<string, GoType>>> = { -readonly [K in keyof F]: GoTypes[F[K]] };

const zeroValues: GoTypes = { string: '', '[]string': [], bool: false, uint32: 0, int: 0 };

/**
 * Binds a body as fiber does: by Content-Type, keys in any case, unknown keys ignored. A client's
 * mistake is a 500 (E-bind, docs/gowa.md#04-errors-that-endpoints-share), which is what the thrown {@link PlainError}
 * becomes.
 */
export function bindBody<F extends Readonly<Record<string, GoType>>>(
  request: HttpRequest,
  struct: GoStruct<F>,
): Bound<F> {
  const contentType = request.headers['content-type'] ?? '';
  const type = (contentType.split(';')[0] ?? '')
    .trim()
    .toLowerCase()
    .replace(/\/vnd\.[^+]*\+/, '/');
  if (type === 'application/json') return bindJson(request.body, struct);
  if (type === 'application/x-www-form-urlencoded') {
    return bindForm(parsePairs(request.body.toString('utf8')), struct);
  }
  if (type === 'multipart/form-data') {
    const parts = parseMultipart(contentType, request.body);
    if (parts === undefined) throw new PlainError('bind from body: multipart: NextPart: EOF');
    const values = parts.filter((part) => part.filename === undefined);
    return bindForm(
      values.map((part) => [part.name, part.content.toString('utf8')]),
      struct,
    );
  }
  throw new PlainError('Unprocessable Entity');
}

function bindJson<F extends Readonly<Record<string, GoType>>>(body: Buffer, struct: GoStruct<F>): Bound<F> {
  const bound = toZero(struct);
  const value = parseBody(body);
  if (value.kind === 'null') return bound as Bound<F>;
  if (value.kind !== 'object') {
    const type = `${struct.package}.${struct.name}`;
    throw new PlainError(
      `bind from body: json: cannot unmarshal ${nameKind(value)} into Go value of type ${type}`,
    );
  }
  // Go goes on after a value of the wrong type and reports the first one.
  let wrong: PlainError | undefined;
  for (const [key, one] of value.entries) {
    const field = findField(struct, key);
    if (field === undefined) continue;
    const decoded = decode(one, struct.fields[field] ?? 'string');
    if ('value' in decoded) bound[field] = decoded.value ?? bound[field];
    else wrong ??= toTypeError(struct, field, decoded);
  }
  if (wrong !== undefined) throw wrong;
  return bound as Bound<F>;
}

function parseBody(body: Buffer): GoValue {
  try {
    return parseGoJson(body);
  } catch (error) {
    if (error instanceof GoSyntaxError) throw new PlainError(`bind from body: ${error.message}`);
    throw error;
  }
}

function bindForm<F extends Readonly<Record<string, GoType>>>(
  pairs: readonly (readonly [string, string])[],
  struct: GoStruct<F>,
): Bound<F> {
  const bound = toZero(struct);
  for (const [key, text] of pairs) {
    const field = findField(struct, key);
    if (field === undefined) continue;
    const type = struct.fields[field];
    if (type === '[]string') bound[field] = [...(bound[field] as readonly string[]), text];
    else bound[field] = type === 'string' ? text : toScalar(text, type ?? 'bool', field, 'body');
  }
  return bound as Bound<F>;
}

/** Returns a boolean of a query, false if it is absent or empty; throws as a bind error what is none. */
export function bindFlag(query: ReadonlyMap<string, string>, name: string): boolean {
  return toScalar(query.get(name) ?? '', 'bool', name, 'query') === true;
}

function toScalar(text: string, type: GoType, field: string, source: string): boolean | number {
  if (type === 'uint32' && /^\d{1,10}$/.test(text)) return Number(text);
  if (type === 'int' && /^-?\d{1,18}$/.test(text)) return Number(text);
  if (text === '') return type === 'bool' ? false : 0;
  if (/^(1|t|T|true|TRUE|True|on)$/.test(text)) return true;
  if (/^(0|f|F|false|FALSE|False)$/.test(text)) return false;
  throw new PlainError(`bind "${field}" from ${source}: schema: error converting value for "${field}"`);
}

type Decoded = { readonly value: unknown } | { readonly seen: string; readonly wanted: GoType };

function decode(value: GoValue, type: GoType): Decoded {
  if (value.kind === 'null') return { value: undefined };
  if (type === '[]string') {
    if (value.kind !== 'array') return { seen: nameKind(value), wanted: type };
    const items = value.items.map((item) => decode(item, 'string'));
    const wrong = items.find((item) => 'seen' in item);
    return wrong ?? { value: items.map((item) => ('value' in item ? (item.value ?? '') : '')) };
  }
  if (type === 'string' && value.kind === 'string') return { value: value.value };
  if (type === 'bool' && value.kind === 'bool') return { value: value.value };
  if (type === 'uint32' && value.kind === 'number') {
    const isUint32 = /^\d+$/.test(value.text) && Number(value.text) <= 0xffffffff;
    return isUint32 ? { value: Number(value.text) } : { seen: `number ${value.text}`, wanted: type };
  }
  if (type === 'int' && value.kind === 'number') {
    return /^-?\d+$/.test(value.text)
      ? { value: Number(value.text) }
      : { seen: `number ${value.text}`, wanted: type };
  }
  return { seen: nameKind(value), wanted: type };
}

function toTypeError(struct: GoStruct, field: string, wrong: { seen: string; wanted: GoType }): PlainError {
  const place = `Go struct field ${struct.name}.${field} of type ${wrong.wanted}`;
  return new PlainError(`bind "${field}" from body: json: cannot unmarshal ${wrong.seen} into ${place}`);
}

function nameKind(value: GoValue): string {
  return value.kind;
}

function findField(struct: GoStruct, key: string): string | undefined {
  const fields = Object.keys(struct.fields);
  return fields.find((field) => field === key) ?? fields.find((field) => field === key.toLowerCase());
}

function toZero(struct: GoStruct): Record<string, unknown> {
  return Object.fromEntries(Object.entries(struct.fields).map(([field, type]) => [field, zeroValues[type]]));
}
