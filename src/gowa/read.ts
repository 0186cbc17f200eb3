import type { Reader } from '../domain/gateway.ts';
import type { GroupId, Reading } from '../domain/group.ts';
import type { PauseRange } from '../domain/organisation.ts';
import type { OwnGroup, OwnGroups } from '../domain/plan/own-groups.ts';
import type { Stop } from '../domain/plan/outcome.ts';
import type { Lid, PhoneNumber } from '../domain/people/person.ts';
import type { Avatar } from './avatar.ts';
import { readAvatar } from './avatar.ts';
import type { Client } from './client.ts';
import { attempt, GowaError } from './answers/gowa-error.ts';
import { toLid } from './answers/jid.ts';
import { askInviteLink } from './invite-link.ts';
import { readJoinRequests } from './join-requests.ts';
import type { GroupList } from './answers/group-answers.ts';
import type { ReaderOptions } from './read-groups.ts';
import { readOwnGroup, readOwnGroups } from './own-groups.ts';
import { askForList, findListed, isEnding, pauseRead, readGroups } from './read-groups.ts';
import { silenceText } from './line/silence.ts';
import { userCheck, userInfo } from './answers/wire.ts';

/** A reader of groups over HTTP, with what only the commands ask of it. */
export interface GowaReader extends Reader {
  /** The ids of all groups that the account is in, as far as the list goes (`listedGroupsLimit`). Rejects with a `GowaError`. */
  listGroups(): Promise<readonly GroupId[]>;
  /** The next `readGroups` asks for the list of all groups, and `listOwn` after it does not ask once more. */
  keepList(): void;
  /** The groups that the account owns, but for these. Never throws: what cannot be read is said. */
  listOwn(skip: Pick<ReadonlySet<GroupId>, 'has'>): Promise<OwnGroups>;
  /** One group that the account owns; undefined for any other, and where that cannot be read. Never throws. */
  readOwn(group: GroupId): Promise<OwnGroup | undefined>;
  /** Asks for the list of all groups at once; the next `readGroups` waits for it instead of asking. */
  expectGroups(): void;
  /** What GOWA says of a group's photo, after the pause that reads keep. */
  readAvatar(group: GroupId, isCommunity: boolean): Promise<Avatar>;
  /** The group's link, or why the account cannot have it, after the pause that reads keep. Revokes nothing. */
  readInviteLink(group: GroupId): Promise<string | GowaError>;
  /** From here on reads of single groups keep this pause. */
  keepPause(reads: PauseRange): void;
  /** Why nothing is read any more: a limit, a lost session or server; the account must not go on. */
  ended(): Stop | undefined;
}

/** A reader over a client's line; remembers the account's own LID, whether a look-up failed, and what ended it. */
export function createReader(client: Client, { reads: firstReads, ...options }: ReaderOptions): GowaReader {
  let reads = firstReads;
  const ownLids = new Set<Lid>();
  const numbers = new Map<Lid, PhoneNumber | undefined>();
  const ending: { error?: GowaError } = {};
  const guarded = endingWith(
    client,
    () => ending.error,
    (error) => void (ending.error ??= error),
  );
  const { lookUps, ended } = createLookUps(client, ending);
  const isRegistered = createLookUp(lookUps, options.account);
  // Mass look-ups get accounts banned (docs/gowa.md#t15); a sandbox is not waited for.
  const toReads = () => (client.isSandbox() ? { min: 0, max: 0 } : reads);
  const afterPause = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
    if (!ended() && !client.isSandbox()) await pauseRead({ ...options, reads });
    return ask();
  };
  const expected = createExpectation(client);
  const asker = { account: options.account, ownLids, afterPause };
  return {
    listGroups: () => listGroups(expected.ask(), ending),
    keepList: expected.keep,
    listOwn: (skip) => readOwnGroups(guarded, { skip, ...asker, list: expected.takeKept() }),
    readOwn: (group) => readOwnGroup(guarded, group, asker),
    expectGroups: () => void expected.ask(),
    readGroups: (ids, leave, onRead, keep): Promise<ReadonlyMap<GroupId, Reading>> => {
      const own = { ownLids, numbers, ending, takeList: expected.take, leave, onRead, keep };
      return readGroups({ client, ...options, reads: toReads(), ...own }, ids);
    },
    isRegistered: (phone) => afterPause(() => isRegistered(phone)),
    findLid: (phone) => afterPause(() => findLid(lookUps, options.account, phone)),
    readRequests: async (group) =>
      options.signal?.aborted ? 'unread' : afterPause(() => readJoinRequests(lookUps, group)),
    readAvatar: (group, isCommunity) => afterPause(() => readAvatar(lookUps, group, isCommunity)),
    readInviteLink: (group) => afterPause(() => askInviteLink(lookUps, group)),
    keepPause: (range) => void (reads = range),
    ended: () => findStop(client, ended()),
  };
}

