import { toAscii } from '../../../src/config/people/to-ascii.ts';
import { findRange } from '../../../src/config/phone/known-ranges.ts';
import { parsePhone } from '../../../src/config/phone/parse-phone.ts';
import type { CountryCode } from '../../../src/config/phone/parse-phone.ts';
import { readSheet } from '../../../src/config/sheet/read-sheet.ts';
import type { Sheet } from '../../../src/config/sheet/read-sheet.ts';
import type { Source } from '../../../src/config/sources.ts';
import { tellPosition } from '../../../src/domain/diagnostic.ts';

/** A spreadsheet beside others of the same folder. */
export function toSource(text: string): Source {
  return { path: '_people/5b.csv', file: '5b.csv', text };
}

/** A spreadsheet as read by a policy of that country. */
export function toSheet(text: string, country?: CountryCode): Sheet {
  const parse = (number: string) => {
    const parsed = parsePhone(number, country, findRange);
    if (parsed.kind === 'unsure') throw new Error('the ranges are there');
    return parsed;
  };
  return readSheet(toSource(text), { parsePhone: parse, toAscii });
}

/** "ana +447700900002 Ana Silva [altos]" for each row. */
export function tellRows({ rows }: Sheet): readonly string[] {
  return rows.map(({ handle, phone, name, note, teams }) =>
    [
      handle,
      phone,
      name,
      note && `(${note})`,
      teams.length > 0 && `[${teams.map((team) => team.name).join(' ')}]`,
    ]
      .filter(Boolean)
      .join(' '),
  );
}

/** "5b.csv:3:2 bad-phone" for each problem. */
export function tellProblems({ problems }: Sheet): readonly string[] {
  return problems.map(({ span, code }) => `${span && tellPosition(span)} ${code}`);
}
