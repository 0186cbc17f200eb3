import type { SettingName, settingForms } from '../domain/settings.ts';
import type { Inline } from '../safe/inline.ts';

/** What a report says of a change of a setting, a sentence, by the form of its values. */
export interface FormWords {
  readonly line: (before: Inline, after: Inline) => Inline;
  readonly lines: Readonly<Record<'first' | 'removed' | 'differs', Inline>>;
  readonly switch: Readonly<Record<'on' | 'off', Inline>>;
  readonly seconds: (seconds: number) => Inline;
  readonly word: (after: string) => Inline;
}

/** What is said of one setting. */
interface Row<Sentence> {
  /** "the name", for what is not changed. */
  readonly noun: Inline;
  /** What a change of it means, a sentence of a report. */
  readonly report: Sentence;
  /** What this value means to the people in the group, beside the change on a terminal. */
  readonly terminal: (after: string | boolean | number) => Inline;
  /** What somebody does on a phone to set this value, where no server may be able to; in WhatsApp's own terms. */
  readonly onPhone?: (after: string | boolean | number) => Inline;
}

/** All that one language says of settings, the photo and the link: a row for each. */
export type SettingWords = {
  readonly [Name in SettingName]: Row<FormWords[(typeof settingForms)[Name]]>;
} & {
  readonly photo: Omit<Row<FormWords['lines']>, 'terminal' | 'onPhone'>;
  readonly link: {
    readonly noun: Inline;
    readonly report: Inline;
    /** What happens to it, and why, beside it on a terminal. */
    readonly phrase: Inline;
    readonly terminal: Inline;
  };
};
