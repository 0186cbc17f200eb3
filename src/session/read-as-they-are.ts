import type { GroupId, Reading } from '../domain/group.ts';
import type { Account, Organisation } from '../domain/organisation.ts';
import { isKnown } from '../planning/plan-input.ts';
import { addRequests } from '../reading/add-requests.ts';
import { noMapLeave } from '../reading/map-leave.ts';
import type { Line } from './connect.ts';

/**
 * An account's groups as WhatsApp shows them, with who asks to be let in: nobody is looked up, nothing of the day's pace is
 * spent.
 */
export async function readAsTheyAre(
  { reader }: Line,
  { groups }: Organisation,
  account: Account,
): Promise<ReadonlyMap<GroupId, Reading>> {
  const own = groups.filter(isKnown).filter((group) => group.account === account.name);
  const readings = await reader.readGroups(
    own.map(({ id }) => id),
    noMapLeave,
  );
  return addRequests(own, readings, reader);
}
