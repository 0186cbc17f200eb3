import { expect, test } from 'vitest';
import type { Answer } from '../../../src/domain/gateway.ts';
import { keptFor } from '../../../src/domain/patience.ts';
import { accepted, altos, ana, basses, budi, createStage, day, hour } from '../journal-stage.ts';

const message = (person = ana, group = altos) => ({ type: 'message', group, person, lookups: 1 }) as const;
const said = (answer: Answer) => ({ type: 'message-answer', answer }) as const;
const text = '';

test.each<[string, Answer | undefined, boolean]>([
  ['it was accepted', accepted, true],
  ['nobody knows what became of it', { kind: 'unknown', text }, true],
  ['the run died before the answer', undefined, true],
  ['it was refused', { kind: 'rejected', code: 'other', text }, false],
  ['the line was lost before it left', { kind: 'stop', code: 'unreachable', text }, false],
])('a message counts as one of the day, and as sent: %s', async (_, answer, isSent) => {
  const stage = await createStage();
  await stage.run(message(), ...(answer ? [said(answer)] : []));
  const past = await stage.read();
  expect(past.messages.map(({ count }) => count)).toEqual([1]);
  expect(past.lookups.map(({ count }) => count)).toEqual([1]);
  expect(past.messaged.get(altos)?.has(ana) ?? false).toBe(isSent);
  expect(past.lastMessage.has(ana)).toBe(isSent);
});

test('a refusal takes back its own message and no earlier one, and is an answer to one alone', async () => {
  const stage = await createStage();
  await stage.run(message(), said(accepted));
  const first = (await stage.read()).messaged.get(altos)?.get(ana);
  stage.clock.advance(40 * day);
  await stage.run(message(), said({ kind: 'rejected', code: 'other', text }));
  expect((await stage.read()).messaged.get(altos)?.get(ana)).toBeUndefined();
  await stage.run(message(budi), said(accepted), said({ kind: 'rejected', code: 'other', text }));
  expect((await stage.read()).messaged.get(altos)?.has(budi)).toBe(true);
  stage.clock.advance(-40 * day);
  expect(first).toBeGreaterThan(0);
});

test('an answer of a later run is none to a message of an earlier one', async () => {
  const stage = await createStage();
  await stage.run(message());
  await stage.run(said({ kind: 'rejected', code: 'other', text }));
  expect((await stage.read()).messaged.get(altos)?.has(ana)).toBe(true);
});

test('is remembered by group and for all of them, and forgotten after its time', async () => {
  const stage = await createStage();
  await stage.run(message(ana, altos), said(accepted));
  stage.clock.advance(hour);
  await stage.run(message(ana, basses), said(accepted));
  const past = await stage.read();
  expect(past.lastMessage.get(ana)).toBe(past.messaged.get(basses)?.get(ana));
  expect(past.messaged.get(altos)?.get(ana)).toBeLessThan(past.lastMessage.get(ana) ?? 0);
  stage.clock.advance(keptFor.spent);
  expect((await stage.read()).messages).toEqual([]);
  stage.clock.advance(keptFor.invited);
  expect((await stage.read()).lastMessage.has(ana)).toBe(false);
  expect((await stage.read()).messaged.get(altos)?.has(ana)).toBe(false);
});

test('a limit that a message met holds back whatever comes next', async () => {
  const stage = await createStage();
  await stage.run(message(), said({ kind: 'stop', code: 'rate-limited', text }));
  expect((await stage.read()).notBefore).toBeGreaterThan(stage.clock.now());
});

test('a new memory knows nothing of its first day: no message is left of it', async () => {
  const stage = await createStage({ isEmpty: true });
  await (await stage.open({ startNew: true })).close();
  expect((await stage.read()).messages).toMatchObject([{ count: Number.POSITIVE_INFINITY }]);
  stage.clock.advance(day);
  expect((await stage.read()).messages).toEqual([]);
});

test('what the admins were told is remembered for a while, its message is one of the day, and a refusal takes nothing else back', async () => {
  const stage = await createStage();
  const told = { type: 'told', channel: 'group', topic: 'drift' } as const;
  await stage.run(message(), { ...told, news: 'x' }, said({ kind: 'rejected', code: 'other', text }), told);
  const past = await stage.read();
  expect(past.messages.map(({ count }) => count)).toEqual([1, 1]);
  expect(past.messaged.get(altos)?.has(ana)).toBe(true);
  expect(past.told.map((each) => [each.channel, each.isOver, each.isOf('x'), each.isOf('y')])).toEqual([
    ['group', false, true, false],
    ['group', true, false, false],
  ]);
  stage.clock.advance(keptFor.told);
  expect((await stage.read()).told).toEqual([]);
});
