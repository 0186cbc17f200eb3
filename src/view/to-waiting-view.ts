import { isPersonChange } from '../domain/plan/change.ts';
import type { Waiting } from '../domain/plan/outcome.ts';
import type { Safety } from '../safe/labels.ts';
import { isPeopleWhat, toWhatView } from './to-what-view.ts';
import type { GroupView } from './group-view.ts';
import type { WaitingView } from './view.ts';

/** Something that was approved and waits, as people see it. */
export function toWaitingView(waiting: Waiting, groups: readonly GroupView[], safety: Safety): WaitingView {
  const { id, file, reason, since, change } = waiting;
  const group = groups.find((each) => each.file === safety.line(file));
  return {
    id,
    file: safety.line(file),
    name: group?.name ?? safety.line(''),
    ...toWhatView(change?.action === 'set' ? change.setting : (change?.action ?? waiting.what)),
    label: change && isPersonChange(change) ? safety.label(change.person) : safety.line(toLabel(waiting)),
    reason,
    ...(since !== undefined && { since }),
  };
}

function toLabel({ change, what, label }: Waiting): string {
  if (change?.action === 'set') return change.setting;
  return label ?? (what === 'set' || what === undefined || isPeopleWhat(what) ? '' : what);
}
