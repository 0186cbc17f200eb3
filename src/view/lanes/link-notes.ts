import { isLinkRenewal } from '../../domain/plan/change.ts';
import type { ApplyOutcome } from '../../domain/plan/outcome.ts';
import type { Safety } from '../../safe/labels.ts';
import type { GroupView } from '../group-view.ts';
import type { RunView } from '../view.ts';

/** Whoever was removed may still have a link that nobody renewed, and needs nobody's yes. */
export function findOldLinks(
  outcome: ApplyOutcome,
  groups: readonly GroupView[],
  safety: Safety,
): RunView['oldLinks'] {
  const open = outcome.groups.filter(({ outcomes, reading }) => {
    const isRemoved = outcomes.some(
      ({ change, result }) => change.action === 'remove' && result === 'verified',
    );
    const isAsked = reading.kind === 'read' && reading.group.settings['join-approval'];
    return isRemoved && !isAsked && !outcomes.some(({ change }) => isLinkRenewal(change));
  });
  const files = new Set(open.map(({ file }) => safety.line(file)));
  return groups.filter(({ file }) => files.has(file)).map(({ file, name }) => ({ file, name }));
}

/** A link that is made anew after what a date takes away is approved with that. */
export function hasDatedRemovals(groups: readonly GroupView[]): boolean {
  return groups.some(({ scheduled }) =>
    scheduled.some(({ action, refused }) => action === 'remove' && !refused),
  );
}
