import { createMessenger } from '../gowa/write.ts';
import type { SendContext } from '../inviting/send-invitations.ts';
import type { Io } from '../io.ts';
import type { KnownGroup } from '../domain/plan/plan.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import { planGroup } from '../planning/plan-groups.ts';
import { toReading } from '../planning/plan-input.ts';
import { readLive } from '../reading/read-live.ts';
import type { Work } from './work.ts';

type Means = Pick<Work, 'line' | 'input' | 'memory' | 'organisation' | 'isSandbox'>;

/** What invitations of a group are sent through: the line, the memory, the pace, and a reading of the group whenever one is asked for. */
export function toSendContext(
  { line, input, memory, organisation, isSandbox }: Means,
  desired: KnownGroup,
  tell: SendContext['tell'],
  { clock, random, signal }: Io,
): SendContext {
  const { reader, client, own } = line;
  return {
    messenger: createMessenger(client.connection),
    async readAgain() {
      // Nobody is looked up for it: whoever may hide in the group was looked up before anybody was asked about them.
      const live = await readLive(reader, [desired], input, { people: 0, asks: 0 });
      const ended = reader.ended();
      if (ended) await memory.record({ type: 'stopped', stop: ended });
      return planGroup(desired, toReading(desired, live), { ...input, ...live });
    },
    ended: reader.ended,
    own: toPersonKey(own),
    isOwnFound: () => reader.isRegistered(own),
    record: memory.record,
    past: input.past,
    pace: organisation.policy.pace,
    hasPauses: !isSandbox,
    clock,
    random,
    signal,
    tell,
  };
}
