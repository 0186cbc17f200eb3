import { RollcallError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import type { Failure, GowaErrorCode } from './classify.ts';
import { toFailure } from './classify.ts';
import type { Reply } from './reply.ts';

/** GOWA refuses a read, or cannot be reached. Neither message nor text holds a phone number. */
export class GowaError extends RollcallError {
  override readonly name = 'GowaError';
  override readonly exitCode = exitCodes.failed;
  readonly code: GowaErrorCode;
  readonly method: 'GET' | 'POST';
  /** "/group/info": the path without anybody's id in it. */
  readonly template: string;
  /** HTTP status; absent where there was no answer. */
  readonly status?: number;
  /** The first wrong field of an answer that does not fit: "results.Participants[3].IsAdmin". */
  readonly field?: string;
  /** The message without method and path. */
  readonly text: string;

  constructor(
    request: RequestName,
    failure: Failure & { readonly status?: number; readonly field?: string },
  ) {
    super(`${request.method} ${request.template}: ${failure.text}`);
    this.code = failure.code;
    this.method = request.method;
    this.template = request.template;
    this.text = failure.text;
    if (failure.status !== undefined) this.status = failure.status;
    if (failure.field !== undefined) this.field = failure.field;
  }
}

/** What a request is called in messages. */
export interface RequestName {
  readonly method: 'GET' | 'POST';
  readonly template: string;
}

/** The address of GOWA is none, or holds what it must not: a mistake of whoever started Rollcall. */
export class InvalidConnectionError extends RollcallError {
  override readonly name: string = 'InvalidConnectionError';
  override readonly exitCode = exitCodes.usage;
}

/** A password would travel in the clear. */
export class InsecureConnectionError extends InvalidConnectionError {
  override readonly name = 'InsecureConnectionError';
}

/** The error for a reply that is no success. */
export function toGowaError(request: RequestName, reply: Reply): GowaError {
  const status = reply.kind === 'answered' && { status: reply.status };
  return new GowaError(request, { ...toFailure(reply), ...status });
}

/** The error for a success whose results are not what they should be. */
export function toMisfit(request: RequestName, field: string, problem: string): GowaError {
  const text = `The answer does not fit at ${field}: ${problem}`;
  return new GowaError(request, { code: 'malformed', text, status: 200, field });
}

/** The value that was asked for, or the `GowaError` instead of a throw; any other error is a bug and is thrown. */
export async function attempt<Value>(asked: Promise<Value>): Promise<Value | GowaError> {
  return asked.catch((error: unknown) => {
    if (error instanceof GowaError) return error;
    throw error;
  });
}
