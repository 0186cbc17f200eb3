import type * as z from 'zod';
import type { GroupId } from '../domain/group.ts';
import type { JoinRequest } from '../domain/people/join-request.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import { isPhoneNumber } from '../domain/people/person.ts';
import type { Client } from './client.ts';
import { attempt, GowaError } from './answers/gowa-error.ts';
import { toLid, toPhone } from './answers/jid.ts';
import { joinRequests } from './answers/wire.ts';
import { isLidInDisguise } from './to-live-group.ts';

/**
 * Who asks to be let into a group, each once, in the order of their names at WhatsApp; never throws for what GOWA says. One
 * query about the group, and where somebody asks, one about what they call themselves, as a phone makes it that shows the
 * list (docs/gowa.md#13-group-reads). For admins only.
 */
export async function readJoinRequests(
  client: Pick<Client, 'get'>,
  group: GroupId,
): Promise<readonly JoinRequest[] | 'unread'> {
  const query = { group_id: group };
  const answer = await attempt(client.get('/group/participant-requests', query, joinRequests));
  return answer instanceof GowaError ? 'unread' : toJoinRequests(answer ?? []);
}

type WireRequest = NonNullable<z.infer<typeof joinRequests>>[number];

/** A list may have somebody twice; who has two numbers there has none. */
function toJoinRequests(list: readonly WireRequest[]): JoinRequest[] {
  const byName = new Map<string, JoinRequest>();
  for (const request of list.map(toJoinRequest)) {
    const name = request.lid ?? request.person?.phone ?? '';
    const other = byName.get(name);
    if (!other) byName.set(name, request);
    else if (other.person?.key !== request.person?.key) byName.set(name, toHidden(other));
  }
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, request]) => request);
}

function toHidden(request: JoinRequest): JoinRequest {
  const { person: _, ...hidden } = request;
  return hidden;
}

/** `phone_number` holds the LID's digits where GOWA knows no number (docs/gowa.md#t6). */
function toJoinRequest({ jid, phone_number: digits, ...request }: WireRequest): JoinRequest {
  const lid = toLid(jid);
  const shown = toPhone(jid) ?? toPhone(digits) ?? (isPhoneNumber(digits) ? digits : undefined);
  const phone: PhoneNumber | undefined = isLidInDisguise(shown, lid) ? undefined : shown;
  const at = Date.parse(request.requested_at ?? '');
  const ownName = request.display_name?.trim() ?? '';
  return {
    ...(phone && { person: { key: toPersonKey(phone), phone } }),
    ...(lid && { lid }),
    ...(ownName !== '' && { ownName }),
    ...(at > 0 && { at }),
  };
}
