import type { FaultRule } from '../../../src/sandbox/faults.ts';
import type { SessionState } from '../../../src/sandbox/server/gowa.ts';

/** A part of a recorded multipart body. */
export interface RecordedPart {
  readonly name: string;
  readonly value?: string;
  readonly base64?: string;
  readonly filename?: string;
  readonly content_type?: string | null;
}

/** A recorded request, with at most one body. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  readonly multipart?: readonly RecordedPart[];
  readonly raw?: string;
}

/** A recorded answer; what is absent was not recorded. */
interface RecordedResponse {
  readonly status: number;
  readonly contentType?: string;
  readonly json?: unknown;
  readonly text?: string;
  readonly wwwAuthenticate?: string;
  readonly contentDisposition?: string;
}

/** One exchange with the real GOWA; `seconds`: how long it took, if over one. */
export interface RecordedExchange {
  readonly name?: string;
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
  readonly queries: readonly string[];
  readonly seconds?: number;
}

/** One step of a recording. */
type RecordedStep =
  | RecordedExchange
  | { readonly faults: readonly FaultRule[] }
  | { readonly session: { readonly pn: string; readonly state: SessionState } };

/** A file of recordings: the form that the README beside them describes. */
export interface Recording {
  readonly name: string;
  readonly steps: readonly RecordedStep[];
  readonly world: { readonly groups: readonly Record<string, unknown>[] };
}
