import { expect, test } from 'vitest';
import type { ApplyOutcome, GroupOutcome, Verdict } from '../../src/domain/plan/outcome.ts';
import type { GroupId } from '../../src/domain/group.ts';
import type { Language } from '../../src/domain/organisation.ts';
import { showInvitations } from '../../src/output/invitations.ts';
import { connect, succeed } from '../gowa/connect.ts';
import { altos, liveGroup, personChange } from '../support/choir.ts';
import { createTestIo } from '../support/stage.ts';

const link = 'https://chat.whatsapp.com/AbC0447700900002';
const basses = '120363000000000002@g.us' as GroupId;

function toGroup(group: GroupId, file: string, verdict: Verdict): GroupOutcome {
  return {
    group,
    file,
    outcomes: [{ change: personChange('add', 2, { group }), ...verdict }],
    reading: { kind: 'read', group: liveGroup() },
  };
}

/** A run in which somebody of the altos declined, and of the basses nobody. */
function toOutcome(end: Partial<ApplyOutcome> = {}, file = 'altos.yaml'): ApplyOutcome {
  const groups = [
    toGroup(altos, file, { result: 'declined', cause: 'declined' }),
    toGroup(basses, 'basses.yaml', { result: 'verified' }),
  ];
  return { groups, paceSpent: false, interrupted: false, ...end };
}

/** What is printed of an outcome, and which links the server was asked for. */
async function show(
  outcome: ApplyOutcome,
  { isInteractive = true, language = 'en' as Language, answer = link } = {},
) {
  const { client, server } = await connect((_, response) => succeed(response, { invite_link: answer }));
  const { io, written } = createTestIo({ terminal: { isInteractive } });
  await showInvitations(outcome, { client, language }, io);
  return { ...written, asked: server.requests.map(({ path }) => path) };
}

test('whoever sits there gets the whole link of each group in which somebody declined, and of no other', async () => {
  const { out, asked } = await show(toOutcome());
  expect(out).toContain(link);
  expect(out).toContain('altos.yaml');
  expect(asked).toEqual([`/group/invite-link?group_id=${encodeURIComponent(altos)}`]);
});

test('it is told in the language of the policy', async () => {
  const [english, indonesian] = [await show(toOutcome()), await show(toOutcome(), { language: 'id' })];
  expect(indonesian.out).toContain(link);
  expect(indonesian.out).not.toBe(english.out);
});

const stop = { kind: 'stop', code: 'rate-limited', text: 'too many' } as const;

test.each<[string, Partial<ApplyOutcome>, boolean]>([
  ['to a log', {}, false],
  ['after a stop: the account is to be left in peace', { stop }, true],
  ['after an interruption', { interrupted: true }, true],
])('no link is asked for, nor shown, %s', async (_, end, isInteractive) => {
  expect(await show(toOutcome(end), { isInteractive })).toEqual({ out: '', err: '', asked: [] });
});

test('nothing is said where the server has no link that is one', async () => {
  expect((await show(toOutcome(), { answer: 'https://evil.example/' })).out).toBe('');
});

test('a file’s name cannot draw on the terminal', async () => {
  const { out } = await show(toOutcome({}, 'a\u001b[2J\nb.yaml'));
  expect(out).not.toContain('\u001b');
  expect(out.trim().split('\n').length).toBe((await show(toOutcome())).out.trim().split('\n').length);
});
