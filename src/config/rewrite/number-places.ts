import type { Edit } from '../edit/edits.ts';
import { setPair } from '../edit/edit-map.ts';
import { isAboutPeople, toRole } from '../layout.ts';
import { toHandle } from '../people/handle.ts';
import type { ParsedPerson } from '../people/parse-people.ts';
import { openTable } from '../sheet/open-table.ts';
import { findCell } from '../sheet/records.ts';
import { personShape } from '../schema.ts';
import type { Source, Sources } from '../sources.ts';
import { sealedWord } from '../../sealing/sealed-number.ts';
import { isEmpty } from '../yaml/fields.ts';
import type { YamlMap, YamlPair } from '../yaml/node.ts';
import { readYamlFiles } from './read-yaml-files.ts';

/** Where the number of somebody stands. */
export interface NumberPlace {
  readonly source: Source;
  /** Edits that put another text in its place, a sealed number or one in plain text; everything else stays. */
  readonly put: (number: string) => readonly Edit[];
}

/**
 * The places of numbers in files of people, by handle: the value itself, or what stands behind `phone:`; where a LID stands
 * instead, its key gives way too. In spreadsheets the cell. Whoever has none, as in a row that is too short, is not there.
 */
export function findNumberPlaces(
  sources: Sources,
  people: Iterable<ParsedPerson>,
): ReadonlyMap<string, NumberPlace> {
  const files = sources.files.filter(({ path }) => isAboutPeople(path));
  const inYaml = readYamlFiles({ ...sources, files }).flatMap(({ source, root }) => findInYaml(source, root));
  const all = [...people];
  const rows = files
    .filter(({ path }) => toRole(path) === 'sheet')
    .flatMap((source) =>
      findInSheet(
        source,
        all.filter(({ span }) => span.file === source.file),
      ),
    );
  return new Map([...inYaml, ...rows]);
}

type Found = readonly [handle: string, place: NumberPlace];

function findInYaml(source: Source, root: YamlMap): readonly Found[] {
  const map = root.pairs.find(({ key }) => key === 'people')?.value;
  if (map?.kind !== 'map') return [];
  return map.pairs.map((pair): Found => [
    toHandle(pair.key),
    { source, put: (number) => putInYaml(source.text, map, pair, number) },
  ]);
}

function putInYaml(text: string, map: YamlMap, pair: YamlPair, number: string): readonly Edit[] {
  const { value } = pair;
  if (value?.kind !== 'map') return putValue(text, map, pair, number);
  const phone = value.pairs.find(({ key }) => key === 'phone');
  if (phone) return putValue(text, value, phone, number);
  const lid = value.pairs.find(({ key }) => key === 'lid');
  const end = (lid?.value ?? lid?.keyNode)?.end;
  if (lid && end !== undefined) return [{ start: lid.keyNode.start, end, text: `phone: ${toValue(number)}` }];
  return setPair(text, value, { key: 'phone', value: [toValue(number)] }, Object.keys(personShape));
}

/** A value right behind its colon, or behind none at all, gets a space. */
function putValue(
  text: string,
  map: YamlMap,
  { key, keyNode, value }: YamlPair,
  number: string,
): readonly Edit[] {
  if (value && !isEmpty(value)) {
    const before = /\s/.test(text[value.start - 1] ?? '') ? '' : ' ';
    return setPair(text, map, { key, value: [before + toValue(number)] }, []);
  }
  const colon = text.indexOf(':', keyNode.end);
  return [{ start: colon + 1, end: colon + 1, text: ` ${toValue(number)}` }];
}

/** A sealed number needs no quotes; any other would be an integer without. */
function toValue(number: string): string {
  return number.startsWith(sealedWord) ? number : JSON.stringify(number);
}

function findInSheet(source: Source, people: readonly ParsedPerson[]): readonly Found[] {
  const table = openTable(source);
  const column = 'rows' in table ? table.header.columns.phone : undefined;
  if (!('rows' in table) || column === undefined) return [];
  const rows = new Map(table.rows.map((row) => [row.row, row]));
  return people.flatMap(({ handle, span }): readonly Found[] => {
    const row = span.cell && rows.get(span.cell.row);
    if (!row || row.cells.length <= column) return [];
    const place = findCell(source.text, row, column, table.delimiter);
    return [[handle, { source, put: (number) => [{ ...place, text: number }] }]];
  });
}
