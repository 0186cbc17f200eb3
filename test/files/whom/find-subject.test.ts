import { describe, expect, test } from 'vitest';
import type { Parsed } from '../../../src/config/parse.ts';
import { noPairs } from '../../../src/domain/people/seen-pairs.ts';
import { findHold, toLeaving, toSubject } from '../../../src/files/whom/find-subject.ts';
import {
  account,
  byKey,
  desiredGroup,
  key,
  lid,
  listed,
  organisation,
  phone,
  singer,
  span,
} from '../../support/choir.ts';

const ana = { ...singer(2), handle: 'ana' };
const [theirs, other] = [lid('330631678702157'), lid('330631678702158')];
const files = {
  ...organisation([desiredGroup({ people: [listed(ana)], knownLids: new Set([theirs, other]) })]),
  people: byKey([listed(ana)]),
  hidden: new Map([[theirs, { lid: theirs, handle: 'eko', name: 'Eko' }]]),
};
const sure = { ...noPairs, isSure: (person: string, own: string) => person === ana.key && own === theirs };

describe('who is to be forgotten', () => {
  test('by number, handle, and the LIDs that the memory is sure of, with the handle that one has', () => {
    const subject = toSubject({ person: ana }, files, { pairs: sure });
    expect(subject).toMatchObject({ label: 'ana', lids: new Set([theirs]) });
    const people = new Map([['eko', { handle: 'eko', lid: theirs, span }]]);
    const { isThem, handles, spans } = toLeaving(subject, {
      people: { people, teams: new Map() },
    } as unknown as Parsed);
    expect([[...handles], spans]).toEqual([['ana', 'eko'], [span]]);
    expect(isThem({ kind: 'phone', phone: phone('447700900002') })).toBe(true);
    expect(isThem({ kind: 'phone', phone: phone('447700900003') })).toBe(false);
    expect(isThem({ kind: 'handle', name: 'eko' })).toBe(true);
    expect(isThem({ kind: 'handle', name: 'anna' })).toBe(false);
    expect(isThem({ kind: 'lid', lid: theirs })).toBe(true);
    expect(isThem({ kind: 'lid', lid: other })).toBe(false);
    expect(isThem({ kind: 'team', name: 'ana' })).toBe(false);
  });

  test('without a memory a LID is nobody else', () => {
    expect(toSubject({ person: ana }, files, { pairs: noPairs }).lids.size).toBe(0);
    expect(toSubject({ lid: theirs }, files, { pairs: noPairs }).label).toContain('Eko');
    expect(toSubject({ lid: other }, files, { pairs: noPairs }).label).toBe(`lid:${other}`);
  });

  test('both spellings of one number are one person', () => {
    const caio = { key: '552087654321' as never, phone: phone('5520987654321'), handle: 'caio' };
    const { isThem } = toLeaving(toSubject({ person: caio }, files, { pairs: noPairs }), {
      people: { people: new Map(), teams: new Map() },
    } as unknown as Parsed);
    expect(isThem({ kind: 'phone', phone: phone('552087654321') })).toBe(true);
  });

  test('the account and whoever is protected stay, by number and by LID', () => {
    const { policy } = files;
    const hold = (whom: Parameters<typeof toSubject>[0], more: Partial<typeof policy>) =>
      findHold(toSubject(whom, files, { pairs: sure }), { ...files, policy: { ...policy, ...more } });
    expect(hold({ person: account }, {})).toBe('account');
    expect(hold({ person: ana }, {})).toBeUndefined();
    expect(hold({ person: ana }, { protected: new Set([key(2)]) })).toBe('protected');
    expect(hold({ person: ana }, { protectedLids: new Set([theirs]) })).toBe('protected');
    expect(hold({ lid: other }, { protectedLids: new Set([other]) })).toBe('protected');
  });
});
