import { createServer } from 'node:http';
import { realClock } from './clock.ts';
import { createFaults } from './faults.ts';
import { createRandom } from './random.ts';
import { answerControl } from './server/control.ts';
import { createGowa } from './server/gowa.ts';
import { createListener } from './server/listener.ts';
import { createWorld, toWorldFile as printWorld } from './whatsapp/world.ts';
import { toWorldFile } from './world-file.ts';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { SandboxClock } from './clock.ts';
import type { FaultRule } from './faults.ts';
import type { Gowa, SessionState } from './server/gowa.ts';
import type { LoggedRequest } from './server/listener.ts';
import type { ServerFile, WorldFile } from './world-file.ts';

/** How to start a sandbox. */
export interface SandboxOptions {
  /** The world; a parsed recording will do as well. */
  readonly world: WorldFile;
  /** Where to listen; nobody but this computer can reach the default, 127.0.0.1. */
  readonly host?: string;
  /** 0, the default: any free port. */
  readonly port?: number;
  /** Rules beside those of the world. */
  readonly faults?: readonly FaultRule[];
  readonly clock?: SandboxClock;
  /** Makes ids repeatable; default 1. */
  readonly seed?: number;
  /** `user:password`; null: none; absent: the world's. */
  readonly basicAuth?: string | null;
  /** For instance `/gowa`; absent: the world's. */
  readonly basePath?: string;
  /** A fork of GOWA with endpoints of its own; absent: the world's. */
  readonly fork?: boolean;
  /** Answers do not say that they are a sandbox's: for tests of what is kept of real groups alone. */
  readonly isUnmarked?: boolean;
}

/** On every answer: the one thing that tells the sandbox from GOWA. */
const sandboxMark = ['X-Rollcall-Sandbox', '1'] as const;

/** A running sandbox, and what tests and commands may do with it. */
export interface Sandbox {
  /** Scheme, host, port and base path: what a client is pointed at. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
  /** Every request so far, in order, without those to `/__sandbox/`. */
  requests(): readonly LoggedRequest[];
  /** The world as it is now: what `GET /__sandbox/world` prints. */
  world(): WorldFile;
  /** Replaces all rules. */
  setFaults(rules: readonly FaultRule[]): void;
  /** Changes the session of the account `pn`; `replaced`: opened elsewhere, and GOWA ends (docs/gowa.md#t15). */
  setSession(pn: string, state: SessionState | 'replaced'): void;
}

/** Starts a sandbox of GOWA and resolves once it listens. Throws WorldError for a world that is none. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const file = toWorldFile(options.world, 'the world');
  const clock = options.clock ?? realClock;
  const server = {
    ...file.server,
    ...(options.basicAuth !== undefined && { basicAuth: options.basicAuth }),
    ...(options.basePath !== undefined && { basePath: options.basePath }),
    ...(options.fork !== undefined && { fork: options.fork }),
  };
  const world = createWorld(file, clock, createRandom(options.seed ?? 1));
  const faults = createFaults([...(options.faults ?? []), ...(file.faults ?? [])]);
  const gowa = createGowa(world, faults, server);
  const host = options.host ?? '127.0.0.1';
  const log: LoggedRequest[] = [];
  let http: Server | undefined = undefined;
  const sandbox = {
    close: () => closeServer(http),
    requests: () => log,
    world: () => ({
      ...printWorld(world, printServer(gowa)),
      faults: [...faults.rules()],
      behaviour: world.behaviour,
    }),
    setFaults: faults.set,
    setSession: (pn: string, state: SessionState | 'replaced') =>
      setSession(gowa, pn, state, () => closeServer(http)),
  };
  const listen = createListener(gowa, log, (request) => answerControl(request, sandbox));
  http = createServer((request, response) => {
    if (!options.isUnmarked) response.setHeader(...sandboxMark);
    listen(request, response);
  });
  const port = await startListening(http, options.port ?? 0, host);
  const shown = host.includes(':') ? `[${host}]` : host;
  return { ...sandbox, port, url: `http://${shown}:${port}${server.basePath ?? ''}` };
}

function printServer({ server, slots }: Gowa): ServerFile {
  const devices = server.devices.map((device, at) => ({ ...device, state: slots[at]?.state ?? 'ok' }));
  return { ...server, devices };
}

function setSession(
  gowa: Gowa,
  pn: string,
  state: SessionState | 'replaced',
  end: () => Promise<void>,
): void {
  const slot = gowa.slots.find((one) => one.pn === pn);
  if (slot === undefined) throw new Error(`No device of this sandbox has the number ${pn}.`);
  if (state === 'replaced') void end();
  else slot.state = state;
}

function startListening(http: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => resolve((http.address() as AddressInfo).port));
  });
}

function closeServer(http: Server | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (http === undefined || !http.listening) return resolve();
    http.close(() => resolve());
    http.closeAllConnections();
  });
}
