import type { CountryCode } from '../config/phone/parse-phone.ts';
import { createPhoneReader } from '../config/phone/phone-reader.ts';
import { readSheet } from '../config/sheet/read-sheet.ts';
import type { Sheet } from '../config/sheet/read-sheet.ts';
import { decodeText, peopleBytes } from '../config/sources.ts';
import { readNamedBytes } from '../disk/named-file.ts';
import { UsageError } from '../errors.ts';

/**
 * Reads a spreadsheet that was saved as CSV, wherever it lies; a number without a country code is one of `country`. Throws
 * `UsageError` where there is no such file, or nothing of it can be told.
 */
export async function readSheetFile(file: string, country: CountryCode | undefined): Promise<Sheet> {
  const bytes = await readNamedBytes({ path: file, called: `--sheet ${file}`, most: peopleBytes });
  const text = decodeText(bytes);
  if (typeof text !== 'string') throw new UsageError(`--sheet ${file}: ${text.detail}`);
  const phones = createPhoneReader();
  phones.setCountry(country);
  phones.setRanges((await import('../config/phone/known-ranges.ts')).findRange);
  const { toAscii } = await import('../config/people/to-ascii.ts');
  const sheet = readSheet({ path: file, file, text }, { parsePhone: phones.parse, toAscii });
  if (!sheet.isReadable)
    throw new UsageError(`--sheet ${file}: ${sheet.problems.map(({ detail }) => detail).join(' ')}`);
  return sheet;
}
