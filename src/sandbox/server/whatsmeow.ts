import { PlainError } from './answer.ts';
import { learnGroup, learnPair } from './lid-store.ts';
import { DeadlineExceeded, LineDropped, QueryRefusal } from '../whatsapp/refusal.ts';
import { createQuery } from '../whatsapp/queries/create.ts';
import { groupQuery, participatingQuery } from '../whatsapp/queries/group-reads.ts';
import { inviteQuery, joinQuery, previewQuery } from '../whatsapp/queries/invites.ts';
import { participantsQuery } from '../whatsapp/queries/participants.ts';
import { communityPictureQuery, pictureQuery, setPictureQuery } from '../whatsapp/queries/pictures.ts';
import { descriptionQuery, ephemeralQuery } from '../whatsapp/queries/settings.ts';
import { contactQuery, userInfoQuery } from '../whatsapp/queries/users.ts';
import { makeMessageId } from '../whatsapp/world.ts';
import type { Call } from './call.ts';
import type { Query } from '../whatsapp/connection.ts';
import type { Jid } from '../whatsapp/jid.ts';
import type { GroupNode, ParticipantResult, PictureNode, StubNode, UserNode } from '../whatsapp/nodes.ts';
import type { ParticipantAction } from '../whatsapp/queries/participants.ts';
import type { PictureUpload } from '../whatsapp/queries/pictures.ts';

/*
 * The client library between GOWA and WhatsApp: which query a call makes, what the store learns from
 * its answer, and which refusals it says in words of its own.
 */

/** GOWA waits no longer for the look-up of one number, and outside the request's 45 s (docs/gowa.md#t3, #t12). */
const checkTimeout = 10_000;
/** And so long for a picture (docs/gowa.md#12-users). */
const pictureTimeout = 5_000;

/** Sends a query within the request's time. */
export function ask<T>(call: Call, query: Query<T>): Promise<T> {
  return call.connection.send(query, call.deadline);
}

/**
 * Returns whether a contact (`+447…`) is on WhatsApp. Every failure is a no: limits, dropped lines
 * and silence look like a number nobody has (docs/gowa.md#t3).
 */
export async function isContactRegistered(call: Call, contact: string): Promise<boolean> {
  const { clock } = call.gowa.world;
  try {
    const found = await call.connection.send(contactQuery(contact), clock.now() + checkTimeout);
    if (found !== undefined) learnPair(call.gowa, found.lid, found.jid);
    return found !== undefined;
  } catch (error) {
    if (isWhatsAppFailure(error)) return false;
    throw error;
  }
}

/** Returns what WhatsApp knows of people; its failures come wrapped, so a timeout is no 504 (docs/gowa.md#12-users). */
export async function getUserInfo(call: Call, jids: readonly Jid[]): Promise<readonly UserNode[]> {
  try {
    const users = await ask(call, userInfoQuery(jids));
    for (const user of users) if (user.lid !== undefined) learnPair(call.gowa, user.lid, user.jid);
    return users;
  } catch (error) {
    if (isWhatsAppFailure(error)) throw new PlainError(`failed to send usync query: ${error.message}`);
    throw error;
  }
}

/** Reads one group. */
export async function getGroupInfo(call: Call, jid: Jid): Promise<GroupNode> {
  const node = await inWords(ask(call, groupQuery(jid)), {
    403: "you're not participating in that group",
    404: 'that group does not exist',
  });
  learnGroup(call.gowa, call.slot, node);
  return node;
}

/** Reads all groups of the account. */
export async function getJoinedGroups(call: Call): Promise<readonly (GroupNode | StubNode)[]> {
  const nodes = await ask(call, participatingQuery());
  for (const node of nodes) learnGroup(call.gowa, call.slot, node);
  return nodes;
}

/** Makes a group. */
export async function createGroup(call: Call, title: string, people: readonly Jid[]): Promise<GroupNode> {
  requireTimeForTokens(call, people);
  return await ask(call, createQuery(title, people));
}

/** Changes members; an add first fetches a privacy token for each, within the request's time (docs/gowa.md#s42). */
export async function updateParticipants(
  call: Call,
  jid: Jid,
  action: ParticipantAction,
  people: readonly Jid[],
): Promise<readonly ParticipantResult[]> {
  if (action === 'add') requireTimeForTokens(call, people);
  const results = await ask(call, participantsQuery(jid, action, people));
  const { logout_on_privacy_add: logsOut } = call.gowa.world.behaviour;
  if (logsOut && results.some((one) => one.addRequest)) call.slot.state = 'logged_out';
  return results;
}

