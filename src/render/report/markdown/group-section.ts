import { toFence } from '../../../safe/escape-markdown.ts';
import { escapeHtml } from '../../../safe/escape-html.ts';
import type { Inline } from '../../../safe/inline.ts';
import { capitalise, say } from '../../../safe/inline.ts';
import type { ReportBlock, ReportGroup, ReportPhoto, ReportSentence } from '../types.ts';
import type { Words } from '../../../words/words.ts';
import type { Item } from './fit-comment.ts';

/** A sign beside the word, never instead of it. */
const riskSigns = { high: '🔴', medium: '🟠', low: '⚪', refused: '⛔', trouble: '🟠', done: '✅' } as const;
const actionSigns = { promote: '↑', remove: '−', demote: '↓', add: '\\+', set: '\\~' } as const;

/** One group: with its table, with all its names, and as no more than numbers for where there is no room. */
export function toGroupMarkdown(group: ReportGroup, heading: string, words: Words): Item {
  const { risk, badges, claim, alerts, lifted, blocks, photo, topic, rows, counts } = group;
  const { headings } = words.report;
  const title = `${heading} ${riskSigns[risk]} ${toTitle(group)}`;
  const parts = [
    title,
    ...(claim === '' ? [] : [claim]),
    ...(badges.length > 0 ? [`_${badges.map(({ text: badge }) => badge).join(' · ')}_`] : []),
    ...alerts.map((alert) => `> ⛔ ${alert}`),
    ...lifted.map((each) => `> ⚠️ ${each}`),
    ...blocks.flatMap((block) => toParagraphs(block)),
    ...(photo ? toPhoto(photo, words) : []),
    ...(topic ? [toTopic(topic)] : []),
  ];
  const text = parts.join('\n\n');
  return {
    text,
    ...(rows.length > 0 && { more: [text, ...toTable(group, words)].join('\n\n') }),
    less: `${title}\n\n${capitalise(counts)}. ${headings.namesCut}`,
  };
}

function toTitle({ title, file }: ReportGroup): Inline {
  return file === '' ? title : say`${title} · ${file}`;
}

/** The sentences of one fate, and below them the lists that are long. */
function toParagraphs({ lead, sentences }: ReportBlock): string[] {
  const short = sentences.filter(({ names }) => names === undefined).map(({ text }) => text);
  const first = [...(lead === '' ? [] : [`**${lead}**`]), ...short].join(' ');
  return [...(first === '' ? [] : [first]), ...sentences.flatMap(toFold)];
}

function toFold({ text, names }: ReportSentence): string[] {
  return names === undefined ? [] : [`<details><summary>${text}</summary>`, names, '</details>'];
}

/** Pixels. */
const photoSide = 160;

/**
 * The new photo as the forge shows it. What GitHub cannot show in a comment is the old one, which lies at WhatsApp alone:
 * `data:` addresses are taken out of what comments hold (github/markup#270), and what a run has kept has no address that
 * an image could be asked of. A file of the repository has one, at the commit: whoever may see the repository sees it. Both stand
 * in the page, which the comment links.
 */
function toPhoto({ group, address }: ReportPhoto, words: Words): string[] {
  if (address === undefined) return [];
  const { photoOf } = words.report.headings;
  return [`<img src="${escapeHtml(address)}" alt="${photoOf.after(group)}" width="${photoSide}">`];
}

/** The lines stand in a block of code: nothing in them is looked at but the end of the block, which none can be. */
function toTopic(topic: NonNullable<ReportGroup['topic']>): string {
  const texts = topic.map(({ mark, text }) => `${mark} ${text}`);
  const fence = toFence(texts);
  return [`${fence}diff`, ...texts, fence].join('\n');
}

function toTable({ rows, size, file, title }: ReportGroup, words: Words): string[] {
  const { columns, details } = words.report.headings;
  const hasResults = rows.some(({ result }) => result !== undefined);
  const head = [
    '',
    hasResults ? columns.planned : columns.happens,
    columns.why,
    ...(hasResults ? [columns.outcome] : []),
  ];
  const lines = rows.map(({ action, happens, why, result }) => {
    const outcome = hasResults ? [result ? words.report.results[result].word : ''] : [];
    return `| ${[actionSigns[action], happens, why, ...outcome].join(' | ')} |`;
  });
  return [
    `<details><summary>${details(size)} (${file || title})</summary>`,
    [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...lines].join('\n'),
    '</details>',
  ];
}
