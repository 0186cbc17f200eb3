import type { z } from 'zod';
import type { ClientOptions, Connection } from './line/connection.ts';
import { nameDevice, openConnection } from './line/connection.ts';
import type { RequestName } from './answers/gowa-error.ts';
import { GowaError, toGowaError, toMisfit } from './answers/gowa-error.ts';
import type { Message, Query } from './line/exchange.ts';
import { exchange } from './line/exchange.ts';
import type { ParseBody, Reply } from './answers/reply.ts';
import { isSuccess } from './answers/reply.ts';
import { mayRead, noteReply, silenceText } from './line/silence.ts';

/** What the results of an answer are to be: a schema, and perhaps a cheaper way to read a body that has them. */
interface Shape<Results> {
  readonly safeParse: z.ZodType<Results>['safeParse'];
  readonly parseBody?: ParseBody;
}

/** Reads from one GOWA; there is no way to write through it. */
export interface Client {
  /** The results of a GET, checked against their schema. Throws `GowaError`, with code `malformed` for a misfit. */
  get<Results>(path: string, query: Query, shape: Shape<Results>): Promise<Results>;
  /** True once an answer said that it came from a sandbox. */
  isSandbox(): boolean;
  /** From here on this device is asked, by its slot id or JID. */
  nameDevice(device: string): void;
  /** What `createWriter` in write.ts needs. */
  readonly connection: Connection;
  /** From here on every answer is waited for, whoever ends the run: something is about to be written. */
  outlastInterruption(): void;
  /** Waits for what is on its way. */
  close(): Promise<void>;
  /** Does not. */
  abandon(): Promise<void>;
}

/** Each asks WhatsApp about a person: what was asked once is paid for, and is not asked again (docs/gowa.md#t15). */
const lookUps: ReadonlySet<string> = new Set(['/user/check', '/user/info']);

/** How long to wait before the second and the third try of a read. Milliseconds: a restart of GOWA takes seconds. */
const retryPauses = [500, 3_000] as const;

/** A client; nothing is sent yet. Throws `InvalidConnectionError` or `InsecureConnectionError` (both exit 64). */
export function createClient(options: ClientOptions): Client {
  const connection = openConnection(options);
  return {
    connection,
    isSandbox: () => connection.sandbox,
    nameDevice: (device) => nameDevice(connection, device),
    outlastInterruption: () => void (connection.interruption = undefined),
    close: () => connection.socket.close(),
    abandon: () => connection.socket.destroy(),
    get: async (path, query, shape) => {
      const request = { method: 'GET', template: path } as const;
      if (!mayRead(connection.silence))
        throw new GowaError(request, { code: 'unreachable', text: silenceText });
      const reply = await getPatiently(
        connection,
        { method: 'GET', path, query, parseBody: shape.parseBody },
        options.clock,
      );
      noteReply(connection.silence, 'GET', reply);
      if (!isSuccess(reply)) throw toGowaError(request, reply);
      return parseResults(request, reply.envelope.results, shape);
    },
  };
}

/**
 * Tries again, at most twice, where nothing but the line or a proxy stood in the way (docs/architecture.md#reading).
 */
async function getPatiently(
  connection: Connection,
  message: Message & { readonly method: 'GET' },
  clock: ClientOptions['clock'],
): Promise<Reply> {
  for (const pause of retryPauses) {
    const reply = await exchange(connection, message);
    const isOver = connection.interruption?.aborted === true;
    if (isOver || lookUps.has(message.path) || !isTransient(reply)) return reply;
    await clock?.sleep(pause);
  }
  return exchange(connection, message);
}

function isTransient(reply: Reply): boolean {
  if (reply.kind === 'unanswered') return reply.code === 'unreachable' || reply.code === 'dropped';
  return (reply.status === 502 || reply.status === 503) && !reply.envelope;
}

/** The results as the schema has them; throws `GowaError` that names the first wrong field. */
function parseResults<Results>(request: RequestName, results: unknown, shape: Shape<Results>): Results {
  const parsed = shape.safeParse(results);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  // The schemas name all keys themselves and ask for no values: neither path nor message holds anything of the answer.
  throw toMisfit(request, toField(issue?.path ?? []), issue?.message ?? 'not as expected');
}

/** "results.Participants[3].IsAdmin". */
function toField(path: readonly PropertyKey[]): string {
  const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return `results${steps.join('')}`;
}
