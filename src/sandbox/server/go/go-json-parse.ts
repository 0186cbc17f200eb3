/** A JSON value as Go's decoder sees it: numbers keep their text. */
export type GoValue =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'array'; readonly items: readonly GoValue[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, GoValue])[] };

/** A body that is no JSON; the message is Go's (E-bind, docs/gowa.md#04-errors-that-endpoints-share). */
export class GoSyntaxError extends Error {
  override readonly name = 'GoSyntaxError';
}

/**
 * Returns the value in `body`; throws {@link GoSyntaxError} in the words of Go's encoding/json.
 * It looks at bytes as Go does: a character beyond ASCII is named by its first byte.
 */
export function parseGoJson(body: Buffer): GoValue {
  const reader = new Reader(body.toString('latin1'));
  const value = reader.readValue();
  reader.skipSpace();
  if (reader.at < reader.text.length) throw reader.unexpected('after top-level value');
  return value;
}

class Reader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  skipSpace(): void {
    while (' \t\r\n'.includes(this.text[this.at] ?? 'x')) this.at += 1;
  }

  unexpected(context: string): GoSyntaxError {
    const character = this.text[this.at];
    if (character === undefined) return new GoSyntaxError('unexpected end of JSON input');
    return new GoSyntaxError(`invalid character ${quote(character)} ${context}`);
  }

  readValue(): GoValue {
    this.skipSpace();
    const character = this.text[this.at] ?? '';
    if (character === '{') return this.readObject();
    if (character === '[') return this.readArray();
    if (character === '"') return { kind: 'string', value: this.readString() };
    if (character === 't') return this.readLiteral('true', { kind: 'bool', value: true });
    if (character === 'f') return this.readLiteral('false', { kind: 'bool', value: false });
    if (character === 'n') return this.readLiteral('null', { kind: 'null' });
    if (/[-0-9]/.test(character)) return { kind: 'number', text: this.readNumber() };
    throw this.unexpected('looking for beginning of value');
  }

  readObject(): GoValue {
    const entries: (readonly [string, GoValue])[] = [];
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] === '}') return this.close({ kind: 'object', entries });
    for (;;) {
      this.skipSpace();
      if (this.text[this.at] !== '"') throw this.unexpected('looking for beginning of object key string');
      const key = this.readString();
      this.skipSpace();
      if (this.text[this.at] !== ':') throw this.unexpected('after object key');
      this.at += 1;
      entries.push([key, this.readValue()]);
      this.skipSpace();
      if (this.text[this.at] === '}') return this.close({ kind: 'object', entries });
      if (this.text[this.at] !== ',') throw this.unexpected('after object key:value pair');
      this.at += 1;
    }
  }

  readArray(): GoValue {
    const items: GoValue[] = [];
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] === ']') return this.close({ kind: 'array', items });
    for (;;) {
      items.push(this.readValue());
      this.skipSpace();
      if (this.text[this.at] === ']') return this.close({ kind: 'array', items });
      if (this.text[this.at] !== ',') throw this.unexpected('after array element');
      this.at += 1;
    }
  }

  close(value: GoValue): GoValue {
    this.at += 1;
    return value;
  }

  readLiteral(word: string, value: GoValue): GoValue {
    for (const expected of word) {
      if (this.text[this.at] !== expected)
        throw this.unexpected(`in literal ${word} (expecting '${expected}')`);
      this.at += 1;
    }
    return value;
  }

  readString(): string {
    const start = this.at;
    this.at += 1;
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined || character < ' ') throw this.unexpected('in string literal');
      this.at += 1;
      if (character === '"') break;
      if (character === '\\') this.skipEscape();
    }
    const source = Buffer.from(this.text.slice(start, this.at), 'latin1').toString('utf8');
    const value: unknown = JSON.parse(source);
    // A lone half of a surrogate pair becomes U+FFFD, as in Go.
    return Buffer.from(String(value), 'utf8').toString('utf8');
  }

  skipEscape(): void {
    const character = this.text[this.at] ?? '';
    if (character === '' || !'"\\/bfnrtu'.includes(character)) throw this.unexpected('in string escape code');
    this.at += 1;
    if (character !== 'u') return;
    for (let digit = 0; digit < 4; digit += 1) {
      if (!/[0-9a-fA-F]/.test(this.text[this.at] ?? '')) {
        throw this.unexpected('in \\u hexadecimal character escape');
      }
      this.at += 1;
    }
  }

  readNumber(): string {
    const start = this.at;
    if (this.text[this.at] === '-') this.at += 1;
    if (this.text[this.at] === '0') this.at += 1;
    else this.readDigits('in numeric literal');
    if (this.text[this.at] === '.') {
      this.at += 1;
      this.readDigits('after decimal point in numeric literal');
    }
    if (/[eE]/.test(this.text[this.at] ?? '')) {
      this.at += 1;
      if (/[-+]/.test(this.text[this.at] ?? '')) this.at += 1;
      this.readDigits('in exponent of numeric literal');
    }
    return this.text.slice(start, this.at);
  }

  readDigits(context: string): void {
    if (!/[0-9]/.test(this.text[this.at] ?? '')) throw this.unexpected(context);
    while (/[0-9]/.test(this.text[this.at] ?? '')) this.at += 1;
  }
}

function quote(character: string): string {
  if (character === "'") return "'\\''";
  if (character === '"') return `'"'`;
  const code = character.charCodeAt(0);
  const named: Readonly<Record<number, string>> = {
    7: 'a',
    8: 'b',
    9: 't',
    10: 'n',
    11: 'v',
    12: 'f',
    13: 'r',
    92: '\\',
  };
  if (named[code] !== undefined) return `'\\${named[code]}'`;
  if (code < 32 || code === 127) return `'\\x${code.toString(16).padStart(2, '0')}'`;
  // Go quotes what is not printable in Latin-1 as \u00NN.
  if ((code >= 128 && code < 161) || code === 173) return `'\\u00${code.toString(16)}'`;
  return `'${character}'`;
}
