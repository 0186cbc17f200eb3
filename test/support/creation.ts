import type { DesiredGroup } from '../../src/domain/group.ts';
import { toUnmadeId } from '../../src/domain/plan/creation.ts';
import type { Creation, GroupPlan } from '../../src/domain/plan/plan.ts';
import { toBlankGroup } from '../../src/planning/creating/blank-group.ts';
import { account } from './choir.ts';

/** The making of a file's group, with nobody in it yet. */
export function creationOf(
  file: DesiredGroup,
  { group = {}, ...more }: Partial<Omit<Creation, 'group'>> & { readonly group?: Partial<GroupPlan> } = {},
): Creation {
  const desired = { ...file, id: toUnmadeId(file.file) };
  return {
    making: { action: 'create', group: desired.id, file: file.file, name: file.settings.name ?? '' },
    group: {
      desired,
      reading: { kind: 'read', group: toBlankGroup(desired, account) },
      changes: [],
      leftAlone: [],
      refusals: [],
      scheduled: [],
      notices: [],
      ...group,
    },
    firsts: [],
    ...more,
  };
}
