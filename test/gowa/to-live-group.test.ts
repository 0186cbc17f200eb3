import { describe, expect, test } from 'vitest';
import { provesAbsence } from '../../src/domain/group.ts';
import type { Lid, PhoneNumber } from '../../src/domain/people/person.ts';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import type { Proof } from '../../src/gowa/to-live-group.ts';
import { findProof, isShell, toLiveGroup } from '../../src/gowa/to-live-group.ts';
import type { WireGroup, WireParticipant } from '../../src/gowa/answers/wire.ts';
import { account, toWireGroup, toWireMember } from './wire-groups.ts';

const none = { account, numbers: new Map<Lid, PhoneNumber>() };

function read(participants: readonly WireParticipant[], change: Partial<WireGroup> = {}) {
  return toLiveGroup(toWireGroup(participants, change), none);
}

/** "447700900002 admin owner" for each. */
function describePeople(live: ReturnType<typeof read>): string[] {
  return [...live.people.values(), ...live.unidentified].map((person) =>
    [
      'phone' in person ? person.phone : `lid:${person.lid ?? '?'}`,
      person.role,
      ...(person.isOwner ? ['owner'] : []),
      ...('phone' in person || person.key === undefined ? [] : [`key ${person.key}`]),
    ].join(' '),
  );
}

describe('who is in the group', () => {
  test('addressed by LID, with numbers', () => {
    const live = read([
      toWireMember({ phone: account, lid: '325134120561102', role: 'superadmin' }),
      toWireMember({ phone: '447700900002', lid: '326233632189313', role: 'admin' }),
      toWireMember({ phone: '447700900003', lid: '327333143817524' }),
    ]);
    expect(describePeople(live)).toEqual([
      '447700900001 admin owner',
      '447700900002 admin',
      '447700900003 member',
    ]);
    expect(live.people.get(toPersonKey('447700900003' as PhoneNumber))?.lid).toBe('327333143817524');
    expect(live).toMatchObject({ self: 'admin', peopleComplete: true });
  });

  test('addressed by number, without LIDs', () => {
    const live = read([
      toWireMember({ phone: account }),
      toWireMember({ phone: '447700900002', role: 'admin' }),
    ]);
    expect(describePeople(live)).toEqual(['447700900001 member', '447700900002 admin']);
    expect(live.self).toBe('member');
  });

  test('a number may be only in the JID, with agent and device', () => {
    const person = {
      ...toWireMember({ phone: '447700900002' }),
      PhoneNumber: '',
      JID: '447700900002.0:12@s.whatsapp.net',
    };
    expect(describePeople(read([person]))).toEqual(['447700900002 member']);
  });

  test('hidden numbers are unidentified, with their LID', () => {
    expect(describePeople(read([toWireMember({ lid: '330631678702157', role: 'admin' })]))).toEqual([
      'lid:330631678702157 admin',
    ]);
  });

  test("a number that is the LID's own digits is none", () => {
    const person = toWireMember({ phone: '330631678702157', lid: '330631678702157' });
    expect(describePeople(read([person]))).toEqual(['lid:330631678702157 member']);
  });

  test.each(['13135550002@bot', '', 'garbage', '12@s.whatsapp.net', '123456@hosted.lid'])(
    'nobody can tell who %j is',
    (jid) => {
      const person = { ...toWireMember({}), JID: jid };
      expect(describePeople(read([person]))).toEqual(['lid:? member']);
    },
  );

  test('numbers learned elsewhere identify, also the account itself', () => {
    const numbers = new Map([
      ['325134120561102' as Lid, account],
      ['330631678702157' as Lid, '447700900006' as PhoneNumber],
    ]);
    const members = [
      toWireMember({ lid: '325134120561102', role: 'admin' }),
      toWireMember({ lid: '330631678702157' }),
    ];
    const live = toLiveGroup(toWireGroup(members), { account, numbers });
    expect(describePeople(live)).toEqual(['447700900001 admin', '447700900006 member']);
    expect(live.self).toBe('admin');
  });

  test('a number that the group shows wins over one learned elsewhere', () => {
    const numbers = new Map([['326233632189313' as Lid, '447700900099' as PhoneNumber]]);
    const info = toWireGroup([toWireMember({ phone: '447700900002', lid: '326233632189313' })]);
    expect(describePeople(toLiveGroup(info, { account, numbers }))).toEqual(['447700900002 member']);
  });

  test('two with one key are both unidentified', () => {
    const live = read([
      toWireMember({ phone: '5520991230001', lid: '326233632189313', role: 'admin' }),
      toWireMember({ phone: '552091230001', lid: '327333143817524' }),
      toWireMember({ phone: '447700900002' }),
    ]);
    expect(describePeople(live)).toEqual([
      '447700900002 member',
      'lid:326233632189313 admin key 552091230001',
      'lid:327333143817524 member key 552091230001',
    ]);
  });

  test("the account may be written in another country's second spelling", () => {
    const info = toWireGroup([toWireMember({ phone: '552091230001', role: 'admin' })]);
    const own = { account: '5520991230001' as PhoneNumber, numbers: new Map<Lid, PhoneNumber>() };
    expect(toLiveGroup(info, own).self).toBe('admin');
  });

  test('a group that does not list the account leaves its role unknown', () => {
    expect(read([toWireMember({ phone: '447700900002' })]).self).toBe('unknown');
  });
});

