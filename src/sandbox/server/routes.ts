import { create, join, leave } from './endpoints/group-lifecycle.ts';
import { changeParticipants, decideRequests, participantRequests } from './endpoints/group-people.ts';
import { sendMessage } from './endpoints/send-message.ts';
import { setPhoto } from './endpoints/group-photo.ts';
import * as reads from './endpoints/group-reads.ts';
import * as settings from './endpoints/group-settings.ts';
import { appDevices, appInfo, appStatus, deviceStatus, listDevices } from './endpoints/service.ts';
import { avatar, checkUser, myContacts, myGroups, userInfo } from './endpoints/users.ts';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import type { Gowa } from './gowa.ts';

/** An endpoint that needs no device. */
export interface OpenRoute {
  readonly method: 'GET';
  readonly path: RegExp;
  readonly answer: (gowa: Gowa, params: Readonly<Record<string, string>>) => Answer;
}

/** An endpoint of one device. */
export interface DeviceRoute {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly answer: (call: Call) => Answer | Promise<Answer>;
}

/** Registered before the device is looked for (docs/gowa.md#02-order-of-middleware). */
export const openRoutes: readonly OpenRoute[] = [
  { method: 'GET', path: toPattern('/devices'), answer: listDevices },
  {
    method: 'GET',
    path: toPattern('/devices/:id/status'),
    answer: (gowa, { id = '' }) => deviceStatus(gowa, id),
  },
  { method: 'GET', path: toPattern('/app/info'), answer: appInfo },
];

/** Everything else. */
export const deviceRoutes: readonly DeviceRoute[] = [
  get('/app/status', appStatus),
  get('/app/devices', appDevices),
  get('/user/my/groups', myGroups),
  get('/user/my/contacts', myContacts),
  get('/user/check', checkUser),
  get('/user/info', userInfo),
  get('/user/avatar', avatar),
  get('/group/info', reads.groupInfo),
  get('/group/participants', reads.groupParticipants),
  get('/group/participants/export', reads.exportParticipants),
  get('/group/participant-requests', participantRequests),
  get('/group/invite-link', reads.inviteLink),
  get('/group/info-from-link', reads.infoFromLink),
  post('/group', create),
  post('/group/join-with-link', join),
  post('/group/leave', leave),
  post('/group/participants', changeParticipants('add')),
  post('/group/participants/remove', changeParticipants('remove')),
  post('/group/participants/promote', changeParticipants('promote')),
  post('/group/participants/demote', changeParticipants('demote')),
  post('/group/participant-requests/approve', decideRequests('approve')),
  post('/group/participant-requests/reject', decideRequests('reject')),
  post('/group/photo', setPhoto),
  post('/group/name', settings.setName),
  post('/group/topic', settings.setGroupTopic),
  post('/group/locked', settings.setLocked),
  post('/group/announce', settings.setAnnounce),
  post('/chat/:chat_jid/disappearing', settings.setDisappearingTimer),
  post('/send/message', sendMessage),
];

/** What forks of GOWA have besides (docs/gowa.md#16-endpoints-of-forks). */
export const forkRoutes: readonly DeviceRoute[] = [
  post('/group/join-approval', settings.setJoinApproval),
  post('/group/member-add-mode', settings.setMemberAddMode),
];

/** Returns what a route's path names in `path`, `undefined` if it is another path. */
export function matchPath(
  route: { path: RegExp },
  path: string,
): Readonly<Record<string, string>> | undefined {
  const match = route.path.exec(path);
  return match === null ? undefined : { ...match.groups };
}

/** fiber does not mind the case of a path nor a slash at its end. */
function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`, 'i');
}

function get(path: string, answer: DeviceRoute['answer']): DeviceRoute {
  return { method: 'GET', path: toPattern(path), answer };
}

function post(path: string, answer: DeviceRoute['answer']): DeviceRoute {
  return { method: 'POST', path: toPattern(path), answer };
}