/** The list of all groups, asked for before anybody wants it, and taken once; a second time where it is to be kept. */
function createExpectation(client: Client) {
  let expected: Promise<GroupList> | undefined;
  let kept: Promise<GroupList> | undefined;
  let keeps = false;
  const ask = () => {
    expected = askForList(client);
    // Whoever waits for it is told; nobody may.
    expected.catch(() => undefined);
    return expected;
  };
  return {
    ask,
    keep: () => void (keeps = true),
    take: () => {
      const list = expected ?? (keeps ? ask() : undefined);
      expected = undefined;
      if (keeps) kept = list;
      keeps = false;
      return list;
    },
    takeKept: () => {
      const list = kept;
      kept = undefined;
      return list;
    },
  };
}

/** The ids in a list that is on its way; what ends all asking is remembered. */
async function listGroups(
  asked: Promise<GroupList>,
  ending: { error?: GowaError },
): Promise<readonly GroupId[]> {
  const list = await attempt(asked);
  if (!(list instanceof GowaError)) return findListed(list);
  if (isEnding(list)) ending.error ??= list;
  throw list;
}

/** The client that look-ups go over, and what ended all asking so far. */
function createLookUps(client: Client, ending: { readonly error?: GowaError }) {
  // After a look-up that ended everything the group at hand is still read once (docs/architecture.md#applying).
  const ofLookUps: { error?: GowaError } = {};
  const ended = () => ending.error ?? ofLookUps.error;
  const lookUps = endingWith(client, ended, (error) => {
    ofLookUps.error = error;
  });
  return { lookUps, ended };
}

/** The same client, which asks nothing after an error that ends everything. */
function endingWith(
  client: Client,
  ended: () => GowaError | undefined,
  end: (error: GowaError) => void,
): Pick<Client, 'get'> {
  return {
    get: async (...request) => {
      const error = ended();
      if (error) throw error;
      const answer = await attempt(client.get(...request));
      if (!(answer instanceof GowaError)) return answer;
      if (isEnding(answer)) end(answer);
      throw answer;
    },
  };
}

function findStop({ connection }: Client, error: GowaError | undefined): Stop | undefined {
  if (connection.silence.isOver) return { kind: 'stop', code: 'no-answers', text: silenceText };
  return error && toStop(error);
}

function toStop({ code, text }: GowaError): Stop {
  const isSession = code === 'session-lost' || code === 'device';
  return {
    kind: 'stop',
    code: code === 'rate-limited' ? code : isSession ? 'session-lost' : 'unreachable',
    text,
  };
}

/**
 * One look-up a call. False for whatever fails, as GOWA itself says when WhatsApp limits it (docs/gowa.md#t3). The
 * account's own number vouches for the answers before it; so after a failure its next answer is false as well, without
 * asking.
 */
function createLookUp(client: Pick<Client, 'get'>, account: PhoneNumber): Reader['isRegistered'] {
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
 * GOWA says "not on whatsapp" as well when it could not look (docs/gowa.md#t3).
 */
async function findLid(
  client: Pick<Client, 'get'>,
  account: PhoneNumber,
  phone: PhoneNumber,
): ReturnType<Reader['findLid']> {
  const info = await attempt(client.get('/user/info', { phone }, userInfo));
  if (info instanceof GowaError) {
    if (info.code !== 'unregistered') return { kind: 'unknown' };
    const own = await attempt(client.get('/user/check', { phone: account }, userCheck));
    const isVouchedFor = !(own instanceof GowaError) && own.is_on_whatsapp;
    return { kind: isVouchedFor ? 'none' : 'unknown' };
  }
  const lid = toLid(info.resolved_lid ?? '');
  return lid ? { kind: 'lid', lid } : { kind: 'untold' };
}
