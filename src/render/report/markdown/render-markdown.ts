import { commentLimit, commentMargin } from '../../../domain/comment-limit.ts';
import { emphasiseMarkdown, escapeMarkdown, isolateMarkdown } from '../../../safe/escape-markdown.ts';
import type { Address } from '../../../safe/address.ts';
import type { Inline } from '../../../safe/inline.ts';
import type { Item, Part } from './fit-comment.ts';
import { fitComment, ranks } from './fit-comment.ts';
import { toGroupMarkdown } from './group-section.ts';
import { toReport } from '../report.ts';
import type { DateRow, LeftAloneLine, PersonTotals, Report, ReportGroup } from '../types.ts';
import type { Words } from '../../../words/words.ts';
import type { View } from '../../../view/view.ts';

/** Characters. */
const limit = commentLimit - commentMargin;

/**
 * A view as Markdown for people who are not engineers, short enough for a comment: what finds no room is counted, and
 * nothing else is left out. Nothing that anybody else wrote becomes markup, a link or a mention. Throws on a view that
 * shows numbers.
 */
export function renderMarkdown(view: View, words: Words): string {
  const report = toReport(view, words, {
    escape: escapeMarkdown,
    mark: isolateMarkdown,
    emphasise: emphasiseMarkdown,
  });
  const { headline } = report;
  const title = `## ${words.report.title[report.kind]}`;
  const head = [title, toFacts(report), `**${headline[0] ?? ''}**`].filter((part) => part !== '');
  const room = limit - head.join('\n\n').length - 2;
  return `${[...head, ...fitComment(toParts(report), room)].join('\n\n')}\n`;
}

/** Where the comment stands says for which pull request it is. */
function toFacts({ facts, page, words }: Report): string {
  const told = facts
    .filter(({ kind }) => kind !== 'pullRequest')
    .map(({ name, text, address }) => `${name}: ${address === undefined ? text : toLink(text, address)}`);
  const link = page === undefined ? [] : [`**${toLink(words.report.headings.page, page)}**`];
  return [...(told.length > 0 ? [`<sub>${told.join(' · ')}</sub>`] : []), ...link].join('\n\n');
}

function toLink(text: Inline, address: Address): string {
  return `[${text}](<${address}>)`;
}

function toParts(report: Report): Part[] {
  const { words, headline, alerts, waiting, toCreate, notes } = report;
  const { headings } = words.report;
  const toNote: Part['toNote'] = (cut) => headings.moreItems(cut.length);
  return [
    {
      before: [],
      items: headline.slice(1).map((text) => ({ text })),
      between: ' ',
      toNote,
      rank: ranks.alerts,
      most: 6000,
    },
    {
      before: [],
      items: alerts.flatMap((kind) => kind.map((alert, turn) => ({ text: `> ⚠️ ${alert}`, turn }))),
      between: '\n>\n',
      toNote,
      rank: ranks.alerts,
      most: limit / 3,
    },
    toGroups(report.groups, [], '###', report),
    { ...list(headings.waiting, bullets(waiting), toNote), rank: ranks.waiting },
    toDates(report),
    toGroups(report.others, [`### ${headings.others}`, headings.othersLead], '####', report),
    ...toLeftAloneParts(report, toNote),
    toPeople(report),
    {
      ...list(
        report.kind === 'create' ? report.words.creations.heading : headings.toCreate,
        bullets(toCreate),
        toNote,
      ),
      rank: ranks.asking,
      least: 1000,
    },
    { ...list(headings.notes, bullets(notes), toNote), rank: ranks.asking, least: 2500 },
  ];
}

function toGroups(
  groups: readonly ReportGroup[],
  before: readonly string[],
  level: string,
  { words }: Report,
): Part {
  return {
    before,
    items: groups.map((group) => toGroupMarkdown(group, level, words)),
    toNote: (cut) =>
      toCutNote(
        cut.flatMap((index) => groups[index] ?? []),
        words,
      ),
    rank: before.length === 0 ? ranks.groups : ranks.others,
  };
}

