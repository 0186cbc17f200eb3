import type { PersonAction, PersonChange, SettingChange, Step } from '../domain/change.ts';
import { isPersonChange } from '../domain/change.ts';
import type { Answer, Writer } from '../domain/gateway.ts';
import type { Connection } from './connection.ts';
import { toAnswer } from './errors.ts';
import { exchange } from './exchange.ts';

/** The request for a step. */
export interface WriteRequest {
  /** Ready to send, the group's id percent-encoded. */
  readonly path: string;
  /** The path without anybody's id in it, for messages. */
  readonly template: string;
  /** Holds every field of the endpoint: GOWA takes a missing one for "off" or "delete" (contract T16). */
  readonly json: Readonly<Record<string, unknown>>;
}

const paths: Readonly<Record<PersonAction, string>> = {
  add: '/group/participants',
  remove: '/group/participants/remove',
  promote: '/group/participants/promote',
  demote: '/group/participants/demote',
};

/**
 * The only way to change anything at WhatsApp: one POST for a step, never tried again. Whatever becomes of it is an
 * answer; `connection` is the client's.
 */
export function createWriter(connection: Connection): Writer {
  return {
    send: async (step): Promise<Answer> => {
      const { path, json } = requestFor(step);
      return toAnswer(await exchange(connection, { method: 'POST', path, json }));
    },
  };
}

/** Path and body for a step. */
export function requestFor(step: Step): WriteRequest {
  const [first] = step;
  return isPersonChange(first) ? forPeople(step as readonly PersonChange[], first) : forSetting(first);
}

/** Numbers go as bare digits: GOWA appends the server itself (contract T1). */
function forPeople(step: readonly PersonChange[], { action, group }: PersonChange): WriteRequest {
  const path = paths[action];
  const participants = step.map((change) => change.person.phone);
  return { path, template: path, json: { group_id: group, participants } };
}

function forSetting(change: SettingChange): WriteRequest {
  if (change.setting === 'disappearing') return forDisappearing(change.group, change.after);
  const path = `/group/${change.setting}`;
  return { path, template: path, json: { group_id: change.group, [change.setting]: change.after } };
}

/** GOWA takes an id without its server for a person here, and would write to them (contract 1.4). */
function forDisappearing(group: string, seconds: number): WriteRequest {
  return {
    path: `/chat/${encodeURIComponent(group)}/disappearing`,
    template: '/chat/{jid}/disappearing',
    json: { timer_seconds: seconds },
  };
}
