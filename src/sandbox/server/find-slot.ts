import { toFailure } from './answer.ts';
import { decodePart } from './http-request.ts';
import { jidOf } from './gowa.ts';
import type { Answer } from './answer.ts';
import type { Gowa, Slot } from './gowa.ts';
import type { HttpRequest } from './http-request.ts';

/**
 * Returns the device that a request is for, or the refusal (docs/gowa.md#03-device-selection): the header, decoded,
 * else the query; by slot id, AD JID, bare JID; nothing given: the only one, if there is exactly one.
 */
export function findSlot(gowa: Gowa, request: HttpRequest): Slot | Answer {
  const header = decodePart((request.headers['x-device-id'] ?? '').trim());
  const wanted = (header === '' ? (request.query.get('device_id') ?? '') : header).trim();
  if (wanted === '')
    return gowa.slots.length === 1 && gowa.slots[0] !== undefined ? gowa.slots[0] : noneNamed();
  const found =
    gowa.slots.find((slot) => slot.id === wanted) ??
    gowa.slots.find((slot) => slot.state !== 'logged_out' && wanted === `${slot.pn}:12@s.whatsapp.net`) ??
    gowa.slots.find((slot) => jidOf(slot) === wanted);
  return found ?? notFound(wanted);
}

function noneNamed(): Answer {
  return toFailure(
    400,
    'DEVICE_ID_REQUIRED',
    'device_id is required via X-Device-Id header or device_id query',
  );
}

function notFound(wanted: string): Answer {
  const text = 'device not found; create a device first from /api/devices or provide a valid X-Device-Id';
  return toFailure(404, 'DEVICE_NOT_FOUND', text, { device_id: wanted });
}
