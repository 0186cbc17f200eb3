import { isLossAction } from '../../domain/change.ts';
import { groupAlike } from '../group-alike.ts';
import type { Inline } from '../../safe/inline.ts';
import { capitalise, say } from '../../safe/inline.ts';
import { toUnchanged } from './sentences.ts';
import type { LeftAloneGroup } from './types.ts';
import type { Voice } from './voice.ts';
import type { AboutWords } from '../../words/report-words.ts';
import { toName, toNames, toTitle } from './voice.ts';
import type { GroupView, LeftAloneView, UnreadableView } from '../../view/types.ts';

const namesLimit = 12;

/** What is left alone, a list of lines for every group that has any; `asking`: those that need somebody, or the rest. */
export function findLeftAlone(groups: readonly GroupView[], asking: boolean, voice: Voice): LeftAloneGroup[] {
  return groups.flatMap((group) => {
    const items = group.leftAlone.filter(({ needsHuman }) => needsHuman === asking);
    const lines = [
      ...(asking && group.unreadable ? [toUnreadable(group.unreadable, voice)] : []),
      ...groupAlike(items, toKey).map((alike) => toLine(alike, voice)),
      ...(asking
        ? group.notices.flatMap(({ kind, label }) =>
            // What lifts a limit is said above the group's changes.
            kind === 'limit-lifted' ? [] : [voice.words.notices[kind](toName(label, voice))],
          )
        : []),
    ];
    return lines.length === 0 ? [] : [{ title: toTitle(group, voice), lines }];
  });
}

function toUnreadable({ reason }: UnreadableView, { words }: Voice): Inline {
  return words.unreadable[reason];
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
    first.since === undefined ? say`` : say` (${words.since(words.day(first.since), first.reason)})`;
  return say`${toSubject(alike, voice)}: ${toReason(first, alike.length, voice)}${since}.`;
}

/** Whoever is to be removed and has no account any more is no mistake in the files. */
function toReason(item: LeftAloneView, people: number, voice: Voice): Inline {
  const { reason, drift } = item;
  const { words } = voice;
  if (reason === 'not-on-whatsapp' && drift && drift.action !== 'add')
    return words.causes['gone-from-whatsapp'];
  const text = words.leftAlone[reason];
  return typeof text === 'function' ? text(people, toAbout(item, voice)) : text;
}

function toAbout({ drift, other, line, asked }: LeftAloneView, voice: Voice): AboutWords {
  return {
    isLoss: isLossAction(drift?.action),
    ...(other !== undefined && { other: toName(other, voice) }),
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
  return drift ? words.notDone[drift.action](names) : capitalise(names.names);
}

/** Somebody without a number is told apart by the last digits of what WhatsApp calls them. */
function toWhom({ label, reason }: LeftAloneView, voice: Voice): Inline {
  const { words, escape } = voice;
  const digits = /^lid:\d*?(\d{1,4})$/.exec(label)?.[1];
  if (digits !== undefined) return say`${words.hiddenMember} (…${escape(digits)})`;
  return reason === 'ambiguous' ? words.ambiguous : toName(label, voice);
}
