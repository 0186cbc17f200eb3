import type { Answer, MakeAnswer } from '../../domain/gateway.ts';
import { isGroupId } from '../../domain/group.ts';
import type { GowaErrorCode } from './classify.ts';
import { toFailure } from './classify.ts';
import { toUser } from './jid.ts';
import type { Envelope, Reply } from './reply.ts';
import { isSuccess } from './reply.ts';
import { createdGroup, participantResults } from './wire.ts';

/** What a write came to. The one place that turns a status and a text into an answer (docs/architecture.md#the-map). */
export function toAnswer(reply: Reply): Answer {
  if (isSuccess(reply)) return toAccepted(reply.envelope);
  const { code, text } = toFailure(reply);
  return { ...answers[code], text };
}

/**
 * What the request for a group came to. Only a refusal in WhatsApp's or GOWA's own words says that there is none; anything
 * else that is not an id leaves that open, whatever may be sent after it.
 */
export function toMakeAnswer(reply: Reply): MakeAnswer {
  if (isSuccess(reply)) {
    const made = createdGroup.safeParse(reply.envelope.results);
    const id = made.success ? made.data.group_id : '';
    return isGroupId(id)
      ? { kind: 'accepted', group: id }
      : { kind: 'unknown', text: 'The answer does not hold the id of a group' };
  }
  const answer = toAnswer(reply);
  if (answer.kind === 'accepted') return { kind: 'unknown', text: 'The answer does not fit' };
  return answer.kind === 'rejected' && answer.code === 'other'
    ? { kind: 'unknown', text: answer.text }
    : answer;
}

/**
 * GOWA calls every participant a success but those who can only be invited, and whoever it could not let in: of those alone
 * it tells the code (docs/gowa.md#t4).
 */
function toAccepted({ results }: Envelope): Answer {
  if (!Array.isArray(results)) return { kind: 'accepted', invited: [] };
  const parsed = participantResults.safeParse(results);
  if (!parsed.success) return { kind: 'unknown', text: 'The answer does not fit' };
  const errors = (parsed.data ?? [])
    .filter(({ status }) => status === 'error')
    .map(({ participant, message }) => ({
      name: toUser(participant),
      code: /\(code ([1-5]\d\d)\)$/.exec(message ?? '')?.[1],
    }));
  const refused = errors.flatMap(({ name, code }) => (code === undefined ? [] : [{ name, code }]));
  const invited = errors.filter(({ code }) => code === undefined).map(({ name }) => name);
  return { kind: 'accepted', invited, ...(refused.length > 0 && { refused }) };
}

type Unworded<A> = A extends { kind: 'accepted' } ? never : Omit<A, 'text'>;

/**
 * Whoever reads the answer must know whether it can have happened, and whether the account may go on: a `stop`, like that
 * after a 429, ends the run.
 */
const answers: Readonly<Record<GowaErrorCode, Unworded<Answer>>> = {
  unreachable: { kind: 'stop', code: 'unreachable' },
  // Wrong credentials and a wrong device hold for every further request as well.
  unauthorized: { kind: 'stop', code: 'unreachable' },
  device: { kind: 'stop', code: 'session-lost' },
  'session-lost': { kind: 'stop', code: 'session-lost' },
  'rate-limited': { kind: 'stop', code: 'rate-limited' },
  dropped: { kind: 'unknown' },
  timeout: { kind: 'unknown' },
  'too-large': { kind: 'unknown' },
  malformed: { kind: 'unknown' },
  unavailable: { kind: 'unknown' },
  unregistered: { kind: 'rejected', code: 'unregistered' },
  permission: { kind: 'rejected', code: 'permission' },
  'no-picture': { kind: 'rejected', code: 'other' },
  'hidden-picture': { kind: 'rejected', code: 'permission' },
  conflict: { kind: 'rejected', code: 'conflict' },
  invalid: { kind: 'rejected', code: 'invalid' },
  'not-in-group': { kind: 'rejected', code: 'other' },
  'no-such-group': { kind: 'rejected', code: 'other' },
  other: { kind: 'rejected', code: 'other' },
};
