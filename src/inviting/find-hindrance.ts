import { toDay } from '../domain/day.ts';
import type { LiveGroup } from '../domain/group.ts';
import type { Past } from '../domain/past.ts';
import { toTriedKey } from '../domain/past.ts';
import { messageRest } from '../domain/patience.ts';
import type { PersonKey } from '../domain/people/person.ts';
import type { LeftAlone } from '../domain/plan/left-alone.ts';
import type { ToId } from '../planning/approval.ts';
import type { Invitee } from './choose-invitees.ts';

/** Why somebody is not written to. */
export type Hindrance =
  /** What the plan doubts of them. */
  | { readonly kind: 'doubt'; readonly item: Pick<LeftAlone, 'reason' | 'since'> }
  /** An account of the policy, or whoever made the group. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'not-on-whatsapp' }
  /** No plan file that was approved says that they belong here. */
  | { readonly kind: 'not-approved' }
  /** Was sent this group's link less than `keptFor.invited` ago; milliseconds since 1970. */
  | { readonly kind: 'invited'; readonly at: number }
  /** Was sent another group's link less than `messageRest` ago. */
  | { readonly kind: 'written-to'; readonly at: number };

/** What is known when somebody is about to be written to. */
export interface Knowledge {
  readonly past: Past;
  readonly toId: ToId;
  /** The accounts of the policy, and of the one it is compared with. */
  readonly accounts: ReadonlySet<PersonKey>;
  readonly now: number;
  /** IANA name, in which days are told. */
  readonly timezone: string | undefined;
}

/** Why somebody is not written to; undefined where nothing speaks against it. */
export function findHindrance(
  { person, change, doubt }: Invitee,
  { past, toId, accounts, now, timezone }: Knowledge,
): Hindrance | undefined {
  if (doubt) return { kind: 'doubt', item: doubt };
  const tried = past.tried.get(change.group)?.get(toTriedKey(change));
  // Whoever was added in vain may have blocked the account, or was taken out by hand; a plan that adds nobody does not ask.
  if (tried && tried.until > now)
    return {
      kind: 'doubt',
      item: { reason: tried.isRefused ? 'refused' : 'tried', since: toDay(tried.at, timezone) },
    };
  if (accounts.has(person.key)) return { kind: 'kept' };
  if ((past.unregistered.get(person.phone)?.until ?? 0) > now) return { kind: 'not-on-whatsapp' };
  if (!past.pending.has(toId(change))) return { kind: 'not-approved' };
  const invited = past.messaged.get(change.group)?.get(person.key);
  if (invited !== undefined) return { kind: 'invited', at: invited };
  const last = past.lastMessage.get(person.key);
  return last !== undefined && last > now - messageRest ? { kind: 'written-to', at: last } : undefined;
}

/** Why nobody of a group is written to. */
export type GroupHindrance =
  | { readonly kind: 'no-memory' }
  /** Full sentences: what is wrong with the memory and what to do. */
  | { readonly kind: 'unusable'; readonly text: string }
  /** Until then, milliseconds since 1970: WhatsApp has said stop. */
  | { readonly kind: 'held'; readonly until: number }
  /** Whoever has the link joins, whoever they are. */
  | { readonly kind: 'no-approval' };

/** Why nobody of a group is written to at this time (milliseconds since 1970); undefined where nothing speaks against it. */
export function findGroupHindrance(live: LiveGroup, past: Past, now: number): GroupHindrance | undefined {
  if (past.memory === 'none') return { kind: 'no-memory' };
  if (past.memory === 'unusable') return { kind: 'unusable', text: past.unusable ?? '' };
  if (past.notBefore !== undefined && past.notBefore > now) return { kind: 'held', until: past.notBefore };
  return live.settings['join-approval'] ? undefined : { kind: 'no-approval' };
}
