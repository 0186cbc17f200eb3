import type { GroupId } from '../../domain/group.ts';
import type { CreationFate, CreationOutcome } from '../../domain/plan/creation-outcome.ts';
import type { MakingGroup } from '../../domain/plan/creation.ts';
import type { Creation, Plan } from '../../domain/plan/plan.ts';
import { isCreationRefused } from '../../domain/plan/plan.ts';
import type { Safety } from '../../safe/labels.ts';
import { toVisibleId } from '../../safe/labels.ts';
import type { FateView, NewGroupView } from './new-group-view.ts';

/** What is needed besides the group itself. */
interface Beside {
  readonly plan: Plan;
  readonly toId: (making: MakingGroup) => string;
  /** What became of those that were to be made; absent: only planned. */
  readonly outcomes: readonly CreationOutcome[];
}

/** A group that is to be made, as people may see it. */
export function toNewGroupView(
  creation: Creation,
  { plan, toId, outcomes }: Beside,
  safety: Safety,
): NewGroupView {
  const { making, firsts, obstacle, found, others = [] } = creation;
  const fate = outcomes.find((each) => each.creation.making.file === making.file);
  const [first] = firsts;
  return {
    file: safety.line(making.file),
    name: safety.line(making.name),
    id: toId(making),
    refused: isCreationRefused(plan, creation),
    ...(obstacle && { obstacle }),
    ...(found && { found: toShownId(found) }),
    others: others.map(toShownId),
    ...(making.invited !== undefined && { isInvited: true }),
    first: first ? safety.label(first.person) : safety.line(''),
    ...(fate && { fate: toFateView(fate, safety) }),
  };
}

/** An id as it stands in a file; of a legacy one, which holds a number, what may be shown. */
function toShownId(id: GroupId): string {
  return toVisibleId(id) ?? '…@g.us';
}

function toFateView(fate: CreationFate, safety: Safety): FateView {
  const { result } = fate;
  switch (result) {
    case 'made':
    case 'taken': {
      const { group, filed, joined } = fate;
      return {
        result,
        group: toShownId(group),
        filed: filed.kind,
        ...(filed.kind === 'not-filed' && { text: safety.line(filed.why) }),
        joined: joined.map(safety.label),
      };
    }
    case 'failed':
    case 'unknown':
      return { result, text: safety.line(fate.text) };
    case 'nobody':
      return { result };
    case 'skipped':
      return { result, cause: fate.cause };
  }
}
