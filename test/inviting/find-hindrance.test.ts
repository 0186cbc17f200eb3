import { describe, expect, test } from 'vitest';
import { oneDay } from '../../src/domain/day.ts';
import type { Past } from '../../src/domain/past.ts';
import { noPast, toTriedKey } from '../../src/domain/past.ts';
import { findGroupHindrance, findHindrance } from '../../src/inviting/find-hindrance.ts';
import { altos, key, liveGroup, noon, personChange, singer, settings } from '../support/choir.ts';

const change = personChange('add', 2);
const invitee = { person: singer(2), change };
const approved: Past = { ...noPast, memory: 'kept', pending: new Map([['id', { at: noon }]]) };

function ask(past: Partial<Past> = {}, more: { doubt?: typeof doubt; accounts?: string[] } = {}) {
  const accounts = new Set((more.accounts ?? []) as never[]);
  const knowledge = {
    past: { ...approved, ...past },
    toId: () => 'id',
    accounts,
    now: noon,
    timezone: undefined,
  };
  return findHindrance({ ...invitee, ...(more.doubt && { doubt: more.doubt }) }, knowledge);
}

const doubt = { reason: 'left', change } as const;
const at = noon - oneDay + 1;
const rest = { at: noon, until: noon + 1 };

describe('somebody', () => {
  test('who is approved and was never written to is', () => expect(ask()).toBeUndefined());

  test.each<[string, Parameters<typeof ask>, string]>([
    ['the plan has a doubt about them', [{}, { doubt }], 'doubt'],
    [
      'they were added in vain lately',
      [{ tried: new Map([[altos, new Map([[toTriedKey(change), { ...rest, isRefused: false }]])]]) }],
      'doubt',
    ],
    ['they are an account', [{}, { accounts: [key(2)] }], 'kept'],
    [
      'their number was not found lately',
      [{ unregistered: new Map([[singer(2).phone, rest]]) }],
      'not-on-whatsapp',
    ],
    ['nobody approved it', [{ pending: new Map() }], 'not-approved'],
    ['something else was approved', [{ pending: new Map([['other', { at: noon }]]) }], 'not-approved'],
    [
      'they were sent this link',
      [{ messaged: new Map([[altos, new Map([[key(2), noon - 29 * oneDay]])]]) }],
      'invited',
    ],
    ['they were sent another', [{ lastMessage: new Map([[key(2), at]]) }], 'written-to'],
  ])('is not written to where %s', (_, args, kind) => {
    expect(ask(...args)).toMatchObject({ kind });
  });

  test('is again once the time is over', () => {
    expect(ask({ lastMessage: new Map([[key(2), at - 1]]) })).toBeUndefined();
    const over = { at: noon - oneDay, until: noon };
    expect(ask({ unregistered: new Map([[singer(2).phone, over]]) })).toBeUndefined();
  });
});

describe('nobody of a group is written to', () => {
  const closed = liveGroup({ settings: { ...settings, 'join-approval': true } });
  test.each<[string, Partial<Past>, typeof closed, string]>([
    ['without a memory', { memory: 'none' }, closed, 'no-memory'],
    ['with one that cannot be used', { memory: 'unusable', unusable: 'Why.' }, closed, 'unusable'],
    ['while WhatsApp has said stop', { notBefore: noon + 1 }, closed, 'held'],
    ['where whoever has the link joins', {}, liveGroup({}), 'no-approval'],
  ])('%s', (_, past, live, kind) => {
    expect(findGroupHindrance(live, { ...approved, ...past }, noon)).toMatchObject({ kind });
  });

  test('and else they are', () => {
    expect(findGroupHindrance(closed, { ...approved, notBefore: noon }, noon)).toBeUndefined();
  });
});
