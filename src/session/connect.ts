import type { Account, Organisation, Pace } from '../domain/organisation.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import { UsageError } from '../errors.ts';
import type { Client } from '../gowa/client.ts';
import { createClient } from '../gowa/client.ts';
import type { GowaReader } from '../gowa/read.ts';
import { createReader } from '../gowa/read.ts';
import { readDevices } from '../gowa/session.ts';
import type { Io } from '../io.ts';
import { createProxies } from '../net/proxies.ts';
import { escapeTerminal } from '../safe/escape.ts';
import type { Left } from '../safe/mask.ts';
import { maskPhone } from '../safe/mask.ts';
import { checkSession, readSettledStatus, withServerHint } from './check-session.ts';
import { closingOnFailure } from './closing-on-failure.ts';
import type { ServerOptions } from '../options.ts';
import { makeTrace } from './trace.ts';
import { startRehearsal } from './rehearse.ts';

/** An open line to a GOWA whose device is the policy's account. */
export interface Line {
  readonly client: Client;
  readonly reader: GowaReader;
  /** The account's number as WhatsApp spells it: look-ups know no other spelling (docs/gowa.md#t3). */
  readonly own: PhoneNumber;
  close(): Promise<void>;
}

/** Where the server is, and what ends together with the command. */
interface Server {
  readonly url: string;
  readonly device?: string;
  /** Tell every request and its answer. */
  readonly debug?: boolean;
  close(): Promise<void>;
}

/** Connects and makes sure that it is the right account, connected and logged in, before anything else is read. */
export async function connect(
  options: ServerOptions,
  organisation: Organisation,
  account: Account,
  io: Io,
): Promise<Line> {
  const { pace } = organisation.policy;
  return openReader(await openLine(options, organisation, account, io), pace, account, io);
}

/**
 * Connects to a server that is named by flag or environment, before all files are known, or while there are none: without
 * an account it may be anybody's session. Undefined where no server is named, and for a rehearsal.
 */
export async function connectEarly(
  options: Partial<ServerOptions>,
  pace: Pace,
  account: Account | undefined,
  io: Io,
): Promise<Line | undefined> {
  const server = options.sandbox ? undefined : findNamed(options, io);
  return server && openReader(await openServer(server, account, io), pace, account, io);
}

async function openReader(
  { client, close }: Pick<Line, 'client' | 'close'>,
  { reads }: Pace,
  account: Account | undefined,
  { clock, random, signal, left }: Io,
): Promise<Line> {
  return closingOnFailure(close, async () => {
    const own = checkSession(await readSettledStatus(client, { clock, signal }), account, left());
    const reader = createReader(client, { account: own, clock, random, signal, reads });
    return { client, reader, own, close };
  });
}

/** A client for the account's device, whatever state its session is in. Throws `UsageError`, `GowaError`. */
export async function openLine(
  options: ServerOptions,
  organisation: Organisation,
  account: Account,
  io: Io,
): Promise<Pick<Line, 'client' | 'close'>> {
  return openServer(await findServer(options, organisation, io), account, io);
}

async function openServer(
  server: Server,
  account: Account | undefined,
  io: Io,
): Promise<Pick<Line, 'client' | 'close'>> {
  return closingOnFailure(server.close, async () => {
    const client = await openClient(server, account, io);
    return { client, close: () => client.close().finally(server.close) };
  });
}

/** The sandbox where it was asked for, else the address from the flags or the environment. Throws `UsageError`. */
async function findServer(options: ServerOptions, organisation: Organisation, io: Io): Promise<Server> {
  if (options.sandbox) {
    const rehearsal = await startRehearsal(options.groups, organisation, io.clock.now());
    return { ...rehearsal, ...toDebug(options) };
  }
  const server = findNamed(options, io);
  if (server) return server;
  throw toNoServer();
}

/** No server is named, and the embedded one was not asked for. */
export function toNoServer(): UsageError {
  return new UsageError(
    'No GOWA server is given. Set ROLLCALL_URL or --url, or rehearse on the embedded sandbox with --sandbox.',
  );
}

function findNamed(options: Pick<ServerOptions, 'url' | 'device' | 'debug'>, io: Io): Server | undefined {
  const url = options.url ?? io.env['ROLLCALL_URL'];
  const device = options.device ?? io.env['ROLLCALL_DEVICE'];
  if (!url) return undefined;
  return { url, ...(device && { device }), ...toDebug(options), close: async () => undefined };
}

function toDebug({ debug }: Pick<ServerOptions, 'debug'>): { readonly debug?: true } {
  return debug ? { debug } : {};
}

/**
 * A client for the device that was named, or that belongs to the account, or without one for the only device. Throws
 * `UsageError`, `GowaError`.
 */
async function openClient(
  { url, device, debug }: Server,
  account: Account | undefined,
  io: Io,
): Promise<Client> {
  const user = io.env['ROLLCALL_USER'];
  const password = io.env['ROLLCALL_PASSWORD'];
  const trace = makeTrace(debug, { url, user }, io);
  const client = createClient({
    url,
    clock: io.clock,
    signal: io.signal,
    proxies: createProxies(io.env),
    ...(user && { user }),
    ...(password && { password }),
    ...(trace && { trace }),
  });
  return closingOnFailure(client.close, async () => {
    client.nameDevice(device ?? (await findDevice(client, account, io.left())));
    return client;
  });
}

/** The one slot whose number is the account's; without an account the one that has a number. */
async function findDevice(client: Client, account: Account | undefined, left: Left): Promise<string> {
  const devices = await withServerHint(client, readDevices(client));
  const isOwn = (phone: PhoneNumber) => !account || toPersonKey(phone) === toPersonKey(account.phone);
  const own = devices.filter(({ phone }) => phone && isOwn(phone));
  if (own.length === 1 && own[0]) return own[0].id;
  // The only device, with nobody logged in: that is what there is to say, and its status says it.
  if (devices.length === 1 && devices[0] && !devices[0].phone) return devices[0].id;
  const listed = devices.map(
    ({ id, state, phone }) =>
      `  ${escapeTerminal(id)}  ${escapeTerminal(state)}  ${phone ? maskPhone(phone, left) : 'no number'}`,
  );
  const whose = account
    ? `belongs to the account ${account.name} (${maskPhone(account.phone, left)})`
    : 'is logged in';
  throw new UsageError(
    [
      `${own.length === 0 ? 'No device' : 'More than one device'} of this GOWA ${whose}.`,
      ...(listed.length > 0 ? ['It has:', ...listed] : ['It has none: log the account in first.']),
      'Name the one to use with --device or ROLLCALL_DEVICE.',
    ].join('\n'),
  );
}
