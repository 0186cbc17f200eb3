import type { GroupId } from '../domain/group.ts';
import type { Client } from './client.ts';
import { attempt, GowaError } from './answers/gowa-error.ts';
import { avatar } from './answers/wire.ts';

/** What GOWA says of a group's photo. */
export type Avatar =
  | { readonly kind: 'none' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'failed'; readonly text: string }
  | {
      readonly kind: 'picture';
      readonly id: string;
      /** Where it lies for a while: a signed link (docs/gowa.md#15-group-photo). */
      readonly url: string;
    };

/**
 * One query about one group's photo; never throws for what GOWA says. A community's is hidden from whoever does not
 * ask for one (docs/gowa.md#12-users).
 */
export async function readAvatar(
  client: Pick<Client, 'get'>,
  group: GroupId,
  isCommunity: boolean,
): Promise<Avatar> {
  const query = { phone: group, ...(isCommunity && { is_community: 'true' }) };
  const answer = await attempt(client.get('/user/avatar', query, avatar));
  if (!(answer instanceof GowaError)) return { kind: 'picture', id: answer.id, url: answer.url };
  if (answer.code === 'no-picture') return { kind: 'none' };
  if (answer.code === 'hidden-picture') return { kind: 'hidden' };
  return { kind: 'failed', text: answer.text };
}
