import { toTitle } from './text-group.ts';
import type { Row } from './text-rows.ts';
import type { RelaxedView, SinceView, StoppedView } from './view-types.ts';
import { headings } from './words.ts';

/**
 * What a pull request does besides its changes: other people behind known names first, and what could not be told; then
 * what nobody manages any more.
 */
export function toSinceRows({ numbers, unread, stopped, relaxed }: SinceView): Row[] {
  if (numbers.length + unread.length + stopped.length + relaxed.length === 0) return [];
  return [
    { kind: 'heading', text: headings.since, file: '' },
    ...[...numbers, ...unread].map(({ sentence }): Row => ({
      kind: 'line',
      depth: 1,
      sign: 'needsHuman',
      tone: 'warn',
      text: sentence,
    })),
    ...stopped.map((group) => toLessRow(group, headings.stopped)),
    ...relaxed.map((group) => toLessRow(group, headings.relaxed)),
  ];
}

function toLessRow(group: StoppedView | RelaxedView, text: string): Row {
  return {
    kind: 'columns',
    sign: 'needsHuman',
    tone: 'warn',
    label: toTitle(group),
    text,
    note: group.name === '' ? group.sentence : `${group.file}: ${group.sentence}`,
  };
}
