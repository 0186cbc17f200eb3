import { setFlagsFromString } from 'node:v8';
import type { Dispatcher } from 'undici';

type Headers = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2];

/** An answer with the whole of its body. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** What happens while an answer is on its way. */
export interface Receiving {
  /** Bytes of a body. */
  readonly maxBytes: number;
  /** Handed what ends the request early, with the reason for which it fails then; returns what is called when all is over. */
  watch(end: (reason: Error) => void): () => void;
  /** Told the headers before the body is there. */
  onHeaders(headers: Headers): void;
}

/** A body that grows past what is wanted of it. */
export class TooLargeError extends Error {}

/**
 * Sends a request, follows no redirects, and resolves to the whole answer. Rejects with what ended it early, with a
 * TooLargeError, or with what the network did. It takes the body as it comes in: a stream in between costs half of a
 * request's time again.
 */
export function receive(
  line: Pick<Dispatcher, 'dispatch'>,
  request: Dispatcher.DispatchOptions,
  { maxBytes, watch, onHeaders }: Receiving,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    let sent: Dispatcher.DispatchController | undefined = undefined;
    let ended: Error | undefined = undefined;
    let answer = { status: 0, headers: {}, body: collect(0, maxBytes) };
    const stop = watch((reason) => {
      ended ??= reason;
      sent?.abort(reason);
    });
    line.dispatch(request, {
      onRequestStart(controller) {
        sent = controller;
        if (ended) controller.abort(ended);
      },
      onResponseStart(_, status, headers) {
        if (status < 200) return;
        onHeaders(headers);
        answer = { status, headers, body: collect(Number(headers['content-length']), maxBytes) };
      },
      // What is thrown here closes the socket, so that the rest is never received.
      onResponseData: (_, chunk) => answer.body.add(chunk),
      onResponseEnd() {
        stop();
        resolve({ ...answer, body: answer.body.end() });
      },
      onResponseError(_, error) {
        stop();
        reject(error);
      },
    });
  });
}

/** A body of so many bytes, as the server says: into one piece of memory then, so that it is never there twice. */
function collect(said: number, maxBytes: number) {
  const chunks: Buffer[] = [];
  const whole = said <= maxBytes ? Buffer.allocUnsafeSlow(said) : undefined;
  let bytes = 0;
  return {
    add(chunk: Buffer) {
      if (bytes + chunk.length > maxBytes || said > maxBytes) throw new TooLargeError();
      if (whole) whole.set(chunk, bytes);
      else chunks.push(chunk);
      bytes += chunk.length;
    },
    end() {
      if (bytes > largeAnswer) tidySooner();
      return whole ? whole.subarray(0, bytes) : Buffer.concat(chunks);
    },
  };
}

/** Bytes of a list of groups behind which a very large account is: 500 groups of 500 people, and as many groups as one likes. */
const largeAnswer = 48 * 1024 * 1024;

/**
 * V8 lets a heap grow to four times what is in use before it tidies up. From now on it tidies up when a third has been added: 2,000
 * groups of 1,000 take 600 MB instead of 830. 500 groups of 256 take 190 MB either way, and a twentieth less of the
 * processor's time without.
 */
function tidySooner(): void {
  setFlagsFromString('--heap-growing-percent=30');
}
