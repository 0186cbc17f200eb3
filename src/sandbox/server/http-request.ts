/** A request as it came in. */
export interface HttpRequest {
  readonly method: string;
  /** Without the query, not decoded. */
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** Scheme and host under which the client reached us; for the links of pictures. */
  readonly origin: string;
}

/**
 * Returns the parameters of a query string, or of a form body, with lower-cased keys: gofiber's schema finds
 * fields whatever their case. `+` is a space; what is no percent-encoding stays as it is.
 */
export function parseQuery(text: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [key, value] of parsePairs(text)) values.set(key.toLowerCase(), value);
  return values;
}

/** Like {@link parseQuery}, with every value of a key. */
export function parsePairs(text: string): [string, string][] {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0
        ? [decodePart(pair), '']
        : [decodePart(pair.slice(0, at)), decodePart(pair.slice(at + 1))];
    });
}

/** Decodes `+` and `%xx`; bytes that are no UTF-8 become U+FFFD. */
export function decodePart(text: string): string {
  if (!/[+%]/.test(text)) return text;
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return decodeBytes(spaced);
  }
}

function decodeBytes(text: string): string {
  const bytes: number[] = [];
  const source = Buffer.from(text, 'utf8');
  for (let at = 0; at < source.length; at += 1) {
    const hex = source.toString('latin1', at + 1, at + 3);
    if (source[at] === 0x25 && /^[0-9a-fA-F]{2}$/.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else bytes.push(source[at] ?? 0);
  }
  return Buffer.from(bytes).toString('utf8');
}
