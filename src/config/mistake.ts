import type { Diagnostic, Span } from '../domain/diagnostic.ts';

const errors = {
  'no-folder': 'No groups folder',
  'no-policy': 'No policy',
  'unreadable-file': 'File cannot be read',
  'stray-file': 'File that nobody reads',
  'two-files': 'Two files for one thing',
  'too-large': 'File too large',
  'not-utf8': 'File is not UTF-8',
  'empty-file': 'Empty file',
  'yaml-syntax': 'Not valid YAML',
  'yaml-tab': 'Tab used as indentation',
  'yaml-space': 'Space that is none to YAML',
  'yaml-sign': 'Sign that YAML reads otherwise',
  'yaml-quotes': 'Text that needs quotes',
  'yaml-indent': 'Line indented by a wrong number of spaces',
  'yaml-documents': 'Several documents in one file',
  'yaml-too-deep': 'Nested too deeply',
  'yaml-anchor': 'Anchor or alias',
  'yaml-tag': 'YAML tag',
  'yaml-key': 'Key is not a plain word',
  'yaml-version': 'Old version of YAML',
  'duplicate-key': 'Duplicate key',
  'unknown-key': 'Unknown key',
  'missing-key': 'Missing key',
  'no-value': 'Key without a value',
  'wrong-value': 'Value does not fit',
  'bad-entry': 'Entry does not fit',
  'bad-handle': 'Not a usable name',
  'same-names': 'Two names that look the same',
  'duplicate-handle': 'Two people with one handle',
  'duplicate-team': 'Two teams with one name',
  'bad-sheet': 'Spreadsheet cannot be read',
  'bad-row': 'Row of a spreadsheet does not fit',
  'bad-phone': 'Not a phone number',
  'unquoted-phone': 'Phone number without quotes',
  'no-country': 'Phone number without a country code',
  'ambiguous-phone': 'Ambiguous phone number',
  'bad-seal': 'Sealed number cannot be used',
  'bad-sops': 'Encrypted file cannot be used',
  'no-seal': 'Sealed number without a key',
  'plain-phone': 'Phone number in plain text',
  'unknown-handle': 'Unknown handle',
  'unknown-team': 'Unknown team',
  'unknown-account': 'Unknown account',
  'team-cycle': 'Team contains itself',
  'no-account': 'No account chosen',
  'no-name': 'New group without a name',
  'no-timezone': 'Date without a time zone',
  'duplicate-id': 'Two files with one id',
  'duplicate-phone': 'Two people with one number',
  'duplicate-lid': 'Two people with one LID',
  'duplicate-account': 'Two accounts with one number',
  'two-spellings': 'One person in two spellings',
  'conflicting-entries': 'Entries that contradict each other',
  'no-day': 'First day after the last one',
  'not-a-default': "Key that is each group's own",
  'too-many-people': 'Too many people',
  'photo-unreadable': 'Photo cannot be read',
  'photo-format': 'Photo is no JPEG, PNG or WebP',
  'photo-size': 'Photo too small or too large',
  'allow-too-far': 'Allowance lasts too long',
  'more-mistakes': 'More mistakes than are shown',
} as const;

const warnings = {
  'no-groups': 'No groups',
  'cut-text': 'Text that # cuts',
  'quoted-text': 'Quotes that belong to the text',
  'odd-timezone': 'Time zone that is easily misread',
  'listed-twice': 'Listed twice',
  'unused-handle': 'Unused handle',
  'unused-team': 'Unused team',
  'unread-columns': 'Columns that nobody reads',
  'until-without-effect': 'End without effect',
  'until-over': 'Last day is over',
  'except-without-effect': 'Exception without effect',
  'nobody-left': 'Entry that means nobody',
  'admin-not-member': 'Admin who is in no list of members',
  landline: 'Number of a landline',
  'unheld-number': 'Numbers that no MAC holds',
  'public-number': 'Phone numbers in a public repository',
  'long-name': 'Name too long for GOWA',
  'allow-expired': 'Allowance has expired',
} as const;

/** The names of all mistakes and warnings about files; their summaries are in the two tables above. */
export type MistakeCode = keyof typeof errors | keyof typeof warnings;

/** A diagnostic with its code's severity and summary; the code frame comes later, for those that are shown. */
export function toMistake(code: MistakeCode, detail: string, span?: Span): Diagnostic {
  const [severity, summary] = isError(code)
    ? (['error', errors[code]] as const)
    : (['warning', warnings[code]] as const);
  return { severity, code, summary, detail, ...(span && { span }) };
}

function isError(code: MistakeCode): code is keyof typeof errors {
  return Object.hasOwn(errors, code);
}

/** By file, line, column and code, so that one set of files always gives one list. Files compare by code units. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compare(a.span?.file ?? '', b.span?.file ?? '') ||
      (a.span?.line ?? 0) - (b.span?.line ?? 0) ||
      (a.span?.column ?? 0) - (b.span?.column ?? 0) ||
      compare(a.code, b.code) ||
      compare(a.detail, b.detail),
  );
}

/** More than so many in one file are a file gone wrong, not so many mistakes. */
export const shownInFile = 100;

/** Of sorted diagnostics, each file's first hundred errors and first hundred warnings; one more says that there are more. */
export function cutDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  return diagnostics.flatMap((diagnostic) => {
    const { severity, span } = diagnostic;
    const key = `${severity} ${span?.file ?? ''}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= shownInFile) return diagnostic;
    return count === shownInFile + 1 ? { ...toMistake('more-mistakes', moreText, span), severity } : [];
  });
}

const moreText = `From here on this file has more than the ${shownInFile} above, which are shown. Look at those first.`;

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
