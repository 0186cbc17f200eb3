import type { ServerResponse } from 'node:http';
import type { HttpFault } from '../faults.ts';
import type { Answer } from './answer.ts';

/** Writes an answer. */
export function deliver(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, toHeaders(answer, Buffer.byteLength(answer.body)));
  response.end(answer.body);
}

/** Writes what an HTTP fault makes of an answer, and returns the status that went out (0: none). */
export function deliverSpoiled(response: ServerResponse, fault: HttpFault, answer: Answer): number {
  if (fault.do === 'close') {
    response.socket?.destroy();
    return 0;
  }
  if (fault.do === 'truncate') {
    const body = Buffer.from(answer.body);
    response.writeHead(answer.status, toHeaders(answer, body.length));
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
    return answer.status;
  }
  const spoiled = toSpoiled(fault, answer);
  deliver(response, spoiled);
  return spoiled.status;
}

/** Half an HTML page with status 200: what a captive proxy in between may send. */
function toSpoiled(fault: HttpFault, answer: Answer): Answer {
  if (fault.do === 'garbage')
    return { status: fault.status ?? 200, contentType: 'text/html', body: '<html><body>\u0000' };
  if (fault.status === undefined) return answer;
  return { status: fault.status, contentType: 'text/html', body: fault.body ?? `<h1>${fault.status}</h1>` };
}

function toHeaders(answer: Answer, length: number): Record<string, string | number> {
  return { 'Content-Type': answer.contentType, ...answer.headers, 'Content-Length': length };
}
