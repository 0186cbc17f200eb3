import type { GroupId, Reading } from '../../domain/group.ts';
import type { Answer } from '../../domain/gateway.ts';
import type { Account, Organisation } from '../../domain/organisation.ts';
import { mayWrite } from '../../domain/settings.ts';
import type { NoticeTopic, Past } from '../../domain/past.ts';
import { createGroupMessenger } from '../../gowa/write.ts';
import type { Io } from '../../io.ts';
import type { ServerOptions } from '../../options.ts';
import { toKeptPace } from '../../planning/pace/kept-pace.ts';
import { findMessageBudget } from '../../planning/pace/pace-budget.ts';
import { noMapLeave } from '../../reading/map-leave.ts';
import { connect } from '../../session/connect.ts';
import type { Memory } from '../../session/memory.ts';

/** What a message to a group of WhatsApp's is, and what it takes. */
export interface GroupNotice {
  readonly group: GroupId;
  readonly text: string;
  readonly topic: NoticeTopic;
  /** Its identity. */
  readonly news: string;
  /** It is about a sandbox, and goes to one. */
  readonly isRehearsal: boolean;
  readonly organisation: Organisation;
  readonly account: Account;
  readonly memory: Memory;
}

/**
 * Sends one message from the account to a group that it is in, if the pace allows it; it is written down before it leaves,
 * and never tried again. Why it was not sent; undefined where it was. Throws what `connect` throws.
 */
export async function notifyGroup(
  notice: GroupNotice,
  options: ServerOptions,
  io: Io,
): Promise<string | undefined> {
  const { organisation, account, memory } = notice;
  const closed = findHindrance(memory.past, organisation, io.clock.now());
  if (closed !== undefined) return closed;
  const line = await connect(options, organisation, account, io);
  try {
    if (line.client.isSandbox() !== notice.isRehearsal)
      return 'what happened on a sandbox is told on a sandbox alone, and what did not is not told there';
    const readings = await line.reader.readGroups([notice.group], noMapLeave);
    const why = findObstacle(readings.get(notice.group));
    if (why !== undefined) return why;
    return await send(notice, createGroupMessenger(line.client.connection));
  } finally {
    await line.close();
  }
}

/** As for any other message of the account: a memory that counts it, the pace of the day, and no stop of WhatsApp's. */
function findHindrance(past: Past, { policy }: Organisation, now: number): string | undefined {
  if (past.memory === 'none')
    return 'the account sends nothing without a memory, which counts its messages: set state: in the policy, or give --state';
  if (past.memory === 'unusable') return `the account sends nothing without a memory. ${past.unusable ?? ''}`;
  if (past.notBefore !== undefined && past.notBefore > now)
    return 'WhatsApp has told this account to stop, or the session was lost: it rests for now';
  const { pace } = toKeptPace(policy.pace, past);
  return findMessageBudget(past, pace, now) < 1 ? 'the messages of the day are spent (pace)' : undefined;
}

function findObstacle(reading: Reading | undefined): string | undefined {
  if (reading?.kind !== 'read')
    return reading?.reason === 'not-in-group'
      ? notIn
      : 'the group of ROLLCALL_NOTIFY_GROUP could not be read';
  const { self, kind, settings } = reading.group;
  if (self === 'unknown') return notIn;
  if (kind !== 'group')
    return 'ROLLCALL_NOTIFY_GROUP is a community, which is more than a group of the admins';
  return mayWrite(settings, self === 'admin')
    ? undefined
    : 'only admins may post in the group of ROLLCALL_NOTIFY_GROUP, and the account is none';
}

const notIn = 'the account is not in the group of ROLLCALL_NOTIFY_GROUP';

async function send(
  { group, text, topic, news, memory }: GroupNotice,
  messenger: ReturnType<typeof createGroupMessenger>,
): Promise<string | undefined> {
  const telling = { type: 'told', channel: 'group', topic } as const;
  await memory.record({ ...telling, news });
  const answer = await messenger.send(group, text);
  await memory.record({ type: 'message-answer', answer });
  // Nobody got it: the next run may tell it.
  if (answer.kind === 'rejected' || answer.kind === 'stop') await memory.record(telling);
  return toFailure(answer);
}

function toFailure(answer: Answer): string | undefined {
  if (answer.kind === 'accepted') return undefined;
  return answer.kind === 'unknown' ? `it may have been sent: ${answer.text}` : answer.text;
}
