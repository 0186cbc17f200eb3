import type { Parsed } from '../config/parse.ts';
import type { ToAscii } from '../config/people/made-handle.ts';
import { makeHandle } from '../config/people/made-handle.ts';
import { createPhoneReader } from '../config/phone/phone-reader.ts';
import { createPhoneWriter } from '../config/phone/write-phone.ts';
import type { Sheet } from '../config/sheet/read-sheet.ts';
import type { SheetRow } from '../config/sheet/read-row.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { tellPlace } from '../domain/diagnostic.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Person } from '../domain/people/person.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { SheetPerson } from '../importing/new-person.ts';
import { photoFolder } from '../importing/new-file.ts';
import type { ImportInput } from '../importing/plan-import.ts';
import type { ReadSheet } from '../importing/to-import-view.ts';
import type { Io } from '../io.ts';
import type { FileOptions } from '../options.ts';
import type { IsTaken } from './list-names.ts';
import { listNames } from './list-names.ts';
import { openPeopleFile } from './open-people-file.ts';
import { openToAdd } from './open-organisation.ts';
import { readSheetFile } from './read-sheet-file.ts';

/** A folder that groups are imported into, and what its files are made with. */
export interface ImportDesk extends Pick<ImportInput, 'taken' | 'ways' | 'peopleFile'> {
  readonly parsed: Parsed;
  /** What its files come to. */
  readonly organisation: Organisation;
  /** The same with everybody of the spreadsheet among its people: whoever is in a row may be found in a group. */
  readonly whole: Organisation;
  readonly sheet?: ReadSheet;
  readonly isTaken: IsTaken;
  readonly isPhotoTaken: IsTaken;
  readonly toAscii: ToAscii;
}

/**
 * Opens the folder and the spreadsheet. Throws `MistakesError` for a folder whose files have mistakes, `UsageError` for a
 * spreadsheet of which nothing can be told.
 */
export async function openImport(
  files: FileOptions,
  sheetFile: string | undefined,
  io: Io,
): Promise<ImportDesk> {
  const folder = files.groups;
  const { parsed, organisation } = await openToAdd(files, io);
  const country = parsed.policy?.country;
  const rows = sheetFile === undefined ? undefined : await readSheetFile(sheetFile, country);
  const sheet = rows && toReadSheet(rows);
  const phones = createPhoneReader();
  phones.setCountry(country);
  phones.setRanges((await import('../config/phone/known-ranges.ts')).findRange);
  const { toAscii } = await import('../config/people/to-ascii.ts');
  const { toSkeleton } = await import('../safe/lookalikes.ts');
  const peopleFile = await openPeopleFile(parsed.sources);
  return {
    parsed,
    organisation,
    whole: withSheet(organisation, sheet?.people ?? []),
    ...(sheet && { sheet }),
    ...(peopleFile && { peopleFile }),
    taken: { handles: [...parsed.people.people.keys()], teams: [...parsed.people.teams.keys()] },
    ways: {
      makeHandle: (name) => makeHandle(name, toAscii),
      toSkeleton,
      writePhone: createPhoneWriter(phones.parse),
    },
    isTaken: await listNames(folder),
    isPhotoTaken: await listNames(folder, photoFolder),
    toAscii,
  };
}

/** Two people of one name are two people: whoever has no handle of their own gets one with a number behind it. */
function toReadSheet({ rows, twins, problems }: Sheet): ReadSheet {
  const named = new Set(twins.filter(({ isMade }) => isMade).map(({ span }) => span));
  const isOfTwin = ({ code, span }: Diagnostic) =>
    code === 'duplicate-handle' && span !== undefined && named.has(span);
  const people = toSheetPeople([...rows, ...twins].toSorted((a, b) => a.row - b.row));
  return { people, problems: problems.filter((problem) => !isOfTwin(problem)) };
}

function toSheetPeople(rows: readonly SheetRow[]): SheetPerson[] {
  return rows.flatMap(({ phone, handle, name, note, teams, span }) => {
    if (!phone) return [];
    return {
      key: toPersonKey(phone),
      phone,
      handle,
      ...(name !== undefined && { name }),
      ...(note !== undefined && { note }),
      teams: teams.map((team) => team.name),
      place: tellPlace(span),
    };
  });
}

/** Whom the files know is known as they say it. */
function withSheet(organisation: Organisation, sheet: readonly SheetPerson[]): Organisation {
  const rows = sheet.map(({ key, phone }): [Person['key'], Person] => [key, { key, phone }]);
  return { ...organisation, people: new Map([...rows, ...organisation.people]) };
}
