import { DeadlineExceeded, LineDropped, QueryRefusal } from '../whatsapp/refusal.ts';
import { toGoJson } from './go/go-json.ts';

/** What goes back over HTTP. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const jsonType = 'application/json; charset=utf-8';

/** An error that GOWA shows with a status and a code of its own (docs/gowa.md#04-errors-that-endpoints-share). */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly status: number;
  readonly code: string;
  readonly results: unknown;

  constructor(status: number, code: string, message: string, results?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.results = results;
  }
}

/** Any other error of GOWA's: 500 INTERNAL_SERVER_ERROR and its text. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** JSON in UTF-8 already, to be put into an answer as it stands. */
export class RawJson {
  readonly parts: readonly Buffer[];

  constructor(parts: readonly Buffer[]) {
    this.parts = parts;
  }
}

/** 200 with GOWA's envelope; `results` absent is left out, `null` is written (docs/gowa.md#01-envelope). */
export function toSuccess(message: string, results?: unknown): Answer {
  return { status: 200, contentType: jsonType, body: toEnvelope('SUCCESS', message, results) };
}

/** A refusal with GOWA's envelope. */
export function toFailure(status: number, code: string, message: string, results?: unknown): Answer {
  return { status, contentType: jsonType, body: toEnvelope(code, message, results) };
}

/** Text as fiber writes it. */
export function toText(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return { status, contentType: 'text/plain; charset=utf-8', headers, body };
}

/**
 * Returns how GOWA answers an error that reached its recovery (docs/gowa.md#04-errors-that-endpoints-share): only a
 * *bare* deadline is 504. `undefined` for an error that GOWA could not have: a mistake of the sandbox.
 */
export function toErrorAnswer(error: unknown): Answer | undefined {
  if (error instanceof CodedError) return toFailure(error.status, error.code, error.message, error.results);
  if (error instanceof DeadlineExceeded) {
    return toFailure(504, 'GATEWAY_TIMEOUT', 'Request timed out waiting for WhatsApp server response');
  }
  if (error instanceof PlainError || error instanceof QueryRefusal || error instanceof LineDropped) {
    return toFailure(500, 'INTERNAL_SERVER_ERROR', error.message);
  }
  return undefined;
}

function toEnvelope(code: string, message: string, results: unknown): string | Buffer {
  const head = `{"code":${toGoJson(code)},"message":${toGoJson(message)}`;
  if (results === undefined) return `${head}}`;
  if (!(results instanceof RawJson)) return `${head},"results":${toGoJson(results)}}`;
  return Buffer.concat([Buffer.from(`${head},"results":`), ...results.parts, Buffer.from('}')]);
}
