import { toPlainName } from '../../plain-name.ts';
import { groupAlike } from '../../group-alike.ts';
import { tellToInvite } from '../../plain-sentences.ts';
import { toGroupHeading, toRefusalRows } from '../group-rows.ts';
import type { Row } from '../rows.ts';
import { toSection } from '../section.ts';
import { escapeInline } from '../../../safe/inline.ts';
import type { GroupView, RefusalView, ToInviteView } from '../../../view/group-view.ts';
import type { Words } from '../../../words/words.ts';
import { tellRefusal } from '../../plain-sentences.ts';

/** So many names of people who were approved before; whoever a plan file approves is named, however many. */
const namesLimit = 12;

/** Whoever is to come by the link: a row for each group and reason, with the names below. */
export function toInviteRows(groups: readonly GroupView[], words: Words): Row[] {
  const refusals = new Map<string, RefusalView>();
  for (const { refusal } of groups.flatMap(({ toInvite }) => toInvite))
    if (refusal) refusals.set(tellRefusal(refusal, words).sentence, refusal);
  const rows = groups.flatMap((group) =>
    groupAlike(group.toInvite, (item) => toKey(item, words)).flatMap((alike) => toRows(group, alike, words)),
  );
  const objections = [...refusals.values()].flatMap((refusal) => toRefusalRows(refusal, words, 'invited'));
  const all = [...rows, ...objections];
  return toSection(words.terminal.headings.toInvite, all, words, Number.POSITIVE_INFINITY);
}

function toKey(item: ToInviteView, words: Words): string {
  return JSON.stringify([tellToInvite(item, words), item.isApproved, item.refused]);
}

function toRows(group: GroupView, alike: readonly ToInviteView[], words: Words): Row[] {
  const [first] = alike;
  if (!first) return [];
  const { crowd, coming, toInvite } = words.terminal;
  const shown = first.isApproved ? alike.slice(0, namesLimit) : alike;
  const rest = alike.length - shown.length;
  const names = shown.map(({ label, number }) => {
    const name = toPlainName(label);
    return number === undefined ? name : words.terminal.numbers[number](name);
  });
  const note = [
    tellToInvite(first, words),
    first.isApproved ? toInvite.approved : '',
    first.refused ? coming.limit : '',
  ];
  return [
    {
      kind: 'columns',
      sign: first.refused ? 'refused' : 'item',
      tone: first.refused ? 'bad' : 'quiet',
      label: toGroupHeading(group),
      text: crowd.people(alike.length),
      note: note.filter(Boolean).join(', '),
    },
    {
      kind: 'line',
      depth: 2,
      tone: 'quiet',
      text: escapeInline(`${names.join(', ')}${rest > 0 ? ` ${crowd.more(rest)}` : ''}`),
    },
  ];
}
