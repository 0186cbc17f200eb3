import type { GoStruct, GoType } from './bind.ts';

/**
 * GOWA's request structs, by the names that its bind errors show (docs/gowa.md#14-group-writes,
 * #04-errors-that-endpoints-share).
 */
function group<F extends Readonly<Record<string, GoType>>>(name: string, fields: F): GoStruct<F> {
  return { package: 'group', name, fields };
}

/** `POST /group`. */
export const createGroupRequest = group('CreateGroupRequest', { title: 'string', participants: '[]string' });
/** `POST /group/participants` and below. */
export const participantRequest = group('ParticipantRequest', {
  group_id: 'string',
  participants: '[]string',
});
/** `POST /group/participant-requests/…`. */
export const requestParticipantsRequest = group('GroupRequestParticipantsRequest', {
  group_id: 'string',
  participants: '[]string',
});
/** `POST /group/join-with-link`. */
export const joinWithLinkRequest = group('JoinGroupWithLinkRequest', { link: 'string' });
/** `POST /group/leave`. */
export const leaveGroupRequest = group('LeaveGroupRequest', { group_id: 'string' });
/** `POST /group/photo`; the file is no field of it. */
export const setPhotoRequest = group('SetGroupPhotoRequest', { group_id: 'string' });
/** `POST /group/name`. */
export const setNameRequest = group('SetGroupNameRequest', { group_id: 'string', name: 'string' });
/** `POST /group/topic`. */
export const setTopicRequest = group('SetGroupTopicRequest', { group_id: 'string', topic: 'string' });
/** `POST /group/locked`. */
export const setLockedRequest = group('SetGroupLockedRequest', { group_id: 'string', locked: 'bool' });
/** `POST /group/announce`. */
export const setAnnounceRequest = group('SetGroupAnnounceRequest', { group_id: 'string', announce: 'bool' });
/** `POST /group/join-approval`, which forks have. */
export const setJoinApprovalRequest = group('SetGroupJoinApprovalModeRequest', {
  group_id: 'string',
  enabled: 'bool',
});
/** `POST /group/member-add-mode`, which forks have. */
export const setMemberAddModeRequest = group('SetGroupMemberAddModeRequest', {
  group_id: 'string',
  mode: 'string',
});
/** `POST /send/message`. */
export const messageRequest: GoStruct<{
  phone: 'string';
  duration: 'int';
  is_forwarded: 'bool';
  message: 'string';
  reply_message_id: 'string';
  mentions: '[]string';
}> = {
  package: 'send',
  name: 'MessageRequest',
  fields: {
    phone: 'string',
    duration: 'int',
    is_forwarded: 'bool',
    message: 'string',
    reply_message_id: 'string',
    mentions: '[]string',
  },
};
/** `POST /chat/{jid}/disappearing`. */
export const setDisappearingRequest: GoStruct<{ timer_seconds: 'uint32' }> = {
  package: 'chat',
  name: 'SetDisappearingTimerRequest',
  fields: { timer_seconds: 'uint32' },
};
