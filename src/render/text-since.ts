import { toTitle } from './text-group.ts';
import type { Row } from './text-rows.ts';
import type { SinceView } from './view-types.ts';
import { headings } from './words.ts';

/** What a pull request does besides its changes: other people behind known names first, then what nobody manages any more. */
export function toSinceRows({ numbers, stopped }: SinceView): Row[] {
  if (numbers.length + stopped.length === 0) return [];
  return [
    { kind: 'heading', text: headings.since, file: '' },
    ...numbers.map(({ sentence }): Row => ({
      kind: 'line',
      depth: 1,
      sign: 'needsHuman',
      tone: 'warn',
      text: sentence,
    })),
    ...stopped.map((group): Row => ({
      kind: 'columns',
      sign: 'needsHuman',
      tone: 'warn',
      label: toTitle(group),
      text: headings.stopped,
      note: group.name === '' ? group.sentence : `${group.file}: ${group.sentence}`,
    })),
  ];
}
