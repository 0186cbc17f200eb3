import type { Clock, LidAnswer, Random, Reader } from '../domain/gateway.ts';
import type { GroupId, Reading } from '../domain/group.ts';
import type { PauseRange } from '../domain/organisation.ts';
import type { Lid, PhoneNumber } from '../domain/person.ts';
import type { Client } from './client.ts';
import { attempt, GowaError } from './errors.ts';
import { toLid } from './jid.ts';
import { readGroups } from './read-groups.ts';
import { userCheck, userInfo } from './wire.ts';

/** Who reads, and how fast. */
export interface ReaderOptions {
  /** The account's own number: it tells a limit from a bad number, and which member is the account itself. */
  readonly account: PhoneNumber;
  readonly clock: Clock;
  readonly random: Random;
  /** Between reads of single groups. */
  readonly reads: PauseRange;
}

/** A reader over a client's line; remembers nothing but the account's own LID. */
export function createReader(client: Client, options: ReaderOptions): Reader {
  const ownLids = new Set<Lid>();
  return {
    readGroups: (ids: readonly GroupId[]): Promise<ReadonlyMap<GroupId, Reading>> =>
      readGroups({ client, ...options, ownLids }, ids),
    isRegistered: (phone) => isRegistered(client, phone),
    findLid: (phone) => findLid(client, options.account, phone),
  };
}

/** One look-up. False for whatever fails: that is what GOWA itself says when WhatsApp limits it (contract T3). */
async function isRegistered(client: Client, phone: PhoneNumber): Promise<boolean> {
  const check = await attempt(client.get('/user/check', { phone }, userCheck));
  return !(check instanceof GowaError) && check.is_on_whatsapp;
}

/**
 * Two look-ups either way: GOWA's two, or its refusal and the question about the account's own number, because
 * GOWA says "not on whatsapp" as well when it could not look (contract T3).
 */
async function findLid(client: Client, account: PhoneNumber, phone: PhoneNumber): Promise<LidAnswer> {
  const info = await attempt(client.get('/user/info', { phone }, userInfo));
  if (info instanceof GowaError) {
    const isNone = info.code === 'unregistered' && (await isRegistered(client, account));
    return { kind: isNone ? 'none' : 'unknown' };
  }
  const lid = toLid(info.resolved_lid ?? '');
  return lid ? { kind: 'lid', lid } : { kind: 'unknown' };
}
