import type { Inline } from '../../../safe/inline.ts';
import { escapeInline, join } from '../../../safe/inline.ts';
import { mask } from '../../../safe/mask.ts';
import type { ForgetView } from '../../../view/person/to-forget-view.ts';
import type { Words } from '../../../words/words.ts';
import { wrap } from '../../columns.ts';
import type { StyleOptions } from '../style.ts';
import { makeStyle } from '../style.ts';

/** A list in which nobody is left, by its name and its file. */
export interface Emptied {
  readonly name: string;
  readonly file: string;
}

/** What comes of taking somebody out, for whoever has to say yes: what merging does, and lists that are empty then. */
export function renderFates(
  view: ForgetView,
  emptied: readonly Emptied[],
  words: Words,
  options: StyleOptions,
): string {
  const { forget } = words.person;
  const { paint, width } = makeStyle(options);
  const loud = [
    ...(view.leaves.length > 0 ? [forget.leaves(toList(view.leaves))] : []),
    ...view.emptied.map((file) => forget.emptiedMembers(toText(file))),
    ...emptied.map((list) => forget.emptied(toText(list.name), toText(list.file))),
    ...(view.demoted.length > 0 ? [forget.demoted(toList(view.demoted))] : []),
  ];
  const quiet = view.stays.length > 0 ? [forget.stays(toList(view.stays))] : [];
  const lay = (text: Inline, tone: 'warn' | 'plain') =>
    wrap(text, width).map((line) => `${paint(tone, line)}\n`);
  return [...loud.flatMap((text) => lay(text, 'warn')), ...quiet.flatMap((text) => lay(text, 'plain'))].join(
    '',
  );
}

/** Where somebody is named still. */
interface Place {
  readonly file: string;
  readonly line: number;
}

/** What is left of somebody who is in no list any more. */
interface Left {
  readonly places: readonly Place[];
  readonly sheets: readonly string[];
  /** Their number was sealed. */
  readonly isSealed?: boolean;
}

/** So many places are shown. */
const mostPlaces = 20;

/** What is left to do when the files are without them: texts, spreadsheets, and whatever else holds them. */
export function renderWhatIsLeft(
  { places, sheets, isSealed }: Left,
  words: Words,
  options: StyleOptions,
): string {
  const { forget } = words.person;
  const { paint, width, adapt } = makeStyle(options);
  const shown = places.slice(0, mostPlaces).map(({ file, line }) => toText(`${file}:${line}`));
  const lines = [
    ...(shown.length > 0 ? [forget.mentions(join(shown, ', '), places.length - shown.length)] : []),
    ...sheets.map((file) => forget.spreadsheet(toText(file))),
  ];
  const held = [
    forget.history,
    ...(isSealed ? [forget.sealedHistory] : []),
    forget.memory,
    forget.artifacts,
    forget.gowa,
  ];
  const texts = [
    ...lines.flatMap((line) => wrap(line, width)),
    ...(lines.length > 0 ? [''] : []),
    paint('strong', forget.heading),
    ...held.flatMap((line) =>
      wrap(line, width - 4).map((part, index) => `${index === 0 ? '  · ' : '    '}${part}`),
    ),
    '',
    ...wrap(forget.purge, width),
    ...purging.map((line) => `  ${line}`),
  ];
  return texts.map((line) => `${adapt(line)}\n`).join('');
}

/** Tried as they stand (docs/privacy.md): `gone.txt` lies outside the repository, one expression a line. */
const purging = [
  'git clone --mirror <address> clean.git && cd clean.git',
  'git filter-repo --replace-text ../gone.txt --replace-message ../gone.txt',
  'git push --mirror --force',
];

function toList(texts: readonly string[]): Inline {
  return join(texts.map(toText), ', ');
}

function toText(text: string): Inline {
  return escapeInline(mask(text));
}
