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

/** A reader over a client's line; remembers the account's own LID, and whether a look-up failed. */
export function createReader(client: Client, options: ReaderOptions): Reader {
  const ownLids = new Set<Lid>();
  return {
    readGroups: (ids: readonly GroupId[]): Promise<ReadonlyMap<GroupId, Reading>> =>
      readGroups({ client, ...options, ownLids }, ids),
    isRegistered: createLookUp(client, options.account),
    findLid: (phone) => findLid(client, options.account, phone),
  };
}

/**
 * One look-up a call. False for whatever fails, as GOWA itself says when WhatsApp limits it (contract T3). The account's
 * own number vouches for the answers before it; so after a failure its next answer is false as well, without asking.
 */
function createLookUp(client: Client, account: PhoneNumber): Reader['isRegistered'] {
  let hasFailed = false;
  return async (phone) => {
    const isOwn = phone === account;
    if (isOwn && hasFailed) {
      hasFailed = false;
      return false;
    }
    const check = await attempt(client.get('/user/check', { phone }, userCheck));
    if (!(check instanceof GowaError)) return check.is_on_whatsapp;
    hasFailed = !isOwn;
    return false;
  };
}

/**
 * Two look-ups either way: GOWA's two, or its refusal and the question about the account's own number, because
 * GOWA says "not on whatsapp" as well when it could not look (contract T3).
 */
async function findLid(client: Client, account: PhoneNumber, phone: PhoneNumber): Promise<LidAnswer> {
  const info = await attempt(client.get('/user/info', { phone }, userInfo));
  if (info instanceof GowaError) {
    if (info.code !== 'unregistered') return { kind: 'unknown' };
    const own = await attempt(client.get('/user/check', { phone: account }, userCheck));
    const isVouchedFor = !(own instanceof GowaError) && own.is_on_whatsapp;
    return { kind: isVouchedFor ? 'none' : 'unknown' };
  }
  const lid = toLid(info.resolved_lid ?? '');
  return lid ? { kind: 'lid', lid } : { kind: 'unknown' };
}