function requireTimeForTokens(call: Call, people: readonly Jid[]): void {
  const first = people[0];
  if (first === undefined || call.gowa.world.clock.now() < call.deadline) return;
  const whom = `${first.user}@${first.server}`;
  throw new PlainError(`failed to get privacy token for participant ${whom}: context deadline exceeded`);
}

/** Sets or deletes (`''`) a topic; reads the group first to tell WhatsApp what it replaces (docs/gowa.md#t10). */
export async function setTopic(call: Call, jid: Jid, topic: string): Promise<void> {
  const old = await getGroupInfo(call, jid).catch((error: unknown) => {
    if (!isWhatsAppFailure(error) && !(error instanceof PlainError)) throw error;
    throw new PlainError(`failed to get old group info to update topic: ${error.message}`);
  });
  const id = makeMessageId(call.gowa.world.random);
  const text = topic === '' ? undefined : topic;
  await ask(call, descriptionQuery(jid, { id, prev: old.description?.id ?? '', text }));
}

/** Sets the disappearing timer, in seconds. */
export async function setDisappearing(call: Call, jid: Jid, seconds: number): Promise<void> {
  const sent = ask(call, ephemeralQuery(jid, seconds));
  await (seconds === 0 ? sent : inWords(sent, { 400: 'invalid disappearing timer provided' }));
}

/** Returns the invite link, or a new one that revokes the old. */
export async function getInviteLink(call: Call, jid: Jid, reset: boolean): Promise<string> {
  const code = await inWords(ask(call, inviteQuery(jid, reset)), {
    401: "you don't have the permission to get the group's invite link",
    403: "you're not participating in that group",
    404: 'that group does not exist',
  });
  return `${linkPrefix}${code}`;
}

const linkPrefix = 'https://chat.whatsapp.com/';

const linkWords = {
  406: 'that group invite link is not valid',
  410: 'that group invite link has been revoked',
};

/** Looks at a group by its link. */
export function getGroupFromLink(call: Call, link: string): Promise<GroupNode> {
  return inWords(ask(call, previewQuery(toCode(link))), linkWords);
}

/** Joins, or asks to join, by link. */
export function joinWithLink(call: Call, link: string): Promise<Jid> {
  return inWords(ask(call, joinQuery(toCode(link))), linkWords);
}

/** A query string is cut off only behind the prefix (docs/gowa.md#13-group-reads). */
function toCode(link: string): string {
  return link.startsWith(linkPrefix) ? (link.slice(linkPrefix.length).split('?')[0] ?? '') : link;
}

/** Returns a picture; waits five seconds. */
export function getPicture(
  call: Call,
  jid: Jid,
  type: PictureNode['type'],
  isCommunity: boolean,
): Promise<PictureNode> {
  const deadline = Math.min(call.deadline, call.gowa.world.clock.now() + pictureTimeout);
  const query = isCommunity ? communityPictureQuery(jid, type) : pictureQuery(jid, type);
  return inWords(call.connection.send(query, deadline), {
    401: 'the user has hidden their profile picture from you',
    404: 'that user or group does not have a profile picture',
  });
}

/** Sets a picture and returns its id, or removes it and returns `remove`. */
export async function setPicture(call: Call, jid: Jid, upload: PictureUpload | undefined): Promise<string> {
  const id = await inWords(ask(call, setPictureQuery(jid, upload)), {
    406: 'the given data is not a valid image',
  });
  return upload === undefined ? 'remove' : id;
}

/** True for what a query may end with besides an answer. */
export function isWhatsAppFailure(error: unknown): error is QueryRefusal | LineDropped | DeadlineExceeded {
  return error instanceof QueryRefusal || error instanceof LineDropped || error instanceof DeadlineExceeded;
}

async function inWords<T>(sent: Promise<T>, words: Readonly<Record<number, string>>): Promise<T> {
  try {
    return await sent;
  } catch (error) {
    if (!(error instanceof QueryRefusal)) throw error;
    const text = words[error.code];
    if (text === undefined || !error.is(error.code)) throw error;
    throw new PlainError(text);
  }
}
