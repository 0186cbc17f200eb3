/**
 * An address on the web that can stand in a link: `http` or `https`, without a password, and with nothing in it that could
 * end a quoted attribute or Markdown's `<…>`. Only `toAddress` makes one.
 */
export type Address = string & { readonly [address]: true };
declare const address: unique symbol;

/** Undefined for whatever else there is. */
export function toAddress(text: string): Address | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  const isPlain = username === '' && password === '' && !/["'<>`\s\\]/.test(href);
  return isWeb && isPlain ? (href as Address) : undefined;
}

/** The address of a file below another one, each part of its path as it has to be written there. */
export function addPath(base: Address, path: string): Address {
  const parts = path.split('/').map((part) => encodeURIComponent(part).replaceAll("'", '%27'));
  return `${base}${parts.join('/')}` as Address;
}
