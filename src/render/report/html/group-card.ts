import { escapeHtml } from '../../../safe/escape-html.ts';
import type { Inline } from '../../../safe/inline.ts';
import { say } from '../../../safe/inline.ts';
import type {
  ReportBadge,
  ReportBlock,
  ReportGroup,
  ReportPhoto,
  ReportRow,
  ReportSentence,
} from '../types.ts';
import type { Words } from '../../../words/words.ts';
import type { DiffLine } from '../../topic-diff.ts';

const signs = { promote: '↑', remove: '−', demote: '↓', add: '+', set: '~' } as const;

/** One group as a card: what happens, pictures, the description, and a table that can be opened. */
export function toGroupHtml(group: ReportGroup, words: Words): string {
  const { title, file, claim, badges, alerts, lifted, blocks, photo, topic, rows, size } = group;
  return [
    `<article class="card group">`,
    `<header><h3>${title}</h3>${file && `<span class="file">${file}</span>`}`,
    `<ul class="badges">${badges.map(toBadge).join('')}</ul></header>`,
    claim && `<p class="claim">${claim}</p>`,
    ...[...alerts, ...lifted].map((alert) => `<p class="alert">${alert}</p>`),
    ...blocks.map(toBlock),
    photo ? toPhotos(photo, words) : '',
    topic ? toTopic(topic, words) : '',
    rows.length > 0 ? toTable(rows, size, words) : '',
    `</article>`,
  ].join('\n');
}

function toBadge({ risk, text }: ReportBadge): string {
  return `<li class="badge ${risk}">${text}</li>`;
}

function toBlock({ lead, sentences }: ReportBlock): string {
  const items = sentences.map((sentence) => `<li>${toSign(sentence.action)}${toSentence(sentence)}</li>`);
  return `${lead && `<p class="fate">${lead}</p>`}<ul class="do">${items.join('')}</ul>`;
}

/** A list that is long is there for whoever opens it. */
function toSentence({ text, names }: ReportSentence): string {
  if (names === undefined) return `<span>${text}</span>`;
  return `<details class="names"><summary>${text}</summary><p>${names}</p></details>`;
}

/** The sentence beside it says the same. */
function toSign(action: ReportRow['action']): string {
  return `<span class="sign ${action}" aria-hidden="true">${signs[action]}</span>`;
}

/** Side by side, so that they can be compared; the fold below them makes both larger, without a script. */
function toPhotos({ group, before, after, isRemoved, file }: ReportPhoto, words: Words): string {
  const { headings } = words.report;
  const isAny = before !== undefined || (after !== undefined && !isRemoved);
  const larger = `<details class="larger"><summary>${headings.larger}</summary><p>${file ?? group}</p></details>`;
  return `<div class="photos">${[
    toFigure(before, headings.photoOf.before(group), headings.before, words),
    toFigure(isRemoved ? undefined : after, headings.photoOf.after(group), headings.after, words),
    isAny ? larger : '',
  ].join('')}</div>`;
}

/** Only pictures that are in the file itself; anything else would be asked of a server. */
function toFigure(url: string | undefined, alt: Inline, caption: Inline, words: Words): string {
  const isOwn = url !== undefined && /^data:image\/(?:jpeg|png|webp);base64,[A-Za-z0-9+/=]+$/.test(url);
  const picture = isOwn
    ? `<img src="${url}" alt="${alt}" width="320" height="320">`
    : `<div class="nothing">${words.report.headings.noPicture}</div>`;
  return `<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
}

function toTopic(topic: readonly DiffLine[], words: Words): string {
  return `<div class="topic">${topic.map((line) => toLine(line, words)).join('')}</div>`;
}

function toLine({ mark, text }: DiffLine, { report: { headings } }: Words): string {
  const shown = text === '' ? say`&nbsp;` : escapeHtml(text);
  if (mark === ' ') return `<span dir="auto"><span class="mark"></span>${shown}</span>`;
  const [tag, word, sign] =
    mark === '-' ? ['del', headings.removedLine, '−'] : ['ins', headings.addedLine, '+'];
  return `<${tag} dir="auto"><span class="unseen">${word} </span><span class="mark" aria-hidden="true">${sign}</span>${shown}</${tag}>`;
}

function toTable(rows: readonly ReportRow[], size: number, { report: { headings, results } }: Words): string {
  const { columns, details } = headings;
  const hasResults = rows.some(({ result }) => result !== undefined);
  const head = [
    hasResults ? columns.planned : columns.happens,
    columns.why,
    ...(hasResults ? [columns.outcome] : []),
  ];
  const lines = rows.map(({ happens, why, result }) => {
    const outcome = hasResults ? `<td>${result ? results[result].word : ''}</td>` : '';
    return `<tr><th scope="row">${happens}</th><td>${why}</td>${outcome}</tr>`;
  });
  return [
    `<details><summary>${details(size)}</summary>`,
    `<table class="rows"><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead>`,
    `<tbody>${lines.join('\n')}</tbody></table></details>`,
  ].join('\n');
}
