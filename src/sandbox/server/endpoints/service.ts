import { PlainError, toSuccess } from '../answer.ts';
import { isConnected, isLoggedIn, jidOf } from '../gowa.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import type { Gowa, Slot } from '../gowa.ts';

/** The version that docs/gowa.md describes. */
const gowaVersion = 'v9.2.0';

/** `GET /app/info` (docs/gowa.md#11-service--session): no device needed. */
export function appInfo(gowa: Gowa): Answer {
  return toSuccess('Fetch app info success', {
    base_path: gowa.server.basePath ?? '',
    chatwoot_enabled: false,
    max_file_size: 50_000_000,
    max_image_size: 20_000_000,
    max_video_size: 100_000_000,
    os: 'GOWA',
    version: gowaVersion,
  });
}

/** `GET /app/status`: 200 in every state. */
export function appStatus({ gowa, slot }: Call): Answer {
  const now = gowa.world.clock.now();
  return toSuccess('Connection status retrieved', {
    device_id: slot.id,
    is_connected: isConnected(slot, now),
    is_logged_in: isLoggedIn(slot, now),
    jid: jidOf(slot),
  });
}

/** `GET /app/devices`: the accounts in GOWA's store. */
export function appDevices({ gowa }: Call): Answer {
  const devices = gowa.slots.filter((slot) => slot.state !== 'logged_out');
  const results = devices.map((slot) => ({
    name: 'Rollcall',
    device: `${slot.pn}:12@s.whatsapp.net`,
    jid: jidOf(slot),
  }));
  return toSuccess('Fetch device success', results.length > 0 ? results : null);
}

/** `GET /devices`: all slots; `phone_number` is never filled (docs/gowa.md#11-service--session). */
export function listDevices(gowa: Gowa): Answer {
  const results = gowa.slots.map((slot) => toDevice(gowa, slot));
  return toSuccess('List devices', results.length > 0 ? results : null);
}

/** `GET /devices/{id}/status`: the exact slot id, not decoded; an unknown one is a 500. */
export function deviceStatus(gowa: Gowa, id: string): Answer {
  const slot = gowa.slots.find((one) => one.id === id);
  if (slot === undefined) throw new PlainError(`device ${id} not found`);
  const now = gowa.world.clock.now();
  return toSuccess('Device status', {
    device_id: slot.id,
    is_connected: isConnected(slot, now),
    is_logged_in: isLoggedIn(slot, now),
  });
}

function toDevice(gowa: Gowa, slot: Slot): Record<string, unknown> {
  const now = gowa.world.clock.now();
  const state = isLoggedIn(slot, now) ? 'logged_in' : isConnected(slot, now) ? 'connected' : 'disconnected';
  return {
    id: slot.id,
    display_name: 'Rollcall',
    state,
    ...(slot.state !== 'logged_out' && { jid: jidOf(slot) }),
    created_at: new Date(slot.createdAt).toISOString(),
  };
}
