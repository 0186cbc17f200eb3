import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PackedPeople } from '../../../src/domain/people/packed-people.ts';
import type { Lid, PhoneNumber } from '../../../src/domain/people/person.ts';
import { groupAnswer, listAnswer, parseGroup } from '../../../src/gowa/answers/group-answers.ts';
import { toReply } from '../../../src/gowa/answers/reply.ts';
import type { Envelope, ParseBody } from '../../../src/gowa/answers/reply.ts';
import { findProof, isShell, isUndated, listsAccount, toLiveGroup } from '../../../src/gowa/to-live-group.ts';
import { account, toWireGroup, toWireMember } from '../wire-groups.ts';
import { toAnswerText, toGroupText } from './member-text.ts';

const keep = (text: string) => text;
const lids = ['325134120561102', '326233632189313', '330631678702157', '99999', '9007199254740993'] as const;
const phones = [account, '447700900002', '5520998765432', '552098765432', '5215512345678', '525512345678'];

/** Two people who might be anybody, in an order that GOWA does not keep. */
const self = toWireMember({ phone: account, lid: lids[0], role: 'admin' });
const ana = toWireMember({ phone: '447700900002', lid: lids[1] });

/** What other places tell of numbers that a group hides: nothing, a new one, the account's, and one number of two LIDs. */
const tellings = [
  [],
  [[lids[2], '447700900009']],
  [[lids[2], account]],
  [
    [lids[0], '5520998765432'],
    [lids[2], '552098765432'],
  ],
] as unknown as readonly (readonly [Lid, PhoneNumber])[][];

/** What Rollcall makes of an answer, all of it that anybody can tell. */
function describeEnvelope(envelope: Envelope | undefined) {
  if (!envelope) return undefined;
  const { data } = (envelope.results ?? {}) as { data?: unknown };
  const entries = Array.isArray(data) ? data : [envelope.results];
  const list = listAnswer.safeParse(envelope.results);
  return { ...envelope, results: list.success, entries: entries.map(describeEntry) };
}

function describeEntry(entry: unknown) {
  const parsed = parseGroup(entry);
  if (!parsed.success) return { issues: parsed.error.issues };
  const info = parsed.data;
  const told = tellings.map((pairs) => {
    const { people, ...live } = toLiveGroup(info, { account, numbers: new Map(pairs) });
    return { ...live, people: [...people] };
  });
  const { Participants, ...rest } = info;
  return {
    ...rest,
    told,
    members: Participants?.length,
    proof: findProof(info),
    isShell: isShell(info),
    isUndated: isUndated(info),
    lists: [[], lids.slice(1, 2)].map((own) =>
      listsAccount(info, { account, ownLids: new Set(own as readonly string[] as readonly Lid[]) }),
    ),
  };
}

/** The fast way, or the usual one where it declines; and the usual one alone. */
function readBoth(text: string | Buffer, parseBody: ParseBody) {
  const bytes = Buffer.from(text);
  const reply = toReply(200, bytes.toString('utf8'));
  const usual = reply.kind === 'answered' ? reply.envelope : undefined;
  return [parseBody(bytes, keep) ?? usual, usual].map(describeEnvelope);
}

const digits = (most: number) => fc.stringMatching(new RegExp(`^\\d{1,${most}}$`));
const phone = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...phones) }, digits(17));
const lid = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...lids) }, digits(21));
const jid = fc.oneof(
  phone.map((user) => `${user}@s.whatsapp.net`),
  lid.map((user) => `${user}@lid`),
  phone.map((user) => `${user}:12@s.whatsapp.net`),
  lid.map((user) => `${user}.0:3@lid`),
  fc.constantFrom('', '@lid', '447700900002@c.us', '120363000000000001@g.us', '\u00e9@lid', '"'),
);
const role = fc.constantFrom('member', 'admin', 'superadmin');
const plain = fc
  .record({ phone, lid: fc.option(lid, { nil: undefined }), role, isByNumber: fc.boolean() })
  .map(({ isByNumber, lid: own, ...person }) => {
    const member = toWireMember({ ...person, ...(own !== undefined && { lid: own }) });
    return isByNumber ? { ...member, JID: member.PhoneNumber } : member;
  });
/** Hides their number; some LIDs are the digits of somebody's number. */
const hidden = fc.record({ lid: fc.oneof(lid, phone), role }).map(toWireMember);
const odd = fc.record({
  JID: jid,
  PhoneNumber: jid,
  LID: jid,
  IsAdmin: fc.boolean(),
  IsSuperAdmin: fc.boolean(),
});
const broken = fc.record(
  {
    JID: fc.oneof(jid, fc.integer()),
    PhoneNumber: jid,
    LID: fc.oneof(jid, fc.constant(null)),
    IsAdmin: fc.constantFrom(true, 'true', 1),
  },
  { requiredKeys: [] },
);
const member = fc.oneof(
  { weight: 30, arbitrary: plain },
  { weight: 10, arbitrary: hidden },
  { weight: 3, arbitrary: odd },
  broken,
);
/** What stands in the place of a name: nothing, a mask, and what only looks like one. */
const name = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom(
    '+44\u2219\u2219\u2219\u221906',
    '+\u2219',
    '+1',
    '+',
    '44\u2219',
    '+44\u00b706',
    '+4"',
    '+4\\',
    'Ana',
  ),
);
const change = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc.record(
    {
      OwnerJID: jid,
      OwnerPN: jid,
      Name: fc.constantFrom('', ',"Participants":[{"JID":"', '@g.us","OwnerJID":"', '\ud83c\udfba', '\u2028'),
      GroupCreated: fc.constantFrom('0001-01-01T00:00:00Z', 'yesterday'),
      ParticipantCount: fc.integer({ min: -1, max: 4 }),
      IsParent: fc.boolean(),
      IsLocked: fc.constantFrom(true, 'yes'),
      Participants: fc.constantFrom(null, 'nobody', {}),
    },
    { requiredKeys: [] },
  ),
);
const group = fc
  .tuple(fc.array(member, { maxLength: 5 }), change, fc.array(name, { minLength: 1, maxLength: 3 }))
  .map(([people, odds, names]) => {
    let place = 0;
    const named = (each: object) => ({ ...each, DisplayName: names[place++ % names.length] });
    const whole = { ...toWireGroup(people as never), ...odds };
    return Array.isArray(whole.Participants) ? toGroupText(whole as never, named) : JSON.stringify(whole);
  });
