import { describe, expect, test } from 'vitest';
import type { LiveGroup } from '../../../src/domain/group.ts';
import { noPairs } from '../../../src/domain/people/seen-pairs.ts';
import { toWhoView } from '../../../src/view/person/to-who-view.ts';
import {
  account,
  altos,
  byKey,
  desiredGroup,
  hidden,
  lid,
  listed,
  living,
  liveGroup,
  organisation,
  singer,
} from '../../support/choir.ts';

const ana = { ...singer(2), handle: 'ana' };
const theirs = lid('330631678702157');
const files = organisation([desiredGroup({ people: [listed(ana, { memberUntil: '2026-12-31' })] })]);

function view(group: Partial<LiveGroup>, more: Partial<Parameters<typeof toWhoView>[0]> = {}) {
  const readings = new Map([[altos, { kind: 'read', group: { ...liveGroup(), ...group } } as const]]);
  return toWhoView({
    person: ana,
    organisation: files,
    pairs: noPairs,
    live: { readings, isSandbox: false },
    ...more,
  });
}

describe('where somebody is', () => {
  test('by number', () => {
    const { groups, person } = view({ people: byKey([living(account), living(2, { role: 'admin' })]) });
    expect(person).toMatchObject({ handle: 'ana', number: '+44 •••• ••• 002' });
    expect(groups).toMatchObject([
      { desired: { role: 'member', until: '2026-12-31' }, live: { kind: 'there', role: 'admin' } },
    ]);
  });

  test('by a LID that the memory is sure of, whatever the number is by now', () => {
    const pairs = { ...noPairs, isSure: (key: string, own: string) => key === ana.key && own === theirs };
    const there = { kind: 'there', role: 'member' };
    expect(view({ unidentified: [hidden(theirs)] }, { pairs }).groups[0]?.live).toEqual({
      ...there,
      isHidden: true,
    });
    const other = byKey([living(7, { lid: theirs })]);
    expect(view({ people: other }, { pairs }).groups[0]?.live).toEqual(there);
    expect(view({ unidentified: [hidden(theirs)] }).groups[0]?.live).toEqual({ kind: 'unsure' });
    expect(view({}).groups[0]?.live).toEqual({ kind: 'absent' });
  });

  test('not there, and asking to be', () => {
    const pairs = { ...noPairs, isSure: (key: string, own: string) => key === ana.key && own === theirs };
    expect(view({ requests: [{ person: ana }] }).groups[0]?.live).toEqual({ kind: 'asks' });
    expect(view({ requests: [{ lid: theirs }] }, { pairs }).groups[0]?.live).toEqual({ kind: 'asks' });
    expect(view({ requests: [{ lid: theirs }] }).groups[0]?.live).toEqual({ kind: 'absent' });
    const nobody = organisation([desiredGroup({ people: [] })]);
    expect(view({ requests: [{ person: ana }] }, { organisation: nobody }).groups).toHaveLength(1);
  });

  test('not seen in a list that is not whole is not known', () => {
    const { groups, unread } = view({ peopleComplete: false });
    expect(groups[0]?.live).toEqual({ kind: 'incomplete' });
    expect(unread).toHaveLength(1);
  });

  test('groups that neither name nor have them are left out, and those of other accounts counted', () => {
    const nobody = organisation([desiredGroup({ people: [] })]);
    expect(view({}, { organisation: nobody }).groups).toEqual([]);
    const live = { readings: new Map(), isSandbox: false };
    expect(view({}, { live }).elsewhere).toBe(1);
  });

  test('a LID that a list knows, and who is protected', () => {
    const group = desiredGroup({ people: [], knownLids: new Set([theirs]) });
    const known = toWhoView({ lid: theirs, organisation: organisation([group]), pairs: noPairs });
    expect(known).toMatchObject({
      person: { label: `lid:${theirs}` },
      isLive: false,
      groups: [{ desired: { role: 'lid' } }],
    });
    const { policy } = files;
    const guarded = { ...files, policy: { ...policy, protected: new Set([ana.key]) } };
    expect(view({}, { organisation: guarded }).isProtected).toBe(true);
    expect(view({}, { person: singer(1) }).isAccount).toBe(true);
  });
});
