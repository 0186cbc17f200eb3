import { toGroupHeading } from './group-rows.ts';
import type { Row } from './rows.ts';
import type { ArrivedView, RelaxedView, SinceView, StoppedView } from '../../view/types.ts';
import { headings } from '../../words/terminal-words.ts';

/**
 * What a pull request does besides its changes: other people behind known names first, and what could not be told; then
 * which groups are new here, and what nobody manages any more.
 */
export function toSinceRows({ numbers, unread, stopped, arrived, relaxed }: SinceView): Row[] {
  if ([numbers, unread, stopped, arrived, relaxed].every((list) => list.length === 0)) return [];
  return [
    { kind: 'heading', text: headings.since, file: '' },
    ...[...numbers, ...unread].map(({ sentence }): Row => ({
      kind: 'line',
      depth: 1,
      sign: 'needsHuman',
      tone: 'warn',
      text: sentence,
    })),
    ...arrived.map((group) => toGroupRow(group, headings.arrived)),
    ...stopped.map((group) => toGroupRow(group, headings.stopped)),
    ...relaxed.map((group) => toGroupRow(group, headings.relaxed)),
  ];
}

function toGroupRow(group: ArrivedView | StoppedView | RelaxedView, text: string): Row {
  return {
    kind: 'columns',
    sign: 'needsHuman',
    tone: 'warn',
    label: toGroupHeading(group),
    text,
    note: group.name === '' ? group.sentence : `${group.file}: ${group.sentence}`,
  };
}