describe('the owner', () => {
  const members = [
    toWireMember({ phone: account, lid: '325134120561102', role: 'admin' }),
    toWireMember({ phone: '447700900002', lid: '326233632189313', role: 'admin' }),
    toWireMember({ lid: '330631678702157' }),
  ];
  const owners = (change: Partial<WireGroup>): string[] =>
    describePeople(read(members, change)).filter((line) => line.includes('owner'));

  test.each<[string, Partial<WireGroup>, string[]]>([
    ['by number', { OwnerPN: '447700900002@s.whatsapp.net' }, ['447700900002 admin owner']],
    ['by LID', { OwnerJID: '326233632189313@lid' }, ['447700900002 admin owner']],
    ['by number in the JID', { OwnerJID: '447700900002@s.whatsapp.net' }, ['447700900002 admin owner']],
    ['with a hidden number', { OwnerJID: '330631678702157@lid' }, ['lid:330631678702157 member owner']],
    ['who has left', { OwnerJID: '999999999999999@lid', OwnerPN: '447700900099@s.whatsapp.net' }, []],
    ['unnamed', {}, []],
  ])('%s', (_name, change, expected) => {
    expect(owners(change)).toEqual(expected);
  });
});

describe('settings', () => {
  test('texts in the one form in which they are compared', () => {
    const { settings } = read([], { Name: 'Cafe\u0301\n', Topic: 'one\r\ntwo\n\n' });
    expect(settings).toMatchObject({ name: 'Caf\u00e9', topic: 'one\ntwo' });
  });

  test('a timer counts only where messages disappear', () => {
    expect(read([], { IsEphemeral: true, DisappearingTimer: 604_800 }).settings.disappearing).toBe(604_800);
    expect(read([], { IsEphemeral: false, DisappearingTimer: 604_800 }).settings.disappearing).toBe(0);
  });

  test.each<[Partial<WireGroup>, object]>([
    [{}, { kind: 'group', suspended: false, topicFrozen: false }],
    [{ IsAnnounce: true }, { settings: { announce: true, locked: false } }],
    [{ IsLocked: true }, { settings: { announce: false, locked: true } }],
    [{ IsParent: true }, { kind: 'community' }],
    [{ IsDefaultSubGroup: true }, { kind: 'announcements' }],
    [{ Suspended: true }, { suspended: true }],
    [{ IsJoinApprovalRequired: true }, { settings: { 'join-approval': true } }],
    [{ MemberAddMode: 'admin_add' }, { settings: { 'may-add': 'admins' } }],
    [{ LinkedParentJID: '120363000000000077@g.us' }, { settings: { community: '120363000000000077@g.us' } }],
    [{ TopicID: 'undefined' }, { topicFrozen: true }],
    [{ TopicID: '' }, { topicFrozen: false }],
  ])('%j', (change, expected) => {
    expect(read([], change)).toMatchObject(expected);
  });
});

function isComplete(
  people: readonly WireParticipant[],
  change: Partial<WireGroup> = {},
  numbers = none.numbers,
): boolean {
  return toLiveGroup(toWireGroup(people, change), { account, numbers }).peopleComplete;
}

