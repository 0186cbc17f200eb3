import { isLossAction } from '../../domain/plan/change.ts';
import { groupAlike } from '../group-alike.ts';
import type { Inline } from '../../safe/inline.ts';
import { capitalise, say } from '../../safe/inline.ts';
import { toUnchanged } from './sentences.ts';
import type { LeftAloneGroup } from './types.ts';
import type { Voice } from './voice.ts';
import type { AboutLeftAlone } from '../../words/reason-words.ts';
import { tell } from '../../words/reason-words.ts';
import type { LeftAloneView } from '../../view/change-view.ts';
import type { GroupView, UnreadableView } from '../../view/group-view.ts';
import { toName, toNames, toGroupName, toPerson } from './voice.ts';

const namesLimit = 12;

/** What is left alone, a list of lines for every group that has any; `asking`: those that need somebody, or the rest. */
export function findLeftAlone(groups: readonly GroupView[], asking: boolean, voice: Voice): LeftAloneGroup[] {
  return groups.flatMap((group) => {
    const items = group.leftAlone.filter(({ needsHuman }) => needsHuman === asking);
    const lines = [
      ...(asking && group.unreadable ? [toUnreadable(group.unreadable, voice)] : []),
      ...groupAlike(items, toKey).map((alike) => toLine(alike, voice)),
      ...(asking
        ? group.notices.flatMap(({ kind, label, lid }) =>
            // What lifts a limit is said above the group's changes.
            kind === 'limit-lifted'
              ? []
              : [
                  tell(voice.words.reasons.notices[kind].report, {
                    name: toPerson(label, voice),
                    lid: voice.escape(lid ?? ''),
                  }),
                ],
          )
        : []),
    ];
    return lines.length === 0 ? [] : [{ title: toGroupName(group, voice), lines }];
  });
}

function toUnreadable({ reason }: UnreadableView, { words }: Voice): Inline {
  return tell(words.reasons.unreadable[reason].report, say``);
}

function toKey({ reason, since, drift, other, asked }: LeftAloneView): string {
  return JSON.stringify([reason, since, drift?.action, other, asked]);
}

/** "Xavi and Priya are not added: …, since 2026-11-02." */
function toLine(alike: readonly LeftAloneView[], voice: Voice): Inline {
  const { words } = voice;
  const [first] = alike;
  if (!first) return say``;
  const since =
    first.since === undefined ? say`` : say` (${words.report.since(words.day(first.since), first.reason)})`;
  return say`${toSubject(alike, voice)}: ${toReason(first, alike.length, voice)}${since}.`;
}

function toReason(item: LeftAloneView, count: number, voice: Voice): Inline {
  return tell(voice.words.reasons.leftAlone[item.reason].report, toAbout(item, count, voice));
}

function toAbout({ drift, other, line, asked }: LeftAloneView, count: number, voice: Voice): AboutLeftAlone {
  return {
    count,
    action: drift?.action,
    isLoss: isLossAction(drift?.action),
    ...(other !== undefined && { other: toPerson(other, voice) }),
    ...(line !== undefined && { line: toName(line, voice) }),
    ...(asked !== undefined && { asked }),
  };
}

function toSubject(alike: readonly LeftAloneView[], voice: Voice): Inline {
  const { words } = voice;
  const drift = alike[0]?.drift;
  if (drift?.action === 'set') {
    return toUnchanged(
      alike.flatMap((item) => item.drift ?? []),
      voice,
    );
  }
  const names = toNames(
    alike.map((item) => toWhom(item, voice)),
    namesLimit,
    voice,
  );
  return drift ? words.report.notDone[drift.action](names) : capitalise(names.names);
}

/** Somebody without a number is told apart by the last digits of what WhatsApp calls them. */
function toWhom({ label, reason }: LeftAloneView, voice: Voice): Inline {
  const { words, escape } = voice;
  const digits = /^lid:\d*?(\d{1,4})$/.exec(label)?.[1];
  if (digits !== undefined) return say`${words.report.hiddenMember} (…${escape(digits)})`;
  return reason === 'ambiguous' ? words.report.ambiguous : toPerson(label, voice);
}
