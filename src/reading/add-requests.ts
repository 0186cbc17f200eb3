import type { Reader } from '../domain/gateway.ts';
import type { GroupId, LiveGroup, Reading } from '../domain/group.ts';
import type { KnownGroup } from '../domain/plan/plan.ts';

/** One query for each group in which somebody may wait for a yes that this file and this account can give. */
export async function addRequests(
  groups: readonly KnownGroup[],
  readings: ReadonlyMap<GroupId, Reading>,
  reader: Pick<Reader, 'readRequests'>,
): Promise<ReadonlyMap<GroupId, Reading>> {
  const withRequests = new Map(readings);
  for (const { id, lists } of groups) {
    const reading = readings.get(id);
    if (!lists.members || reading?.kind !== 'read' || !mayLetIn(reading.group)) continue;
    const { group } = reading;
    withRequests.set(id, { kind: 'read', group: { ...group, requests: await reader.readRequests(id) } });
  }
  return withRequests;
}

/** Only its admins are shown who asks. */
function mayLetIn({ settings, self, kind }: LiveGroup): boolean {
  return settings['join-approval'] && self === 'admin' && kind === 'group';
}
