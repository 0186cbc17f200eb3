import { groupAlike } from '../group-alike.ts';
import type { Inline } from '../../safe/inline.ts';
import { join, list, say } from '../../safe/inline.ts';
import { toRefusal } from './report-group.ts';
import { toNumbered } from './sentences.ts';
import type { LeftAloneLine } from './types.ts';
import type { Voice } from './voice.ts';
import { toGroupName } from './voice.ts';
import { tell } from '../../words/reason-words.ts';
import type { GroupView, ToInviteView } from '../../view/group-view.ts';

/** So many people stand in one line; all of them are named, since merging says that they belong here. */
const namesLimit = 60;

/** Whoever is to come by the link, a line for each group and reason. */
export function findInvited(groups: readonly GroupView[], voice: Voice): LeftAloneLine[] {
  return groups.flatMap((group) =>
    groupAlike(group.toInvite, toKey)
      .flatMap(toBunches)
      .map((alike) => ({ title: toGroupName(group, voice), text: toText(alike, voice) })),
  );
}

function toKey({ reason, isApproved, refused, since }: ToInviteView): string {
  return JSON.stringify([reason, isApproved, refused, since]);
}

function toBunches(alike: readonly ToInviteView[]): (readonly ToInviteView[])[] {
  const count = Math.ceil(alike.length / namesLimit);
  return Array.from({ length: count }, (_, turn) => alike.slice(turn * namesLimit, (turn + 1) * namesLimit));
}

/** "Ana and Budi: the group takes new members by its link; approved already." */
function toText(alike: readonly ToInviteView[], voice: Voice): Inline {
  const { words } = voice;
  const [first] = alike;
  if (!first) return say``;
  const { reason, isApproved, refused, since } = first;
  const { coming, results } = words.report;
  const about = { count: alike.length, action: 'add', isLoss: false } as const;
  const day = since === undefined ? say`` : say` (${words.report.since(words.day(since), reason)})`;
  const parts = [
    say`${tell(words.reasons.leftAlone[reason].report, about)}${day}`,
    ...(isApproved ? [coming.approved] : []),
    ...(refused ? [coming.refused(results.refused.word)] : []),
  ];
  const names = list(
    alike.map((item) => toNumbered(item, voice)),
    words.and,
  );
  return say`${names}: ${join(parts, '; ')}.`;
}

/** What the limits say of them, once for each group: "“Choir”: …". */
export function findInviteAlerts(groups: readonly GroupView[], voice: Voice): Inline[] {
  return groups.flatMap((group) => {
    // A refusal of the group is told by it.
    if (group.refusals.length > 0) return [];
    const own = group.toInvite.flatMap(({ refusal }) =>
      refusal ? [toRefusal(refusal, voice, 'invited')] : [],
    );
    return [...new Set(own)].map((sentence) => say`${toGroupName(group, voice)}: ${sentence}`);
  });
}
