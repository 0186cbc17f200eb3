import type { ChangeView } from '../../view/change-view.ts';
import type { ResultKey } from '../../words/report-words.ts';
import type { ReportBadge, Risk } from './types.ts';
import type { Voice } from './voice.ts';

/** What each action is to whoever looks at a group: who loses or gains power comes first. */
const risks = { remove: 'high', promote: 'high', demote: 'medium', add: 'low', set: 'low' } as const;

/** A change, and what becomes of it. */
export interface Fated {
  readonly action: ChangeView['action'];
  readonly result: ResultKey | 'due';
}

/**
 * What stands at a group's name, in numbers, so that it can be added up to what the headline says: "removes 22", "adds 3".
 * After a run: how much of it is not done.
 */
export function toBadges(changes: readonly Fated[], isRun: boolean, { words }: Voice): ReportBadge[] {
  const { badges } = words.report;
  // Only what something objects to is told without a change.
  if (changes.length === 0) return [{ risk: 'refused', text: badges.blocked }];
  const refused = changes.filter(({ result }) => result === 'refused').length;
  const stopped: ReportBadge[] = refused > 0 ? [{ risk: 'refused', text: badges.refused(refused) }] : [];
  if (isRun) return [...stopped, ...toRunBadges(changes, badges)];
  const due = Object.entries(risks).flatMap(([action, risk]) => {
    const count = changes.filter((change) => change.action === action && change.result === 'due').length;
    return count > 0 ? [{ risk, text: badges[action as keyof typeof risks](count) }] : [];
  });
  return [...stopped, ...due];
}

function toRunBadges(changes: readonly Fated[], badges: Voice['words']['report']['badges']): ReportBadge[] {
  const tried = changes.filter(({ result }) => result !== 'refused');
  const open = tried.filter(({ result }) => result !== 'verified').length;
  if (open > 0) return [{ risk: 'trouble', text: badges.open(open, tried.length) }];
  return tried.length > 0 ? [{ risk: 'done' satisfies Risk, text: badges.done }] : [];
}
