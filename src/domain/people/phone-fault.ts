/** Why a text is no number, or could be several. */
export type PhoneCause =
  | 'too-long'
  | 'masked'
  | 'formula'
  | 'shortened'
  | 'sheet-quote'
  | 'decimal'
  | 'link'
  | 'two-numbers'
  | 'plus-at-end'
  | 'extension'
  | 'quotes'
  | 'letters'
  | 'comma'
  | 'form'
  | 'plus-zero'
  | 'impossible'
  | 'impossible-there'
  | 'unlike'
  | 'no-country'
  | 'other-country'
  | 'needs-zero'
  | 'extra-zero'
  | 'two-ways'
  | 'double-zero'
  | 'code-twice'
  | 'far';

/** What is wrong with a number as somebody wrote it; nothing of it holds the number. */
export interface PhoneFault {
  readonly cause: PhoneCause;
  /** What is wrong, and what to write, in English: messages about files are. */
  readonly text: string;
  /** Which country ("ID"), or which calling code ("262"), where the cause is about one. */
  readonly of?: string;
}
