import { listedGroupsLimit } from '../../domain/whatsapp-facts.ts';
import { escapeInline, join, say } from '../../safe/inline.ts';
import type { Inline } from '../../safe/inline.ts';
import type { ImportedGroupView, ImportView, SheetView } from '../../view/onboarding/import-view.ts';
import type { ImportWords } from '../../words/import-words.ts';
import type { Words } from '../../words/words.ts';
import { quotePlain, toPlainFile, toPlainName } from '../plain-name.ts';
import type { Row } from './rows.ts';
import { layRows } from './rows.ts';
import type { StyleOptions } from './style.ts';
import { makeStyle } from './style.ts';

/** What an import did, for a terminal or a log. Ends in a newline. `next`: the command to go on with. */
export function renderImport(
  view: ImportView,
  allWords: Words,
  options: StyleOptions & { readonly next?: string },
): string {
  const { imports: words } = allWords;
  const summary = words.summary[view.isDryRun ? 'dryRun' : 'done'](
    view.groups.length,
    view.named,
    toPlainFile(view.folder),
  );
  const rows: Row[] = [
    toLine(summary, 0),
    ...view.groups.map((group) => toGroupRow(group, words)),
    ...toBlock(undefined, findRemarks(view, words)),
    ...(view.sheet ? toSheetRows(view.sheet, allWords) : []),
    ...toBlock(
      words.headings.identified(view.identified.length),
      view.identified.map((label) => toPlainName(label)),
    ),
    ...toTeamRows(view, words),
    ...(options.next === undefined ? [] : toBlock(undefined, [words.next(escapeInline(options.next))])),
  ];
  return `${layRows(rows, makeStyle(options))
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}

function toLine(text: string, depth: 0 | 1): Row {
  return { kind: 'line', tone: 'plain', text, depth };
}

/** Lines below a heading, or below an empty line; nothing where there are none. */
function toBlock(heading: Inline | undefined, lines: readonly Inline[]): Row[] {
  if (lines.length === 0) return [];
  const head: Row[] = heading === undefined ? [] : [{ kind: 'heading', text: heading, file: '' }];
  return [{ kind: 'blank' }, ...head, ...lines.map((line) => toLine(line, heading === undefined ? 0 : 1))];
}

function toGroupRow(
  { file, name, members, admins, isObserved, remarks }: ImportedGroupView,
  words: ImportWords,
): Row {
  const notes = [
    ...(name === '' ? [] : [quotePlain(name)]),
    ...(isObserved ? [words.observed] : []),
    ...(remarks > 0 ? [words.remarks(remarks)] : []),
  ];
  return {
    kind: 'columns',
    sign: 'add',
    tone: 'good',
    label: file,
    text: words.people(members, admins),
    note: join(notes, ', '),
  };
}

/** What is to be known beside the groups. */
function findRemarks(view: ImportView, words: ImportWords): Inline[] {
  const { skipped, unread } = view;
  const counts = [
    [skipped.hasFile, words.skipped.hasFile],
    [skipped.notAdmin, words.skipped.notAdmin],
    [skipped.notMatched, words.skipped.notMatched],
    [view.byNumber, words.byNumber],
    [view.hidden, words.hidden],
    [view.contacts, words.contacts],
  ] as const;
  return [
    ...counts.flatMap(([count, tell]) => (count > 0 ? [tell(count)] : [])),
    ...toLookUps(view, words),
    ...unread.map(({ name, reason }) =>
      words.unread(quotePlain(name), reason === undefined ? words.incomplete : escapeInline(reason)),
    ),
    ...(view.isListCut ? [words.cutList(listedGroupsLimit)] : []),
    ...(view.changedByDefaults.length > 0
      ? [words.changedByDefaults(join(view.changedByDefaults.map(toPlainFile), ', '))]
      : []),
  ];
}

/** A dry run has said by then that it asks about nobody. */
function toLookUps({ lookups: { asked, left }, isDryRun }: ImportView, words: ImportWords): Inline[] {
  if (isDryRun || asked + left === 0) return [];
  return [asked === 0 ? words.notLookedUp(left) : words.lookedUp(asked, left)];
}

function toSheetRows(
  { unlisted, groupless, unreadable, twice }: SheetView,
  {
    imports: { headings },
    terminal: {
      crowd: { more },
    },
  }: Words,
): Row[] {
  return [
    ...toBlock(
      headings.unlisted(unlisted.length),
      unlisted.map(({ label, groups }) => say`${toPlainName(label)}: ${join(groups.map(quotePlain), ', ')}`),
    ),
    ...toBlock(headings.groupless(groupless.length), groupless.map(tellRow)),
    ...toBlock(
      headings.unreadable(unreadable.length),
      unreadable.map(({ place, text }) => say`${toPlainPlace(place)}: ${escapeInline(text)}`),
    ),
    ...toBlock(
      headings.twice(twice.length),
      twice.map((rows) => tellSome(rows.map(tellRow), more)),
    ),
  ];
}

/** A row, and whom it names: `members.csv:12: "Dewi S."`. */
function tellRow({ label, place }: SheetView['groupless'][number]): Inline {
  return say`${toPlainPlace(place)}: ${toPlainName(label)}`;
}

/** So many rows of one number are named: a household may share a phone, a mistake in a column may be a thousand rows. */
const sameNumberLimit = 12;

function tellSome(rows: readonly Inline[], more: Words['terminal']['crowd']['more']): Inline {
  const shown = join(rows.slice(0, sameNumberLimit), ', ');
  const rest = rows.length - sameNumberLimit;
  return rest > 0 ? say`${shown} ${more(rest)}` : shown;
}

/** "members.csv:12": a file, and the row in it. */
function toPlainPlace(place: string): Inline {
  const [, file = place, row = ''] = /^(.*?)(:\d+)?$/s.exec(place) ?? [];
  return say`${toPlainFile(file)}${escapeInline(row)}`;
}

/** What could be teams: as lines for the file of people, and as lists that several files share. */
function toTeamRows({ teams, sameLists }: ImportView, { headings, crowd }: ImportWords): Row[] {
  return [
    ...toBlock(
      headings.teams(teams.length),
      teams.map(
        ({ name, handles }) => say`${escapeInline(name)}: [${join(handles.map(escapeInline), ', ')}]`,
      ),
    ),
    ...toBlock(
      headings.sameLists(sameLists.length),
      sameLists.map(({ name, people }) => say`${escapeInline(name)}: ${crowd(people)}`),
    ),
  ];
}
