import { toPlainFile } from '../plain-name.ts';
import { toGroupHeading } from './group-rows.ts';
import type { Row } from './rows.ts';
import type { ArrivedView, RelaxedView, SinceView, StoppedView } from '../../view/since-view.ts';
import type { Words } from '../../words/words.ts';
import {
  tellArrived,
  tellDefaults,
  tellLoosenedRule,
  tellNewPeople,
  tellNumber,
  tellStopped,
  tellUnread,
} from '../plain-sentences.ts';

/**
 * What a pull request does besides its changes: other people behind known names first, what could not be told, and rules
 * that let more happen; then which groups are new here, and what nobody manages any more.
 */
export function toSinceRows(since: SinceView, words: Words): Row[] {
  const { base, numbers, newPeople, unread, stopped, arrived, relaxed, defaults, loosened } = since;
  const { headings } = words.terminal;
  const { arrived: fresh, renamed, alike } = newPeople;
  const lists = [numbers, fresh, renamed, alike, unread, stopped, arrived, relaxed, defaults, loosened];
  if (lists.every((list) => list.length === 0)) return [];
  return [
    { kind: 'heading', text: headings.since, file: '' },
    ...[
      ...numbers.map((each) => tellNumber(each, words)),
      ...tellNewPeople(newPeople, words),
      ...unread.map((each) => tellUnread(each, base, words)),
      ...loosened.map((each) => tellLoosenedRule(each, words)),
      ...defaults.map((each) => tellDefaults(each, words)),
    ].map((text): Row => ({
      kind: 'line',
      depth: 1,
      sign: 'needsHuman',
      tone: 'warn',
      text,
    })),
    ...arrived.map((group) => toGroupRow(group, headings.arrived, tellArrived(group, words))),
    ...stopped.map((group) => toGroupRow(group, headings.stopped, tellStopped(group, words))),
    ...relaxed.map((group) => toGroupRow(group, headings.relaxed, words.reasons.relaxed.terminal(group))),
  ];
}

function toGroupRow(group: ArrivedView | StoppedView | RelaxedView, text: string, sentence: string): Row {
  return {
    kind: 'columns',
    sign: 'needsHuman',
    tone: 'warn',
    label: toGroupHeading(group),
    text,
    note: group.name === '' ? sentence : `${toPlainFile(group.file)}: ${sentence}`,
  };
}
