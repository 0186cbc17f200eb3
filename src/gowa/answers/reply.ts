/** GOWA's frame around every JSON answer; there is no `status` in it (docs/gowa.md#01-envelope). */
export interface Envelope {
  /** "SUCCESS" on every 200. */
  readonly code: string;
  readonly message: string;
  /** Absent where GOWA omits it. */
  readonly results?: unknown;
}

/** What came of one request: an answer, or none. */
export type Reply =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Absent where the body is not GOWA's: another server's page, a text, half an answer. */
      readonly envelope?: Envelope;
      /** The beginning of a body that is not GOWA's. */
      readonly text: string;
      /** Where a 3xx wants to send us. */
      readonly location?: string;
    }
  | {
      readonly kind: 'unanswered';
      /** Only `unreachable` means that nothing was sent; after the others it may have been carried out. */
      readonly code: 'unreachable' | 'dropped' | 'timeout' | 'too-large';
      readonly text: string;
    };

/** Reads a body that may be long into GOWA's frame; undefined for one that is to be read as all others are. */
export type ParseBody = (body: Buffer, redact: (text: string) => string) => Envelope | undefined;

/** Enough of a foreign body to recognise a proxy's error page by. Characters. */
const keptText = 200;

/** The reply that a status and a whole body make. */
export function toReply(status: number, body: string, location?: string): Reply {
  const envelope = parseEnvelope(body);
  if (envelope) return toAnswered({ status, location }, envelope);
  return { ...toHead({ status, location }), text: body.slice(0, keptText).trim() };
}

/** What an answer says before its body. */
interface Head {
  readonly status: number;
  readonly location: string | undefined;
}

/** The reply that a status and a frame make. */
export function toAnswered(head: Head, envelope: Envelope): Reply {
  return { ...toHead(head), envelope, text: '' };
}

function toHead({ status, location }: Head) {
  return { kind: 'answered' as const, status, ...(location === undefined ? {} : { location }) };
}

/** True for the one answer that means "done": 200 with the code SUCCESS (docs/gowa.md#01-envelope). */
export function isSuccess(reply: Reply): reply is Reply & { kind: 'answered'; envelope: Envelope } {
  return reply.kind === 'answered' && reply.status === 200 && reply.envelope?.code === 'SUCCESS';
}

function parseEnvelope(body: string): Envelope | undefined {
  // Spares the parser a megabyte of somebody's HTML.
  if (!body.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(body);
    return isEnvelope(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** True for GOWA's frame. */
export function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false;
  const { code, message } = value as Partial<Record<keyof Envelope, unknown>>;
  return typeof code === 'string' && typeof message === 'string';
}
