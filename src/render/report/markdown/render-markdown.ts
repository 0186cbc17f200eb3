import { byteLength } from '../../../domain/text.ts';
import { escapeMarkdown } from '../../../safe/escape-markdown.ts';
import type { Address } from '../../../safe/address.ts';
import type { Inline } from '../../../safe/inline.ts';
import { toGroupMarkdown } from './group-section.ts';
import { toReport } from '../report.ts';
import type { LeftAloneGroup, PersonTotals, Report } from '../types.ts';
import type { Words } from '../../../words/words.ts';
import type { View } from '../../../view/view.ts';

/** Bytes. GitHub takes comments of 65,536 characters, and whoever posts this adds lines of their own. */
const bytesLimit = 60_000;

/** How many bytes each part beside the groups may have; what does not fit is counted. */
const partLimits = { headline: 18_000, alerts: 6000, list: 4500, notes: 2500 } as const;

/**
 * A view as Markdown for people who are not engineers, at most 60,000 bytes: too many groups are cut between two of them,
 * and a line says so. Nothing that anybody else wrote becomes markup, a link or a mention. Throws on a view that shows
 * numbers.
 */
export function renderMarkdown(view: View, words: Words): string {
  const report = toReport(view, words, { escape: escapeMarkdown, mark: escapeMarkdown });
  const { headline, alerts } = report;
  const head = [
    `## ${words.report.title[report.kind]}`,
    toFacts(report),
    `**${headline[0] ?? ''}**`,
    fit(headline.slice(1), partLimits.headline / 3, report).join(' '),
    fit(
      alerts.map((alert) => `> ⚠️ ${alert}`),
      partLimits.alerts,
      report,
    ).join('\n>\n'),
  ];
  const tail = toTail(report);
  const room = bytesLimit - byteLength([...head, ...tail].join('\n\n')) - 1000;
  return `${[...head, ...fitGroups(report, room), ...tail].filter((part) => part !== '').join('\n\n')}\n`;
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

/** All groups in short where they fit, then as many as possible with their tables. */
function fitGroups({ groups, words }: Report, room: number): string[] {
  const texts = groups.map((group) => toGroupMarkdown(group, words));
  let left = room;
  let shown = 0;
  for (const { short } of texts) {
    left -= byteLength(short) + 2;
    if (left < 0) break;
    shown += 1;
  }
  left = Math.max(left, 0);
  const parts = texts.slice(0, shown).map(({ short, long }) => {
    const more = byteLength(long) - byteLength(short);
    if (more > left) return short;
    left -= Math.max(more, 0);
    return long;
  });
  const cut = groups.slice(shown);
  const risky = cut.filter(({ risk }) => risk === 'high' || risk === 'refused' || risk === 'trouble').length;
  return cut.length === 0 ? parts : [...parts, `**${words.report.headings.cut(cut.length, risky)}**`];
}

function toTail(report: Report): string[] {
  const { words, needHuman, onPurpose, others, dates, approvedDates, waiting, toCreate, notes } = report;
  const { headings } = words.report;
  const list = (items: readonly string[]) => fit(items, partLimits.list, report).join('\n');
  return [
    ...section(headings.waiting, list(bullets(waiting))),
    ...section(headings.dates, ...(dates.length > 0 ? [headings.datesLead, list(bullets(dates))] : [])),
    ...section(headings.others, ...(others.length > 0 ? [headings.othersLead, list(bullets(others))] : [])),
    ...section(headings.needHuman, list(toLeftAlone(needHuman))),
    ...fold(headings.leftAlone, headings.groupCount(onPurpose.length), toLeftAlone(onPurpose).length, [
      list(toLeftAlone(onPurpose)),
    ]),
    ...fold(headings.people, words.number(report.people.length), report.people.length, [
      headings.peopleLead,
      toPeopleTable(report),
    ]),
    ...fold(headings.approvedDates, words.number(approvedDates.length), approvedDates.length, [
      list(bullets(approvedDates)),
    ]),
    ...section(headings.toCreate, list(bullets(toCreate))),
    ...section(headings.notes, fit(bullets(notes), partLimits.notes, report).join('\n')),
  ];
}

function bullets(items: readonly Inline[]): string[] {
  return items.map((item) => `- ${item}`);
}

function section(title: Inline, ...texts: readonly string[]): string[] {
  return texts.join('') === '' ? [] : [`### ${title}`, ...texts];
}

function fold(title: Inline, count: Inline, items: number, parts: readonly string[]): string[] {
  return items === 0 ? [] : [`<details><summary>${title} (${count})</summary>`, ...parts, '</details>'];
}

function toLeftAlone(groups: readonly LeftAloneGroup[]): string[] {
  return groups.flatMap(({ title, lines }) => lines.map((line) => `- **${title}** – ${line}`));
}

function toPeopleTable(report: Report): string {
  const { columns } = report.words.report.headings;
  const head = `| ${[columns.person, columns.leaves, columns.admin, columns.notAdmin, columns.joins].join(' | ')} |`;
  const rows = fit(
    report.people.map((person) => toPersonRow(person, report)),
    partLimits.list,
    report,
  );
  return [
    head,
    '|---|---|---|---|---|',
    ...rows.map((row) => (row.startsWith('|') ? row : `| ${row} | | | | |`)),
  ].join('\n');
}

function toPersonRow({ name, counts }: PersonTotals, { words }: Report): string {
  const cells = [counts.remove, counts.promote, counts.demote, counts.add].map((count) =>
    count > 0 ? words.number(count) : '',
  );
  return `| ${[name, ...cells].join(' | ')} |`;
}

/** As many items as so many bytes hold, and a word about the others. */
function fit(items: readonly string[], limit: number, { words }: Report): string[] {
  let left = limit;
  const shown = items.findIndex((item) => (left -= byteLength(item) + 1) < 0);
  return shown === -1
    ? [...items]
    : [...items.slice(0, shown), words.report.headings.moreItems(items.length - shown)];
}
