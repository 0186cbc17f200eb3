import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { RecordedPart, RecordedRequest } from './recording.ts';

/** What came back over real HTTP. */
export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const BOUNDARY = 'recorded-boundary-7f3a';

/** Sends a recorded request to the server at `port` on this computer. */
export function sendRecorded(port: number, recorded: RecordedRequest): Promise<Received> {
  const { type, body } = toBody(recorded);
  const headers: Record<string, string | number> = { ...(type !== undefined && { 'Content-Type': type }) };
  for (const [name, value] of Object.entries(recorded.headers ?? {})) headers[name] = value;
  if (body !== undefined) headers['Content-Length'] = body.length;
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      method: recorded.method,
      path: recorded.path,
      headers,
      agent: false,
    };
    const sent = httpRequest(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function toBody(recorded: RecordedRequest): { type?: string; body?: Buffer } {
  if (recorded.json !== undefined) {
    return { type: 'application/json', body: Buffer.from(JSON.stringify(recorded.json), 'utf8') };
  }
  if (recorded.form !== undefined) {
    const pairs = Object.entries(recorded.form).flatMap(([key, value]) =>
      [value].flat().map((one) => [key, one] as [string, string]),
    );
    const body = Buffer.from(new URLSearchParams(pairs).toString(), 'utf8');
    return { type: 'application/x-www-form-urlencoded', body };
  }
  if (recorded.multipart !== undefined) {
    return { type: `multipart/form-data; boundary=${BOUNDARY}`, body: toMultipart(recorded.multipart) };
  }
  return recorded.raw === undefined ? {} : { body: Buffer.from(recorded.raw, 'utf8') };
}

function toMultipart(parts: readonly RecordedPart[]): Buffer {
  const chunks = parts.flatMap((part) => [
    Buffer.from(toPartHead(part), 'utf8'),
    toContent(part),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

function toPartHead(part: RecordedPart): string {
  const file = part.filename === undefined ? '' : `; filename="${part.filename}"`;
  const type = part.content_type ? `Content-Type: ${part.content_type}\r\n` : '';
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${part.name}"${file}\r\n${type}\r\n`;
}

function toContent(part: RecordedPart): Buffer {
  return part.base64 === undefined
    ? Buffer.from(part.value ?? '', 'utf8')
    : Buffer.from(part.base64, 'base64');
}
