import { CodedError } from '../answer.ts';

/** What a rule says about a value: a text, or nothing. */
export type Verdict = string | undefined;

const cannotBeBlank = 'cannot be blank';

/**
 * Throws GOWA's 400 VALIDATION_ERROR with all complaints, sorted by field, as ozzo joins them (E-val,
 * docs/gowa.md#04-errors-that-endpoints-share).
 */
export function validate(fields: Readonly<Record<string, Verdict>>): void {
  const complaints = Object.entries(fields).filter(([, verdict]) => verdict !== undefined);
  if (complaints.length === 0) return;
  const text = complaints
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([field, verdict]) => `${field}: ${verdict}`)
    .join('; ');
  throw new CodedError(400, 'VALIDATION_ERROR', `${text}.`);
}

/** Complains about an empty text; white space is not empty. */
export function required(text: string): Verdict {
  return text === '' ? cannotBeBlank : undefined;
}

/** Complains about an empty list and about empty texts in it, by index. */
export function requiredEach(texts: readonly string[]): Verdict {
  if (texts.length === 0) return cannotBeBlank;
  const blanks = texts.flatMap((text, at) => (text === '' ? [String(at)] : []));
  if (blanks.length === 0) return undefined;
  return `(${blanks
    .toSorted()
    .map((at) => `${at}: ${cannotBeBlank}`)
    .join('; ')}.)`;
}

/** Complains about a text that is empty or has more than `max` *bytes* (docs/gowa.md#t9). */
export function requiredLength(text: string, max: number): Verdict {
  if (text === '') return cannotBeBlank;
  return Buffer.byteLength(text) > max ? `the length must be between 1 and ${max}` : undefined;
}
