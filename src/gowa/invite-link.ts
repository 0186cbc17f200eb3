import * as z from 'zod';
import type { GroupId } from '../domain/group.ts';
import type { Client } from './client.ts';
import { attempt, GowaError } from './answers/gowa-error.ts';

const inviteLink = z.object({
  invite_link: z.string().regex(/^https:\/\/chat\.whatsapp\.com\/[\w-]{1,64}$/),
});

/** The link by which people join a group on their own, or why the account cannot have it. Revokes nothing. */
export async function askInviteLink(
  client: Pick<Client, 'get'>,
  group: GroupId,
): Promise<string | GowaError> {
  const answer = await attempt(client.get('/group/invite-link', { group_id: group }, inviteLink));
  return answer instanceof GowaError ? answer : answer.invite_link;
}

/** The same, for whoever only shows it; undefined where the account cannot have it. */
export async function readInviteLink(client: Client, group: GroupId): Promise<string | undefined> {
  const link = await askInviteLink(client, group);
  return link instanceof GowaError ? undefined : link;
}
