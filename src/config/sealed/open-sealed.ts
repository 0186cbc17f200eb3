import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';
import type { OpenNumber } from '../../sealing/open-number.ts';
import type { SealKey } from '../../sealing/seal-key.ts';
import { findMisplaced, parseSealed } from '../../sealing/sealed-number.ts';
import { toMistake } from '../mistake.ts';
import type { Parsed } from '../parse.ts';
import { toPhoneCode } from '../phone/parsed-phone.ts';
import type { CountryCode } from '../phone/parse-phone.ts';
import type { ParsedPhone } from '../phone/parsed-phone.ts';
import type { PhoneReader } from '../phone/phone-reader.ts';
import { createPhoneReader } from '../phone/phone-reader.ts';
import { fillOpened } from './fill-opened.ts';
import { toOpenedKey } from './opened-numbers.ts';
import type { ParsedPerson, SealedText } from '../people/parse-people.ts';
import { toBadSeal } from './sealed-checks.ts';

/**
 * The files with every sealed number opened that belongs where it stands, each judged as one in plain text is; whoever reads
 * the same texts again knows them (`Sources.opened`). What does not open is a mistake with its place. Needs the policy's
 * `seal:`, and says nothing of lines whose form is wrong: a check does.
 */
export async function openSealed(parsed: Parsed, open: OpenNumber): Promise<Parsed> {
  const { policy, people, sources } = parsed;
  if (!policy?.seal) return parsed;
  const phones = createPhoneReader();
  const opened = new Map<string, PhoneNumber>();
  const diagnostics: Diagnostic[] = [...parsed.diagnostics];
  for (const { handle, sealed } of people.people.values()) {
    if (!sealed) continue;
    const found = await openOne({ handle, sealed }, { ...policy, seal: policy.seal }, { open, phones });
    if (found?.kind === 'phone') opened.set(toOpenedKey(handle, sealed.text), found.phone);
    else if (found) diagnostics.push(found.mistake);
  }
  return { ...parsed, people: fillOpened(people, opened), diagnostics, sources: { ...sources, opened } };
}

type OpenedLine =
  | Extract<ParsedPhone, { readonly kind: 'phone' }>
  | { readonly kind: 'mistake'; readonly mistake: Diagnostic };

/** Undefined where its form is wrong. */
async function openOne(
  { handle, sealed: { text, span } }: Pick<ParsedPerson, 'handle'> & { readonly sealed: SealedText },
  { seal, country }: { readonly seal: SealKey; readonly country?: CountryCode },
  { open, phones }: { readonly open: OpenNumber; readonly phones: PhoneReader },
): Promise<OpenedLine | undefined> {
  const sealed = parseSealed(text);
  if (typeof sealed === 'string' || findMisplaced(sealed, seal, handle)) return undefined;
  const found = await open(sealed, handle);
  if (found.kind !== 'opened')
    return { kind: 'mistake', mistake: toBadSeal(found.kind, { handle, text, span }, seal) };
  // Whoever may push may change the country, and would learn from what it makes of a number how that begins.
  phones.setCountry(found.text.startsWith('+') ? undefined : country);
  const number = await readNumber(found.text, phones);
  if (number.kind === 'phone') return number;
  const detail = `The number that is sealed here cannot be used. ${number.text}`;
  return { kind: 'mistake', mistake: toMistake(toPhoneCode(number), detail, span) };
}

async function readNumber(text: string, phones: PhoneReader): Promise<ParsedPhone> {
  const number = phones.parse(text);
  if (!phones.isUnsure()) return number;
  phones.setRanges((await import('../phone/known-ranges.ts')).findRange);
  return phones.parse(text);
}
