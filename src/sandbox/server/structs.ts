import type { GoStruct, GoType } from './bind.ts';

/** GOWA's request structs, by the names that its bind errors show (contract 1.4, E-bind). */
function group<F extends Readonly<Record<string, GoType>>>(name: string, fields: F): GoStruct<F> {
  return { package: 'group', name, fields };
}

export const createGroupRequest = group('CreateGroupRequest', { title: 'string', participants: '[]string' });
export const participantRequest = group('ParticipantRequest', {
  group_id: 'string',
  participants: '[]string',
});
export const requestParticipantsRequest = group('GroupRequestParticipantsRequest', {
  group_id: 'string',
  participants: '[]string',
});
export const joinWithLinkRequest = group('JoinGroupWithLinkRequest', { link: 'string' });
export const leaveGroupRequest = group('LeaveGroupRequest', { group_id: 'string' });
export const setPhotoRequest = group('SetGroupPhotoRequest', { group_id: 'string' });
export const setNameRequest = group('SetGroupNameRequest', { group_id: 'string', name: 'string' });
export const setTopicRequest = group('SetGroupTopicRequest', { group_id: 'string', topic: 'string' });
export const setLockedRequest = group('SetGroupLockedRequest', { group_id: 'string', locked: 'bool' });
export const setAnnounceRequest = group('SetGroupAnnounceRequest', { group_id: 'string', announce: 'bool' });
export const setDisappearingRequest: GoStruct<{ timer_seconds: 'uint32' }> = {
  package: 'chat',
  name: 'SetDisappearingTimerRequest',
  fields: { timer_seconds: 'uint32' },
};