/** A few bytes are lost, doubled, or others. */
const damage = fc.oneof(
  { weight: 3, arbitrary: fc.constant(keep) },
  fc
    .tuple(
      fc.nat(),
      fc.nat({ max: 6 }),
      fc.constantFrom('', '"', ',', ']', '}', '{', '0', ' ', '\\', '\u00e9'),
    )
    .map(([place, length, put]) => (text: string) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + put + text.slice(at + length);
    }),
  fc.nat().map((place) => (text: string) => text.slice(0, place % (text.length + 1))),
);

describe('whatever a server answers, the fast way makes of it what the usual way makes', () => {
  test('of a list of groups', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 4 }), damage, (groups, harm) => {
        const [fast, usual] = readBoth(harm(toAnswerText(groups)), listAnswer.parseBody);
        expect(fast).toStrictEqual(usual);
      }),
      { numRuns: 1_500 },
    );
  });

  test('of a group by itself', () => {
    fc.assert(
      fc.property(group, damage, (one, harm) => {
        const [fast, usual] = readBoth(harm(toAnswerText(one)), groupAnswer.parseBody);
        expect(fast).toStrictEqual(usual);
      }),
      { numRuns: 1_500 },
    );
  });

  const text = toGroupText(toWireGroup([self, ana]));
  test.each<[string, string]>([
    ['keys that come twice', toAnswerText([text.replace('{"JID"', '{"Participants":[],"JID"')])],
    ['members of something else', toAnswerText([`{"Other":${text},"Participants":1}`])],
    ['another list of members behind', toAnswerText([text.replace(/}$/, ',"Participants":null}')])],
    ['another list behind', toAnswerText([text]).replace(/}$/, ',"results":{"data":[1]}}')],
    ['another list before', toAnswerText([text]).replace('{"code"', '{"results":{"data":[1]},"code"')],
    ['a list in a list', toAnswerText([text]).replace('"data":[', '"data":[[').replace(/]}}$/, ']]}}')],
    ['a number before the first', toAnswerText([text]).replace('"data":[', '"data":[7,')],
    ['no code', toAnswerText([text]).replace('"code"', '"kode"')],
    ['blanks', JSON.stringify(JSON.parse(toAnswerText([text, text])), null, 2)],
    ['a line behind', `${toAnswerText([text])}\n`],
    ['a blank before', ` ${toAnswerText([text])}`],
    ['a mark of its bytes before', `\ufeff${toAnswerText([text])}`],
    ['no comma between two', toAnswerText([text, text]).replace('},{"JID":"1203', '} {"JID":"1203')],
    ['escapes', toAnswerText([text]).replaceAll('@lid', '\\u0040lid')],
    ['nothing but marks', '{"@g.us","OwnerJID":"'.repeat(3)],
  ])('with %s', (_, body) => {
    for (const { parseBody } of [listAnswer, groupAnswer]) {
      const [fast, usual] = readBoth(body, parseBody);
      expect(fast).toStrictEqual(usual);
    }
  });
});

test('bytes that are no text are taken alike', () => {
  const text = toGroupText(toWireGroup([self, ana], { Name: '\u00c3', Topic: '\u00e2\u0082' }));
  const [fast, usual] = readBoth(Buffer.from(toAnswerText([text, text]), 'latin1'), listAnswer.parseBody);
  expect(fast).toStrictEqual(usual);
  expect(fast?.entries).toMatchObject([{ Name: '\ufffd' }, { Name: '\ufffd' }]);
});

test('what GOWA mostly writes is read the fast way, beside what is not', () => {
  const unknown = toWireMember({ lid: lids[2] });
  const groups = [
    [self, ana],
    [self, unknown],
    [self, { ...ana, LID: '' }],
    [self, unknown, unknown],
  ];
  const texts = groups.map((people) => toGroupText(toWireGroup(people)));
  const list = listAnswer.parseBody(Buffer.from(toAnswerText(texts)), keep)?.results as { data: unknown[] };
  const isPacked = list.data.map((entry) => parseGroup(entry).data?.Participants instanceof PackedPeople);
  expect(isPacked).toEqual([true, true, false, false]);
  const one = groupAnswer.parseBody(Buffer.from(toAnswerText(texts[0] ?? '')), keep)?.results;
  expect(parseGroup(one).data?.Participants).toBeInstanceOf(PackedPeople);
});

const hide = (text: string) => text.replaceAll('s3cret!', '••••');

test.each([
  ['a list', listAnswer.parseBody, (text: string) => [text]],
  ['a group', groupAnswer.parseBody, (text: string) => text],
] as const)('credentials are taken out of every text of %s', (_, parseBody, toResults) => {
  const text = toGroupText(toWireGroup([self, ana], { Name: 'a s3cret! in a name' }));
  const envelope = parseBody(Buffer.from(toAnswerText(toResults(text))), hide);
  expect(envelope).toBeDefined();
  expect(JSON.stringify(envelope)).toContain('a •••• in a name');
});
