import { emphasiseHtml, escapeHtml, isolate } from '../../../safe/escape-html.ts';
import { bothSchemes, toHtmlHead } from '../../html-head.ts';
import { toGroupHtml } from './group-card.ts';
import { htmlStyle } from './style-sheet.ts';
import type { ReportFact } from '../facts.ts';
import type { Inline } from '../../../safe/inline.ts';
import { say } from '../../../safe/inline.ts';
import { toReport } from '../report.ts';
import type { LeftAloneLine, Report } from '../types.ts';
import type { Words } from '../../../words/words.ts';
import type { View } from '../../../view/view.ts';

/** Nothing may be loaded and nothing run, whatever would get past the escaping. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * A view as one HTML file that needs nothing else, neither script nor network: for a browser, a printer and a screen
 * reader. Throws on a view that shows numbers.
 */
export function renderHtml(view: View, words: Words): string {
  const report = toReport(view, words, {
    escape: escapeHtml,
    mark: isolate,
    emphasise: emphasiseHtml,
    showsTopics: true,
  });
  const { kind } = report;
  return `${[
    ...toHtmlHead({
      attributes: `lang="${words.language}"`,
      policy,
      metas: [bothSchemes],
      title: `${words.report.title[kind]} – Rollcall`,
      style: htmlStyle,
    }),
    '<body>',
    `<a class="skip" href="#main">${words.report.headings.skip}</a>`,
    '<div class="wrap">',
    toHeader(report),
    '<main id="main" tabindex="-1">',
    ...toSections(report),
    '</main>',
    '</div>',
    '</body>',
    '</html>',
  ]
    .filter((part) => part !== '')
    .join('\n')}\n`;
}

function toHeader({ words, kind, facts, headline, isGrave, tiles }: Report): string {
  const items = tiles.map(
    ({ action, count }) =>
      `<li class="${count > 0 ? action : 'none'}"><b>${words.number(count)}</b> ${words.report.captions[action](count)}</li>`,
  );
  const more = headline.slice(1).join(' ');
  return [
    '<header>',
    `<p class="brand"><b>Rollcall</b></p>`,
    `<h1>${words.report.title[kind]}</h1>`,
    facts.length > 0 && `<dl class="facts">${facts.map(toFact).join('')}</dl>`,
    `<p class="lead${isGrave ? ' grave' : ''}">${headline[0] ?? ''}</p>`,
    more && `<p class="more">${more}</p>`,
    `<ul class="tiles">${items.join('')}</ul>`,
    '</header>',
  ]
    .filter(Boolean)
    .join('\n');
}

function toFact({ kind, name, text, address }: ReportFact): string {
  const linked = address === undefined ? text : `<a href="${escapeHtml(address)}">${text}</a>`;
  return `<div class="${kind}"><dt>${name}</dt><dd>${linked}</dd></div>`;
}

function toSections(report: Report): string[] {
  const { words, alerts, groups, others, needHuman, wasBefore, onPurpose, people, toCreate, notes } = report;
  const { dates, waiting, toInvite } = report;
  const { headings } = words.report;
  return [
    section(
      headings.pullRequest,
      alerts.flat().map((alert) => `<p class="alert">${alert}</p>`),
    ),
    section(
      headings.groups,
      groups.map((group) => toGroupHtml(group, words)),
    ),
    section(headings.waiting, waiting.length === 0 ? [] : [toCard(toList(waiting))]),
    section(
      headings.dates,
      dates.length === 0 ? [] : [`<p>${headings.datesLead}</p>`, toCard(toDateTable(report))],
    ),
    section(
      headings.others,
      others.length === 0
        ? []
        : [`<p>${headings.othersLead}</p>`, ...others.map((group) => toGroupHtml(group, words))],
    ),
    section(headings.needHuman, toLeftAlone(needHuman)),
    fold(headings.toInvite, toLeftAlone(toInvite)),
    fold(headings.wasBefore, toLeftAlone(wasBefore)),
    fold(headings.leftAlone, toLeftAlone(onPurpose)),
    section(
      headings.people,
      people.length === 0 ? [] : [`<p>${headings.peopleLead}</p>`, toCard(toPeopleTable(report))],
    ),
    section(
      report.kind === 'create' ? words.creations.heading : headings.toCreate,
      toCreate.length === 0 ? [] : [toCard(toList(toCreate))],
    ),
    section(headings.notes, notes.length === 0 ? [] : [toCard(toList(notes))]),
  ];
}

function section(title: Inline, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `<section>\n<h2>${title}</h2>\n${parts.join('\n')}\n</section>`;
}

/** A section for whoever opens it. */
function fold(title: Inline, parts: readonly string[]): string {
  if (parts.length === 0) return '';
  return `<section>\n<details><summary><h2>${title}</h2></summary>\n${parts.join('\n')}\n</details>\n</section>`;
}

function toCard(content: string): string {
  return `<div class="card">${content}</div>`;
}

function toList(items: readonly Inline[]): string {
  return `<ul class="plain">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function toLeftAlone(lines: readonly LeftAloneLine[]): string[] {
  if (lines.length === 0) return [];
  const items = lines.map(({ title, text }) => (title === '' ? text : say`<b>${title}</b> – ${text}`));
  return [toCard(toList(items))];
}

function toDateTable({ dates, words }: Report): string {
  const { day, group, happens, inTheWay } = words.report.headings.columns;
  const rows = dates.map(
    (row) =>
      `<tr><th scope="row">${row.day}</th><td>${row.group}</td><td>${row.happens}</td><td>${row.beside}</td></tr>`,
  );
  return toTable([day, group, happens, inTheWay], rows, 'dates');
}

function toTable(head: readonly Inline[], rows: readonly string[], kind: 'dates' | 'people'): string {
  const cells = head.map((cell) => `<th scope="col">${cell}</th>`).join('');
  return [
    `<table class="${kind}"><thead><tr>${cells}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table>`,
  ].join('\n');
}

function toPeopleTable({ people, words }: Report): string {
  const { columns } = words.report.headings;
  const head = [columns.person, columns.leaves, columns.admin, columns.notAdmin, columns.joins];
  const rows = people.map(({ name, counts }) => {
    const cells = [counts.remove, counts.promote, counts.demote, counts.add].map(
      (count, index) =>
        `<td class="number" data-of="${head[index + 1] ?? ''}">${count > 0 ? words.number(count) : ''}</td>`,
    );
    return `<tr><th scope="row">${name}</th>${cells.join('')}</tr>`;
  });
  return toTable(head, rows, 'people');
}
