import { buildConnector, Client } from 'undici';
import { callTimeout } from '../../domain/whatsapp-facts.ts';
import type { Clock } from '../../domain/gateway.ts';
import { findNeedles, makeRedact } from '../../safe/redact.ts';
import { mayStandAmongMembers } from '../answers/scan-members.ts';
import { isLoopbackAddress, isLoopbackHost } from '../../net/loopback.ts';
import type { Proxies } from '../../net/proxies.ts';
import { noProxies } from '../../net/proxies.ts';
import type { Reply } from '../answers/reply.ts';
import { InsecureConnectionError, InvalidConnectionError } from '../answers/gowa-error.ts';
import type { Silence } from './silence.ts';
import { createSilence } from './silence.ts';

/** Where GOWA is and who asks. */
export interface ClientOptions {
  /** "https://gowa.example.org/base", with or without a base path (docs/gowa.md#02-order-of-middleware). */
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
  readonly userAgent?: string;
  /** Milliseconds for one call, by default `callTimeout`. */
  readonly timeout?: number;
  /** The longest answer in bytes, by default 256 MiB: 500 groups of 1,024 are 95 MB (docs/gowa.md#measured). */
  readonly maxBytes?: number;
  /** Waits between the tries of a read; without it they follow at once. */
  readonly clock?: Pick<Clock, 'sleep'>;
  /** Is told of every request and its answer. */
  readonly trace?: Trace;
  /** For WhatsApp's pictures, by default none: GOWA itself is never asked through one, so that nobody in between sees numbers. */
  readonly proxies?: Proxies;
  /** Once aborted, no read is waited for any longer. */
  readonly signal?: AbortSignal;
}

/** Whoever wants to see what happens. */
export interface Trace {
  /** Milliseconds. */
  readonly now: () => number;
  readonly tell: (exchanged: Exchanged) => void;
}

/** One request and what came of it. */
export interface Exchanged {
  readonly method: 'GET' | 'POST';
  /** "/group/info": the path without anybody's id in it. */
  readonly template: string;
  /** Without the credentials; the rest of a foreign text is as it came. */
  readonly reply: Reply;
  readonly milliseconds: number;
}

/** An open line to one GOWA with its credentials. Only client.ts and write.ts send anything over it. */
export interface Connection {
  /** One request at a time; it opens anew after whatever broke it. */
  readonly socket: Client;
  /** Scheme, host and port, for messages. */
  readonly origin: string;
  /** '' or "/base". */
  readonly basePath: string;
  /** Others once it is known which device is asked for. */
  headers: Readonly<Record<string, string>>;
  /** Takes the credentials out of an answer: a proxy may repeat them anywhere in it. */
  readonly redact: (text: string) => string;
  /** True where none of them can stand among a group's members, which nobody need look through for them then. */
  readonly mayScan: boolean;
  readonly trace?: Trace;
  readonly proxies: Proxies;
  /** Milliseconds. */
  readonly timeout: number;
  /** Bytes. */
  readonly maxBytes: number;
  /** Ends reads when it is aborted; undefined from the first write on, since what was sent must be read again. */
  interruption: AbortSignal | undefined;
  /** Turns true with the first answer from this machine that says it comes from a sandbox (docs/commands.md). */
  sandbox: boolean;
  /** The other end of the last socket, where the address names this machine. */
  readonly peer: Peer;
  /** Requests in a row that had no answer, reads and writes together. */
  readonly silence: Silence;
}

/** Who answers: a sandbox's word that it is one takes off pauses, memory and key, so it is taken from this machine alone. */
interface Peer {
  isLoopback: boolean;
}

/** Says that a request never left because no connection came about; `cause` has why. */
export class NotConnectedError extends Error {
  override readonly name = 'NotConnectedError';
}

/**
 * A connection; nothing is sent yet. Throws `InvalidConnectionError` for what is no address of a server and
 * `InsecureConnectionError` where a password would travel in the clear.
 */
export function openConnection(options: ClientOptions): Connection {
  const url = parseUrl(options.url);
  if (options.password !== undefined) refuseClearText(url);
  const peer = { isLoopback: false };
  return {
    socket: openSocket(url, peer),
    peer,
    origin: url.origin,
    basePath: url.pathname.replace(/\/+$/, ''),
    headers: toHeaders(options),
    redact: makeRedact(options),
    mayScan: !findNeedles(options).some(mayStandAmongMembers),
    ...(options.trace && { trace: options.trace }),
    proxies: options.proxies ?? noProxies,
    timeout: options.timeout ?? callTimeout,
    maxBytes: options.maxBytes ?? 256 * 1024 * 1024,
    interruption: options.signal,
    sandbox: false,
    silence: createSilence(),
  };
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new InvalidConnectionError('The address of GOWA must start with http:// or https://.');
  }
  if (url.username || url.password) {
    throw new InvalidConnectionError('The address of GOWA must hold no user name and no password.');
  }
  if (url.search || url.hash) {
    throw new InvalidConnectionError('The address of GOWA must end with its path: no "?" and no "#".');
  }
  return url;
}

function refuseClearText(url: URL): void {
  if (url.protocol === 'https:' || isLoopbackHost(url.hostname)) return;
  throw new InsecureConnectionError(
    'A password does not go over plain HTTP to another machine. Use https://, or a tunnel that ends on this one.',
  );
}

function toHeaders({ user, password, userAgent }: ClientOptions): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'user-agent': userAgent ?? 'rollcall',
  };
  if (user !== undefined || password !== undefined) {
    const credentials = Buffer.from(`${user ?? ''}:${password ?? ''}`).toString('base64');
    headers['authorization'] = `Basic ${credentials}`;
  }
  return headers;
}

/**
 * From here on what is asked over a connection is asked of this device, by its slot id or JID; before, and without a name,
 * GOWA takes the only one (docs/gowa.md#03-device-selection).
 */
export function nameDevice(connection: Connection, device: string): void {
  // GOWA decodes it: a bare `+` would become a space.
  if (device) connection.headers = { ...connection.headers, 'x-device-id': encodeURIComponent(device) };
}

/** One request at a time over one socket; each call brings its own time limit. */
function openSocket({ origin, hostname }: URL, peer: Peer): Client {
  const connect = buildConnector({});
  return new Client(origin, {
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    // Whatever fails in here fails before a byte of a request has left: the one safe "it did not happen".
    connect: (options, callback) =>
      connect(options, (error, socket) => {
        if (error) return callback(new NotConnectedError('not connected', { cause: error }), null);
        if (!socket) return;
        peer.isLoopback = isLoopbackHost(hostname) && isLoopbackAddress(socket.remoteAddress);
        callback(null, socket);
      }),
  });
}
