import { realpath } from 'node:fs/promises';
import type { CountryCode } from '../config/phone/parse-phone.ts';
import { createPhoneReader } from '../config/phone/phone-reader.ts';
import { readSheet } from '../config/sheet/read-sheet.ts';
import type { Sheet } from '../config/sheet/read-sheet.ts';
import { peopleBytes, readText } from '../config/sources.ts';
import { UsageError } from '../errors.ts';

/**
 * Reads a spreadsheet that was saved as CSV, wherever it lies; a number without a country code is one of `country`. Throws
 * `UsageError` where there is no such file, or nothing of it can be told.
 */
export async function readSheetFile(file: string, country: CountryCode | undefined): Promise<Sheet> {
  const place = await realpath(file).catch(() => undefined);
  if (place === undefined) throw new UsageError(`--sheet ${file}: there is no such file.`);
  const text = await readText(place, peopleBytes);
  if (typeof text !== 'string')
    throw new UsageError(
      `--sheet ${file}: ${'detail' in text ? text.detail : 'This file is far too large.'}`,
    );
  const phones = createPhoneReader();
  phones.setCountry(country);
  phones.setRanges((await import('../config/phone/known-ranges.ts')).findRange);
  const { toAscii } = await import('../config/people/to-ascii.ts');
  const sheet = readSheet({ path: file, file, text }, { parsePhone: phones.parse, toAscii });
  if (!sheet.isReadable)
    throw new UsageError(`--sheet ${file}: ${sheet.problems.map(({ detail }) => detail).join(' ')}`);
  return sheet;
}
