import type { PhoneCause } from '../../domain/people/phone-fault.ts';
import type { Inline } from '../../safe/inline.ts';

/**
 * The first versions that have X25519 in their Web Cryptography, by their release notes; Edge counts as Chrome does.
 */
export const firstBrowsers = { chrome: 133, firefox: 130, safari: 17 } as const;

/** Why a line of the page is not sealed, where its number is not what is wrong. */
export type LineMistake =
  | 'no-handle'
  | 'no-number'
  | 'columns'
  | 'bad-name'
  | 'reserved'
  | 'twice'
  | 'sealed';

/** Why a number is not sealed; what is wrong with it in detail stands behind it. */
export type NumberMistake = 'wrong' | 'ambiguous' | 'no-country';

/** What the page says that seals numbers in a browser (`seal --page`). */
export interface SealPageWords {
  /** What stands on it from the beginning, each at its place. */
  readonly fixed: {
    readonly title: Inline;
    readonly language: Inline;
    readonly intro: Inline;
    /** Nothing leaves the page; numbers are cleared. */
    readonly offline: Inline;
    readonly forHeading: Inline;
    readonly key: Inline;
    readonly organisation: Inline;
    /** Before the policy's whole line. */
    readonly policyLine: Inline;
    readonly checkHeading: Inline;
    readonly checkLine: Inline;
    readonly checkFile: Inline;
    readonly oneHeading: Inline;
    readonly handle: Inline;
    readonly handleHint: Inline;
    readonly number: Inline;
    readonly seal: Inline;
    readonly manyHeading: Inline;
    readonly many: Inline;
    readonly manyHint: Inline;
    readonly sealAll: Inline;
    readonly resultHeading: Inline;
    readonly result: Inline;
    readonly resultHint: Inline;
    readonly copy: Inline;
    readonly mistakesHeading: Inline;
    readonly noScript: Inline;
    readonly tooOld: Inline;
  };
  /** `country`: two letters, or '' where the policy has none. */
  readonly numberHint: (country: Inline) => Inline;
  /** One person's number is in a line now. */
  readonly sealedOne: (handle: Inline) => Inline;
  /** So many are in lines now, and so many stay to be mended. */
  readonly sealedMany: (sealed: number, mistakes: number) => Inline;
  readonly nothing: Inline;
  readonly working: (done: number, all: number) => Inline;
  readonly copied: Inline;
  readonly notCopied: Inline;
  readonly failed: Inline;
  /** Before a mistake: its line, and the handle where there is one, else ''. */
  readonly line: (at: number, handle: Inline) => Inline;
  readonly mistakes: Readonly<Record<LineMistake | NumberMistake, Inline>>;
  /** What is wrong with a number, behind that; `of`: the country or the calling code that it is about. */
  readonly faults: Readonly<Record<PhoneCause, (of: Inline) => Inline>>;
  readonly sameNumber: (handle: Inline) => Inline;
  /** So many mistakes are not shown. */
  readonly more: (count: number) => Inline;
  /** On the terminal, once the page is written. */
  readonly written: (file: Inline, key: Inline) => Inline;
}
