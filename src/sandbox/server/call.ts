import { CodedError } from './answer.ts';
import { isConnected, isLoggedIn } from './gowa.ts';
import type { Connection } from '../whatsapp/connection.ts';
import type { Gowa, Slot } from './gowa.ts';
import type { HttpRequest } from './http-request.ts';

/** GOWA gives every request so long, in milliseconds (docs/gowa.md#t12). */
export const requestTimeout = 45_000;

/** One request being answered for one device. */
export interface Call {
  readonly gowa: Gowa;
  readonly slot: Slot;
  readonly connection: Connection;
  readonly request: HttpRequest;
  /** Parts of the path that the route names, as they stand in it. */
  readonly params: Readonly<Record<string, string>>;
  /** When the request's 45 s are over, milliseconds since 1970. */
  readonly deadline: number;
}

/** Throws 500 INVALID_WA_CLI for a slot without a client (E-cli, docs/gowa.md#04-errors-that-endpoints-share). */
export function requireClient(call: Call): void {
  if (call.slot.state === 'logged_out') {
    throw new CodedError(500, 'INVALID_WA_CLI', 'your WhatsApp CLI is invalid or empty');
  }
}

/**
 * Throws 401 where the websocket is down or the account not logged in (E-conn, E-login,
 * docs/gowa.md#04-errors-that-endpoints-share).
 */
export function requireLogin(call: Call): void {
  const now = call.gowa.world.clock.now();
  if (!isConnected(call.slot, now)) {
    throw new CodedError(
      401,
      'AUTHENTICATION_ERROR',
      'you are not connect to services server, please reconnect',
    );
  }
  if (!isLoggedIn(call.slot, now)) throw new CodedError(401, 'AUTHENTICATION_ERROR', 'you are not logged in');
}
