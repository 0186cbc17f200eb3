import { describe, expect, test } from 'vitest';
import type { Lid, PersonKey } from '../../../src/domain/people/person.ts';
import { mayStandAmongMembers, scanMembers } from '../../../src/gowa/answers/scan-members.ts';
import type { WireParticipant } from '../../../src/gowa/answers/wire.ts';
import { account, toWireGroup, toWireMember } from '../wire-groups.ts';
import { toGroupText } from './member-text.ts';

function scan(members: readonly WireParticipant[], change: (text: string) => string = (text) => text) {
  const text = change(toGroupText(toWireGroup(members)));
  const start = text.indexOf('"Participants":[') + '"Participants":['.length;
  const found = scanMembers(Buffer.from(text), start);
  if (!found) return undefined;
  const { people, end } = found;
  return { people: [...people.toMap().values()], hidden: people.findHidden(), rest: text.slice(end) };
}

const ana = toWireMember({ phone: '447700900002', lid: '326233632189313', role: 'admin' });
const budi = toWireMember({ phone: '6281234567890' });
const self = toWireMember({ phone: account, lid: '325134120561102', role: 'superadmin' });

describe('members in the very bytes of GOWA', () => {
  test('are read, by LID and by number', () => {
    const found = scan([self, ana, budi]);
    expect(found?.people).toEqual([
      { key: account, phone: account, role: 'admin', isOwner: true, lid: '325134120561102' },
      { key: '447700900002', phone: '447700900002', role: 'admin', isOwner: false, lid: '326233632189313' },
      { key: '6281234567890', phone: '6281234567890', role: 'member', isOwner: false },
    ]);
    expect(found?.rest).toMatch(/^],"ParticipantCount":3,/);
    const byNumber = { ...ana, JID: ana.PhoneNumber };
    expect(scan([byNumber])?.people).toEqual(scan([ana])?.people);
  });

  test.each(['', '+44\u2219\u2219\u2219\u2219\u2219\u2219\u2219\u221906', '+5'])(
    'are read where somebody hides their number, named "%s"',
    (name) => {
      const unknown = toWireMember({ lid: '330631678702157', role: 'admin' });
      const named = (text: string) => text.replaceAll('"DisplayName":""', `"DisplayName":"${name}"`);
      const found = scan([unknown, self, toWireMember({ lid: '447700900002' }), budi], named);
      expect(found?.people.map(({ phone }) => phone)).toEqual([account, '6281234567890']);
      expect(found?.hidden).toEqual([
        { lid: '330631678702157', role: 'admin', isOwner: false },
        { lid: '447700900002', role: 'member', isOwner: false },
      ]);
    },
  );

  test('a thousand of them', () => {
    const people = Array.from({ length: 1_024 }, (_, index) =>
      toWireMember({ phone: String(6_281_200_000_000 + index), lid: String(300_000_000_000_000 + index) }),
    );
    expect(scan(people)?.people.map(({ phone, lid }) => [phone, lid])).toEqual(
      people.map(({ PhoneNumber, LID }) => [
        parseInt(PhoneNumber, 10).toString(),
        parseInt(LID, 10).toString(),
      ]),
    );
  });

  test.each<[string, Partial<WireParticipant>]>([
    ['no number and a number', { JID: '447700900002@s.whatsapp.net', PhoneNumber: '' }],
    ['no name at all', { JID: '', PhoneNumber: '', LID: '' }],
    ['no LID beside a JID that is one', { LID: '' }],
    ['two LIDs', { LID: '326233632189314@lid' }],
    ['two numbers', { JID: '447700900003@s.whatsapp.net' }],
    ['a number that is the LID', { PhoneNumber: '326233632189313@s.whatsapp.net' }],
    ['a device', { JID: '326233632189313:1@lid' }],
    ['another server', { PhoneNumber: '447700900002@c.us' }],
    ['a LID in the place of a number', { PhoneNumber: '326233632189313@lid' }],
    ['a number too short', { PhoneNumber: '447700@s.whatsapp.net' }],
    ['a number too long', { PhoneNumber: '4477009000021234@s.whatsapp.net' }],
    ['a number with a 0 before it', { PhoneNumber: '0447700900002@s.whatsapp.net' }],
    ['a LID too short', { JID: '9999@lid', LID: '9999@lid' }],
    [
      'a LID of more digits than a number holds',
      { JID: '9007199254740993@lid', LID: '9007199254740993@lid' },
    ],
    ['a LID with a 0 before it', { JID: '026233632189313@lid', LID: '026233632189313@lid' }],
    ['no truth in a role', { IsAdmin: null as never }],
    ['a name', { DisplayName: 'Ana' } as never],
    ['a mask of other dots', { DisplayName: '+44\u00b7\u00b706' } as never],
    ['a mask of nothing', { DisplayName: '+' } as never],
    ['an error', { Error: 403 } as never],
  ])('one with %s is for JSON.parse', (_, change) => {
    const text = toGroupText(toWireGroup([self, ana]), (each) => ({
      ...each,
      ...('LID' in each && each.LID === ana.LID && change),
    }));
    expect(scanMembers(Buffer.from(text), text.indexOf('[{"JID"') + 1)).toBeUndefined();
  });

  test.each<[string, WireParticipant[]]>([
    ['twice', [ana, ana]],
    ['by one LID with two numbers', [ana, { ...ana, PhoneNumber: '447700900003@s.whatsapp.net' }]],
    [
      'by one number with two LIDs',
      [ana, { ...ana, JID: '330631678702157@lid', LID: '330631678702157@lid' }],
    ],
    [
      'by one number with two LIDs, its end all zeros',
      [
        toWireMember({ phone: '44700000000', lid: '330631678702157' }),
        toWireMember({ phone: '44700000000', lid: '330631678702158' }),
      ],
    ],
    [
      'by one LID, hidden',
      [toWireMember({ lid: '330631678702157' }), toWireMember({ lid: '330631678702157' })],
    ],
    ['by one LID, hidden and shown', [ana, { ...ana, PhoneNumber: '' }]],
    [
      'in two spellings',
      [
        toWireMember({ phone: '5520998765432', lid: '330631678702157' }),
        toWireMember({ phone: '552098765432', lid: '330631678702158' }),
      ],
    ],
  ])('and so is whoever is there %s', (_, people) => {
    expect(scan(people)).toBeUndefined();
  });

  test.each<[string, (text: string) => string]>([
    ['ends too early', (text) => text.slice(0, text.indexOf('"ParticipantCount"') - 3)],
    ['ends within a member', (text) => text.slice(0, text.lastIndexOf('"AddRequest"'))],
    ['has a blank', (text) => text.replace('},{', '}, {')],
    ['has a comma too many', (text) => text.replace('}],', '},],')],
    ['has nobody', (text) => text.replace(/"Participants":\[.*\]/, '"Participants":[]')],
  ])('and a list that %s', (_, change) => {
    expect(scan([self, ana], change)).toBeUndefined();
  });
});

