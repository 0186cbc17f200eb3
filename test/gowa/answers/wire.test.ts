import { describe, expect, test } from 'vitest';
import {
  appStatus,
  devices,
  groupInfo,
  groupList,
  groupParticipants,
  participantResults,
  userCheck,
  userInfo,
} from '../../../src/gowa/answers/wire.ts';
import { account, toWireGroup, toWireMember } from '../wire-groups.ts';

const member = toWireMember({ phone: account });
const group = toWireGroup([member]);

describe('a group', () => {
  test.each(['OwnerPN', 'GroupCreated', 'ParticipantCount', 'Suspended'])('may come without %s', (field) => {
    expect(groupInfo.safeParse({ ...group, [field]: undefined }).success).toBe(true);
  });

  // What is used and missing must not be taken for "off", "nobody" or "no admin".
  test.each(
    Object.keys(group).filter((key) => !/^(OwnerPN|GroupCreated|ParticipantCount|Suspended)$/.test(key)),
  )('never without %s', (field) => {
    expect(groupInfo.safeParse({ ...group, [field]: undefined }).success).toBe(false);
  });

  test.each(Object.keys(member))('nor a member without %s', (field) => {
    const Participants = [{ ...member, [field]: undefined }];
    expect(groupInfo.safeParse({ ...group, Participants }).success).toBe(false);
  });

  test.each([
    ['people', { Participants: null }, true],
    ['a count below nobody', { ParticipantCount: -1 }, false],
    ['half a second', { DisappearingTimer: 0.5 }, false],
    ['a time below zero', { DisappearingTimer: -1 }, false],
    ['a switch in words', { IsLocked: 'false' }, false],
  ])('%s: %j fits: %s', (_, change, fits) => {
    expect(groupInfo.safeParse({ ...group, ...change }).success).toBe(fits);
  });

  test('a bad one does not spoil the list of all', () => {
    expect(groupList.parse({ data: [group, null, 7] }).data).toHaveLength(3);
    expect(groupList.parse({ data: null }).data).toBeNull();
  });
});

test.each([
  ['a look-up that says nothing', userCheck, {}],
  ['a look-up in words', userCheck, { is_on_whatsapp: 'no' }],
  ['a LID that is a number', userInfo, { resolved_lid: 7 }],
  ['a map without people', groupParticipants, {}],
  ['a map without numbers', groupParticipants, { participants: [{ jid: '1@lid' }] }],
  ['a status without login', appStatus, { is_connected: true, device_id: 'x' }],
  ['a device without a name', devices, [{ state: 'x' }]],
  ['a result in other words', participantResults, [{ participant: '1@lid', status: 'perhaps' }]],
])('%s does not fit', (_, schema, answer) => {
  expect(schema.safeParse(answer).success).toBe(false);
});
