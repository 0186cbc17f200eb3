/** What opens the server and makes ids; whatever is absent is none. */
export interface Secrets {
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** The value of ROLLCALL_KEY. */
  readonly key?: string | undefined;
  /** Whole secrets besides, parted by blanks: the keys of ROLLCALL_PEOPLE_KEY and SOPS_AGE_KEY, and the address of a webhook. */
  readonly others?: string | undefined;
}

/** Stands where a secret was; as long for all of them. */
const hidden = '••••••••';

/**
 * Takes the secrets out of texts: as they are, percent-encoded, as in JSON, in base64 (also within a longer text that was
 * encoded) and in hexadecimal. A password that is a plain word, or shorter than six characters, is hidden only together
 * with its user, as in the Authorization header: it would make holes in honest texts, and holes tell a word.
 */
export function makeRedact(secrets: Secrets): (text: string) => string {
  const needles = findNeedles(secrets);
  return (text) =>
    needles.reduce((left, needle) => (left.includes(needle) ? left.replaceAll(needle, hidden) : left), text);
}

/** Every form of the secrets that is taken out of texts, the longest first. */
export function findNeedles(secrets: Secrets): readonly string[] {
  const { user = '', password = '', key = '', others = '' } = secrets;
  const pair = `${user}:${password}`;
  const needles = [
    ...(password ? [...toForms(pair), ...toForms(Buffer.from(pair).toString('base64'))] : []),
    ...(isTelling(password) ? toForms(password) : []),
    ...(isTelling(key) ? [...toForms(key), ...toKeyForms(key)] : []),
    ...others.split(/\s+/).filter(isTelling).flatMap(toForms),
  ];
  const known = [...new Set(needles)].filter(({ length }) => length >= shortest);
  return known.toSorted((one, other) => other.length - one.length);
}

/** Anything shorter stands in texts by chance. Characters. */
const shortest = 6;

function isTelling(secret: string): boolean {
  return secret.length >= 12 || (secret.length >= shortest && !/^\p{L}\p{Ll}*$/u.test(secret));
}

function toForms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const percent = encodeURIComponent(secret);
  return [
    secret,
    percent,
    percent.replace(/%../g, (code) => code.toLowerCase()),
    JSON.stringify(secret).slice(1, -1),
    ...toBase64Forms(bytes),
    ...toHexForms(bytes),
  ];
}

/** The bytes that the key's text stands for, in the forms that its text has not. */
function toKeyForms(key: string): string[] {
  const bytes = Buffer.from(key, /^[\da-f]+$/i.test(key) ? 'hex' : 'base64');
  return bytes.length >= 16 ? [...toBase64Forms(bytes), ...toHexForms(bytes)] : [];
}

function toHexForms(bytes: Buffer): string[] {
  const hex = bytes.toString('hex');
  return [hex, hex.toUpperCase()];
}

/** Base64 of the bytes alone, and what they become behind any number of others, without what depends on their neighbours. */
function toBase64Forms(bytes: Buffer): string[] {
  const standard = [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const bare = whole.replace(/=+$/, '');
    const end = bare.length % 4 === 0 ? bare.length : bare.length - 1;
    return [...(before === 0 ? [bare] : []), bare.slice(before === 0 ? 0 : before + 1, end)];
  });
  return [...standard, ...standard.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
}
