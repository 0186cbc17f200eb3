import type { MapLeave } from '../domain/gateway.ts';
import type { GroupId, Reading } from '../domain/group.ts';
import type { Account, Organisation } from '../domain/organisation.ts';
import { isKnown } from '../planning/plan-input.ts';
import type { Line } from './connect.ts';

/** Nobody is asked about for it. */
const noLeave: MapLeave = {
  isUntold: () => true,
  take: async () => false,
  rememberUntold: async () => undefined,
};

/** An account's groups as WhatsApp shows them: nobody is looked up, nothing of the day's pace is spent. */
export function readAsTheyAre(
  { reader }: Line,
  { groups }: Organisation,
  account: Account,
): Promise<ReadonlyMap<GroupId, Reading>> {
  const own = groups.filter(isKnown).filter((group) => group.account === account.name);
  return reader.readGroups(
    own.map(({ id }) => id),
    noLeave,
  );
}