describe('the proof that all people are there', () => {
  const zero = '0001-01-01T00:00:00Z';
  const self = toWireMember({ phone: account, lid: '325134120561102' });
  const ana = toWireMember({ phone: '447700900002', lid: '326233632189313' });
  const two = [self, ana];
  const plus = (change: Partial<WireParticipant>) => [...two, { ...ana, ...change }];
  const other = {
    JID: '331111111111111@lid',
    LID: '331111111111111@lid',
    PhoneNumber: '447700900009@s.whatsapp.net',
  };

  test.each<[string, WireGroup, Proof]>([
    ['as many as WhatsApp says', toWireGroup(two), 'counted'],
    ['no number given', toWireGroup(two, { ParticipantCount: 0 }), 'uncounted'],
    ['an older server without the field', toWireGroup(two, { ParticipantCount: undefined }), 'uncounted'],
    ['one too few', toWireGroup(two, { ParticipantCount: 3 }), 'none'],
    ['one too many', toWireGroup(two, { ParticipantCount: 1 }), 'none'],
    ['none at all', toWireGroup(two, { Participants: null }), 'none'],
    ['none at all and no number', toWireGroup(two, { Participants: null, ParticipantCount: 0 }), 'none'],
    ['an empty list', toWireGroup([], { ParticipantCount: 0 }), 'none'],
    ['no time of creation, and the number', toWireGroup(two, { GroupCreated: zero }), 'counted'],
    ['no time of creation at all, and the number', toWireGroup(two, { GroupCreated: undefined }), 'counted'],
    ['neither', toWireGroup(two, { GroupCreated: zero, ParticipantCount: 0 }), 'none'],
    [
      'the zero of Unix, no number',
      toWireGroup(two, { GroupCreated: '1970-01-01T00:00:00Z', ParticipantCount: 0 }),
      'none',
    ],
    [
      'in a zone of its own, no number',
      toWireGroup(two, { GroupCreated: '2025-01-01T07:00:00+07:00', ParticipantCount: 0 }),
      'uncounted',
    ],
    ['one person twice', toWireGroup(plus({})), 'none'],
    ['one person on two devices', toWireGroup(plus({ JID: '326233632189313:3@lid' })), 'none'],
    ['one number under two LIDs', toWireGroup(plus({ ...other, PhoneNumber: ana.PhoneNumber })), 'none'],
    ['one LID with two numbers', toWireGroup(plus({ ...other, LID: ana.LID })), 'none'],
    ['somebody with two LIDs', toWireGroup(plus({ ...other, LID: '332222222222222@lid' })), 'none'],
    [
      'somebody with two numbers',
      toWireGroup(plus({ ...other, JID: '447700900010@s.whatsapp.net' })),
      'none',
    ],
    ['three', toWireGroup(plus(other)), 'counted'],
  ])('%s: %#', (_name, info, expected) => {
    expect(findProof(info)).toBe(expected);
    const live = toLiveGroup(info, none);
    expect(live.peopleComplete).toBe(expected !== 'none');
    expect(live.uncounted === true).toBe(expected === 'uncounted');
    expect(provesAbsence(live)).toBe(expected === 'counted');
  });

  test('the account must be in it, by a number or a LID of its own, but for the parent of a community', () => {
    expect(isComplete([ana])).toBe(false);
    expect(isComplete([ana], { IsDefaultSubGroup: true })).toBe(false);
    expect(isComplete([ana], { IsParent: true })).toBe(true);
    const hidden = { ...self, PhoneNumber: '' };
    expect(isComplete([hidden, ana])).toBe(false);
    expect(isComplete([hidden, ana], {}, new Map([['325134120561102' as Lid, account]]))).toBe(true);
  });

  test.each([
    ['a list', two, {}, false],
    ['people and no time', two, { GroupCreated: zero }, false],
    ['nobody and no time', [], { GroupCreated: zero }, true],
    ['no name and no time', two, { GroupCreated: zero, Name: '' }, true],
    ['no name', two, { Name: '' }, false],
  ])('an empty shell has settings that mean nothing: %s', (_name, people, change, expected) => {
    expect(isShell(toWireGroup(people, change))).toBe(expected);
  });
});