function toCutNote(cut: readonly ReportGroup[], { report: { headings } }: Words): string {
  const changes = cut.reduce((sum, { size }) => sum + size, 0);
  const risky = cut.filter(({ risk }) => risk === 'high' || risk === 'refused' || risk === 'trouble').length;
  return `**${headings.cut(cut.length, changes, risky)}**`;
}

type Bare = Omit<Part, 'rank'>;

/** Lines under a heading. */
function list(title: Inline, items: readonly Item[], toNote: Part['toNote'], lead?: Inline): Bare {
  return { before: [`### ${title}`, ...(lead === undefined ? [] : [lead])], items, between: '\n', toNote };
}

/** Lines that are there for whoever opens them. */
function fold(title: Inline, count: Inline, items: readonly Item[], toNote: Part['toNote']): Part {
  const before = [`<details><summary>${title} (${count})</summary>`];
  return { before, items, after: ['</details>'], between: '\n', toNote, rank: ranks.beside };
}

function bullets(items: readonly Inline[]): Item[] {
  return items.map((item) => ({ text: `- ${item}` }));
}

function toLeftAloneParts(
  { words, needHuman, wasBefore, onPurpose, toInvite, toInviteCount }: Report,
  toNote: Part['toNote'],
): Part[] {
  const { headings } = words.report;
  return [
    { ...list(headings.needHuman, toLeftAlone(needHuman), toNote), rank: ranks.asking, least: 4500 },
    fold(headings.toInvite, words.number(toInviteCount), toLeftAlone(toInvite), toNote),
    fold(headings.wasBefore, words.number(wasBefore.length), toLeftAlone(wasBefore), toNote),
    fold(headings.leftAlone, words.number(onPurpose.length), toLeftAlone(onPurpose), toNote),
  ];
}

function toLeftAlone(lines: readonly LeftAloneLine[]): Item[] {
  return lines.map(({ title, text }) => ({ text: title === '' ? `- ${text}` : `- **${title}** – ${text}` }));
}

/** A table of what dates will bring. */
function toDates({ words, dates }: Report): Part {
  const { headings } = words.report;
  const { day, group, happens, inTheWay } = headings.columns;
  return {
    before: [`### ${headings.dates}`, headings.datesLead],
    head: `| ${[day, group, happens, inTheWay].join(' | ')} |\n|---|---|---|---|`,
    items: dates.map((row) => ({ text: toDateRow(row, row.happens), less: toDateRow(row, row.counted) })),
    between: '\n',
    toNote: (cut) => `| ${headings.moreItems(cut.length)} | | | |`,
    rank: ranks.dates,
  };
}

function toDateRow(row: DateRow, happens: Inline): string {
  return `| ${[row.day, row.group, happens, row.beside].join(' | ')} |`;
}

/** A line a person. */
function toPeople(report: Report): Part {
  const { words, people } = report;
  const { headings } = words.report;
  const { columns } = headings;
  const head = [columns.person, columns.leaves, columns.admin, columns.notAdmin, columns.joins];
  const toNote: Part['toNote'] = (cut) => `| ${headings.moreItems(cut.length)} | | | | |`;
  const table = fold(
    headings.people,
    words.number(people.length),
    people.map((person) => toPersonRow(person, report)),
    toNote,
  );
  const before = [...table.before, headings.peopleLead];
  return { ...table, before, head: `| ${head.join(' | ')} |\n|---|---|---|---|---|`, rank: ranks.people };
}

function toPersonRow({ name, counts }: PersonTotals, { words }: Report): Item {
  const cells = [counts.remove, counts.promote, counts.demote, counts.add].map((count) =>
    count > 0 ? words.number(count) : '',
  );
  return { text: `| ${[name, ...cells].join(' | ')} |` };
}
