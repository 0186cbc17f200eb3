import type { PhoneNumber } from '../domain/people/person.ts';
import type { Client } from './client.ts';
import { GowaError } from './answers/gowa-error.ts';
import { toPhone } from './answers/jid.ts';
import { appInfo, appStatus, devices } from './answers/wire.ts';

/** The device that GOWA picked and how it stands with WhatsApp. */
export interface SessionStatus {
  readonly connected: boolean;
  readonly loggedIn: boolean;
  /** GOWA's name for the slot. */
  readonly deviceId: string;
  /** The account's own number; absent before login and on servers before v8.8. */
  readonly phone?: PhoneNumber;
}

/** One slot of GOWA. */
export interface Device {
  readonly id: string;
  /** "disconnected", "connecting", "connected" or "logged_in". */
  readonly state: string;
  readonly phone?: PhoneNumber;
}

/** How the session stands; also answered before login (docs/gowa.md#11-service--session). Throws `GowaError`. */
export async function readStatus(client: Client): Promise<SessionStatus> {
  const status = await client.get('/app/status', {}, appStatus);
  return {
    connected: status.is_connected,
    loggedIn: status.is_logged_in,
    deviceId: status.device_id,
    ...withPhone(status.jid),
  };
}

/**
 * GOWA's version, "v9.2.0"; undefined on servers before v9, which do not tell (docs/gowa.md#5-versions). Throws
 * `GowaError`.
 */
export async function readServerInfo(client: Client): Promise<{ readonly version: string } | undefined> {
  try {
    return await client.get('/app/info', {}, appInfo);
  } catch (error) {
    if (error instanceof GowaError && (error.code === 'device' || error.status === 404)) return undefined;
    throw error;
  }
}

/** All slots, in GOWA's order. Throws `GowaError`. */
export async function readDevices(client: Client): Promise<readonly Device[]> {
  const slots = (await client.get('/devices', {}, devices)) ?? [];
  return slots.map(({ id, state, jid }) => ({ id, state, ...withPhone(jid) }));
}

function withPhone(jid: string | undefined): { readonly phone?: PhoneNumber } {
  const phone = toPhone(jid ?? '');
  return phone ? { phone } : {};
}
