import { createSkippingClock } from '../../../src/sandbox/clock.ts';
import { startSandbox } from '../../../src/sandbox/start.ts';
import { toWorldFile } from '../../../src/sandbox/world-file.ts';
import { findDifferences } from './compare.ts';
import { createIdMap } from './ids.ts';
import { sendRecorded } from './send.ts';
import type { SandboxClock } from '../../../src/sandbox/clock.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import type { Difference } from './compare.ts';
import type { IdMap } from './ids.ts';
import type { RecordedExchange, RecordedRequest, Recording } from './recording.ts';
import type { Received } from './send.ts';

/** One exchange replayed; equal if there are no differences. */
export interface Replayed {
  readonly title: string;
  readonly exchange: RecordedExchange;
  readonly differences: readonly Difference[];
}

/** Replays a recording over real HTTP against a sandbox of its own world, on a clock that skips waits. */
export async function replayRecording(text: string, filename: string): Promise<Replayed[]> {
  const recording = JSON.parse(text) as Recording;
  const clock = createSkippingClock();
  const sandbox = await startSandbox({ world: toWorldFile(recording, filename), clock });
  const ids = createIdMap(JSON.stringify(recording.world));
  const times = findFixedTimes(recording);
  const replayed: Replayed[] = [];
  try {
    for (const [at, step] of recording.steps.entries()) {
      if ('faults' in step) sandbox.setFaults(step.faults);
      else if ('session' in step) sandbox.setSession(step.session.pn, step.session.state);
      else {
        const differences = await replayExchange(step, { sandbox, clock, ids, times });
        replayed.push({ title: toTitle(recording, at, step), exchange: step, differences });
      }
    }
  } finally {
    await sandbox.close();
  }
  return replayed;
}

function toTitle(recording: Recording, at: number, { name, request }: RecordedExchange): string {
  return `${recording.name} step ${at}${name === undefined ? '' : ` (${name})`}: ${request.method} ${request.path}`;
}

interface Context {
  readonly sandbox: Sandbox;
  readonly clock: SandboxClock;
  readonly ids: IdMap;
  readonly times: ReadonlySet<string>;
}

async function replayExchange(exchange: RecordedExchange, context: Context): Promise<Difference[]> {
  const { sandbox, clock, ids } = context;
  const request = JSON.parse(
    ids.inRequest(JSON.stringify(withoutFiles(exchange.request))),
  ) as RecordedRequest;
  const started = clock.now();
  const received = await sendRecorded(sandbox.port, withFiles(request, exchange.request));
  const seconds = Math.round((clock.now() - started) / 100) / 10;
  return [
    ...compareResponse(exchange, received, context),
    ...findDifferences(
      exchange.queries,
      sandbox.requests().at(-1)?.queries ?? [],
      ids,
      context.times,
      'queries',
    ),
    ...findDifferences(exchange.seconds ?? 0, seconds, ids, context.times, 'seconds'),
  ];
}

/** Files are not looked through for ids: base64 may look like one. */
function withoutFiles(request: RecordedRequest): RecordedRequest {
  if (request.multipart === undefined) return request;
  return { ...request, multipart: request.multipart.map(({ base64: _base64, ...part }) => part) };
}

function withFiles(request: RecordedRequest, original: RecordedRequest): RecordedRequest {
  if (request.multipart === undefined) return request;
  const multipart = request.multipart.map((part, at) => {
    const base64 = original.multipart?.[at]?.base64;
    return base64 === undefined ? part : { ...part, base64 };
  });
  return { ...request, multipart };
}

function compareResponse({ response }: RecordedExchange, received: Received, context: Context): Difference[] {
  const { headers } = received;
  const compare = (recorded: unknown, replayed: unknown, at: string): Difference[] =>
    findDifferences(recorded, replayed, context.ids, context.times, at);
  const header = (recorded: string | undefined, name: string): Difference[] =>
    recorded === undefined ? [] : compare(recorded, headers[name], name);
  return [
    ...compare(response.status, received.status, 'status'),
    ...header(response.contentType, 'content-type'),
    ...header(response.wwwAuthenticate, 'www-authenticate'),
    ...header(response.contentDisposition, 'content-disposition'),
    ...(response.json === undefined ? [] : compare(response.json, parseJson(received.body), '')),
    ...(response.text === undefined ? [] : compare(response.text, received.body, 'text')),
  ];
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return `no JSON: ${text}`;
  }
}

/** Zero, the creation of groups, their descriptions a minute later, and join requests. */
function findFixedTimes(recording: Recording): Set<string> {
  const times = new Set(['0001-01-01T00:00:00Z', '2025-01-01T00:00:00Z', '2025-01-01T00:01:00Z']);
  for (const match of JSON.stringify(recording.world).matchAll(/"time":(\d+)/g)) {
    times.add(new Date(Number(match[1]) * 1000).toISOString().replace('.000', ''));
  }
  return times;
}
