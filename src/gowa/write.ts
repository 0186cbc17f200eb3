import { FormData } from 'undici';
import type { LinkRenewal, PersonAction, PersonChange, PhotoChange, Step } from '../domain/plan/change.ts';
import { isLinkRenewal, isPersonChange, isPhotoChange } from '../domain/plan/change.ts';
import { findLane } from '../domain/plan/lane.ts';
import type { Answer, GroupMessenger, Maker, Messenger, Writer } from '../domain/gateway.ts';
import { isGroupId } from '../domain/group.ts';
import type { Connection } from './line/connection.ts';
import { toAnswer, toMakeAnswer } from './answers/to-answer.ts';
import { exchange } from './line/exchange.ts';
import type { JsonRequest } from './setting-fields.ts';
import { requestForSetting } from './setting-fields.ts';
import { noteReply } from './line/silence.ts';

/**
 * The request for a step. Holds every field of the endpoint: GOWA takes a missing one for "off" or "delete"
 * (docs/gowa.md#t16).
 */
export type WriteRequest = JsonRequest | (Omit<JsonRequest, 'json'> & { readonly parts: FormData });

/** The PNG to send for a photo, or why there is none any more: the file is no longer the one that was approved. */
export type LoadPhoto = (change: PhotoChange) => Promise<Uint8Array | { readonly refused: string }>;

const paths: Readonly<Record<PersonAction | 'knock', string>> = {
  add: '/group/participants',
  knock: '/group/participant-requests/approve',
  remove: '/group/participants/remove',
  promote: '/group/participants/promote',
  demote: '/group/participants/demote',
};

/**
 * The only way to change anything at WhatsApp: one request for a step, never tried again; a POST, but for the link. Whatever becomes of it is an
 * answer; `connection` is the client's. `loadPhoto` is asked right before a photo leaves; without it none does.
 */
export function createWriter(connection: Connection, loadPhoto: LoadPhoto = refusePhoto): Writer {
  return {
    send: async (step): Promise<Answer> => {
      const [first] = step;
      if (isLinkRenewal(first)) return renew(connection, first);
      if (!isPhotoChange(first) || first.after.kind === 'none') {
        return post(connection, requestFor(step));
      }
      const photo = await loadPhoto(first);
      if ('refused' in photo) return { kind: 'rejected', code: 'invalid', text: photo.refused };
      return post(connection, requestFor(step, photo));
    },
  };
}

/**
 * The only way to write to a person: a text, as `POST /send/message` (docs/gowa.md#17-messages). The address is a whole one,
 * so that no number can be taken for a group's; nobody is mentioned, nothing is answered.
 */
export function createMessenger(connection: Connection): Messenger {
  return { send: (phone, text) => sendText(connection, `${phone}@s.whatsapp.net`, text) };
}

/** The only way to write to a group, by the same request; the address is a whole one of a group, so that it can be nobody's. */
export function createGroupMessenger(connection: Connection): GroupMessenger {
  return {
    async send(group, text) {
      if (!isGroupId(group)) throw new Error('Refused to send a message to what is no group');
      return sendText(connection, group, text);
    },
  };
}

function sendText(connection: Connection, phone: string, message: string): Promise<Answer> {
  const path = '/send/message';
  return post(connection, { path, template: path, json: { phone, message } });
}

async function post(connection: Connection, request: WriteRequest): Promise<Answer> {
  const reply = await exchange(connection, { method: 'POST', ...request });
  noteReply(connection.silence, 'POST', reply);
  return toAnswer(reply);
}

/** The only way to make a group: one POST, never tried again; whatever becomes of it is an answer. */
export function createMaker(connection: Connection): Maker {
  return {
    async make(title, participants) {
      const path = '/group';
      const reply = await exchange(connection, {
        method: 'POST',
        path,
        template: path,
        json: { title, participants },
      });
      noteReply(connection.silence, 'POST', reply);
      return toMakeAnswer(reply);
    },
  };
}

/** GOWA revokes the old link by a GET; the new one in its answer is nobody's business (apply/renew-link.ts reads it). */
async function renew(connection: Connection, { group }: LinkRenewal): Promise<Answer> {
  const reply = await exchange(connection, {
    method: 'GET',
    path: '/group/invite-link',
    renewalOf: group,
  });
  noteReply(connection.silence, 'POST', reply);
  return toAnswer(reply);
}

async function refusePhoto() {
  return { refused: 'photos are no matter of this run' };
}

/** Path and body for a step; one that sets a photo needs its PNG. */
export function requestFor(step: Step, photo?: Uint8Array): WriteRequest {
  const [first] = step;
  if (!isGroupId(first.group)) throw new Error('Refused to send something for a group that is not there');
  if (isLinkRenewal(first)) throw new Error('Refused to send a link: GOWA makes it');
  if (isPhotoChange(first)) return forPhoto(first, photo);
  return isPersonChange(first) ? forPeople(step as readonly PersonChange[], first) : requestForSetting(first);
}

/** Numbers go as bare digits: GOWA appends the server itself (docs/gowa.md#t1). */
function forPeople(step: readonly PersonChange[], first: PersonChange): WriteRequest {
  const { action, group } = first;
  const lane = findLane(first);
  if (lane === 'link') throw new Error('Refused to add somebody who is to come by themselves');
  const path = paths[lane ?? action];
  const participants = step.map((change) => change.person.phone);
  return { path, template: path, json: { group_id: group, participants } };
}

/**
 * A file part that is missing, named otherwise or without the type of an image deletes the photo or is refused, so
 * nothing but `photo: none` ever leaves without one (docs/gowa.md#15-group-photo).
 */
function forPhoto({ group, after }: PhotoChange, photo: Uint8Array | undefined): WriteRequest {
  const path = '/group/photo';
  if (after.kind === 'none') return { path, template: path, json: { group_id: group } };
  if (!photo?.length) throw new Error('Refused to set a photo without a picture: that would delete it');
  const parts = new FormData();
  parts.set('group_id', group);
  parts.set('photo', new Blob([new Uint8Array(photo)], { type: 'image/png' }), 'photo.png');
  return { path, template: path, parts };
}
