import { toFence } from '../../../safe/escape-markdown.ts';
import { truncate } from '../../columns.ts';
import type { ReportBlock, ReportGroup, ReportTopic } from '../types.ts';
import type { Words } from '../../../words/words.ts';

/** A sign beside the word, never instead of it. */
const riskSigns = { high: '🔴', medium: '🟠', low: '⚪', refused: '⛔', trouble: '🟠', done: '✅' } as const;
const actionSigns = { promote: '↑', remove: '−', demote: '↓', add: '\\+', set: '\\~' } as const;

/** A longer line of a description is cut. Columns. */
const longestLine = 200;

/** One group, with its table and without. */
export function toGroupMarkdown(
  group: ReportGroup,
  words: Words,
): { readonly short: string; readonly long: string } {
  const { title, risk, alerts, lifted, blocks, topic, rows } = group;
  const parts = [
    `### ${riskSigns[risk]} ${title}`,
    ...(risk === 'low' || risk === 'done' ? [] : [`_${words.report.headings.risk[risk]}_`]),
    ...alerts.map((alert) => `> ⛔ ${alert}`),
    ...lifted.map((each) => `> ⚠️ ${each}`),
    ...blocks.map((block) => toParagraph(block, blocks.length, words)),
    ...(topic ? [toTopic(topic, words)] : []),
  ];
  const table = rows.length === 0 ? [] : toTable(group, words);
  const cut = rows.length === 0 ? [] : [`_${words.report.headings.tableCut}_`];
  return { short: [...parts, ...cut].join('\n\n'), long: [...parts, ...table].join('\n\n') };
}

function toParagraph({ result, sentences }: ReportBlock, blocks: number, words: Words): string {
  const text = sentences.map((sentence) => sentence.text).join(' ');
  if (result === 'due') return blocks > 1 ? `**${words.report.headings.due}** ${text}` : text;
  return `**${words.report.results[result].lead}** ${text}`;
}

/** The lines stand in a block of code: nothing in them is looked at but the end of the block, which none can be. */
function toTopic({ lines, rest }: ReportTopic, words: Words): string {
  const texts = lines.map(({ mark, text }) => `${mark} ${truncate(text, longestLine)}`);
  const fence = toFence(texts);
  const more = rest > 0 ? [`  ${words.report.headings.moreLines(rest)}`] : [];
  return [`${fence}diff`, ...texts, ...more, fence].join('\n');
}

function toTable({ rows, file, title }: ReportGroup, words: Words): string[] {
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
    `<details><summary>${details(rows.length)} (${file || title})</summary>`,
    [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...lines].join('\n'),
    '</details>',
  ];
}