test('a place is found by any spelling, and by LID', () => {
  const text = toGroupText(
    toWireGroup([ana, toWireMember({ phone: '5520998765432', lid: '330631678702157' })]),
  );
  const people = scanMembers(Buffer.from(text), text.indexOf('[{"JID"') + 1)?.people;
  expect(people?.findPlace('552098765432' as PersonKey)).toBe(1);
  expect(people?.findPlaceOfLid('330631678702157' as Lid)).toBe(1);
  expect(people?.findPlace('447700900009' as PersonKey)).toBe(-1);
});

test.each([
  ['123456', true],
  ['447700900002', true],
  ['admin:12345678', false],
  ['6a756e6970657236', false],
  ['lid', true],
  ['2@lid","PhoneNumber":"44', true],
  ['"IsAdmin":true,"IsSuperAdmin":false', true],
  ['s.whatsapp.net', true],
  ['a[b', true],
  ['x},y', true],
  ['correct horse', false],
  ['dXNlcjpwYXNzd29yZA', false],
  ['"+44\u2219', true],
  ['\u2219\u221906","Error', true],
  ['"PhoneNumber":"","LID":"5', true],
  ['correct+1', false],
])('%s may stand among members: %s', (text, may) => {
  expect(mayStandAmongMembers(text)).toBe(may);
});
