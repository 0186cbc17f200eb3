import { describe, expect, test } from 'vitest';
import type { PhotoChange } from '../../src/domain/plan/change.ts';
import type { LiveGroup } from '../../src/domain/group.ts';
import { noPast } from '../../src/domain/past.ts';
import type { DesiredPhoto, LivePhoto, Picture, Signature } from '../../src/domain/picture.ts';
import { signatureSide } from '../../src/domain/picture.ts';
import { toIdentity } from '../../src/domain/plan/change-identity.ts';
import { toChangeId } from '../../src/planning/approval.ts';
import { diffGroup } from '../../src/planning/diff.ts';
import { isDone } from '../../src/planning/postcondition.ts';
import { toPhases } from '../../src/planning/order.ts';
import { createKnowledge } from '../../src/planning/identity/knowledge.ts';
import { heedObstacles } from '../../src/planning/obstacles/obstacles.ts';
import { simulate } from '../../src/planning/simulate.ts';
import { toSteps } from '../../src/planning/steps.ts';
import { account, desiredGroup, liveGroup, noon, span, today } from '../support/choir.ts';

/** A picture in two halves of grey. */
function picture(left: number, right: number): Picture {
  const cells = Array.from({ length: signatureSide ** 2 }, (_, cell) =>
    cell % signatureSide < signatureSide / 2 ? left : right,
  );
  const bytes = Buffer.from(cells.flatMap((grey) => [grey, grey, grey]));
  return { signature: bytes.toString('base64') as Signature, thumbnail: 'data:,' };
}

const wanted = picture(40, 200);
const alike = picture(41, 199);
const other = picture(200, 40);

function file(sha = 'a', more: Picture = wanted): DesiredPhoto {
  return { kind: 'file', path: 'photos/altos.jpg', picture: { ...more, sha256: sha.repeat(64) } };
}

function live(more: Picture, id = '17'): LivePhoto {
  return { kind: 'picture', id, picture: more };
}

const none = { kind: 'none' } as const;

function groups(photo?: DesiredPhoto, livePhoto?: LivePhoto, more: Parameters<typeof desiredGroup>[0] = {}) {
  const lists = { members: false, admins: false };
  return {
    desired: desiredGroup({ ...(photo && { photo }), lists, settingSpans: { photo: span }, ...more }),
    live: liveGroup(livePhoto && { photo: livePhoto }),
  };
}

function diff(photo?: DesiredPhoto, livePhoto?: LivePhoto): PhotoChange[] {
  const changes = diffGroup({
    ...groups(photo, livePhoto),
    accounts: new Set([account.key]),
    people: new Map(),
    today,
  });
  return changes as PhotoChange[];
}

describe('a difference', () => {
  test.each<[string, DesiredPhoto | undefined, LivePhoto | undefined]>([
    ['no photo in the file', undefined, live(other)],
    ['no photo read', file(), undefined],
    ['a file that was not read', { kind: 'file', path: 'a.jpg' }, live(other)],
    ['none and none', none, none],
    ['the same picture', file(), live(alike)],
    ['the one that was verified', file(), { kind: 'picture', id: '17', verified: 'a'.repeat(64) }],
  ])('is not made by %s', (_, photo, livePhoto) => {
    expect(diff(photo, livePhoto)).toEqual([]);
  });

  test.each<[string, DesiredPhoto, LivePhoto, boolean]>([
    ['another picture', file(), live(other), true],
    ['none yet', file(), none, false],
    ['one where there is to be none', none, live(other), false],
    ['a hidden one', file(), { kind: 'hidden' }, false],
    ['one that could not be read', none, { kind: 'unread', text: 'timeout' }, false],
  ])('is made by %s', (_, photo, livePhoto, hasDistance) => {
    const [change] = diff(photo, livePhoto);
    expect(change).toMatchObject({ action: 'set', setting: 'photo', before: livePhoto, after: photo, span });
    expect(change?.distance !== undefined).toBe(hasDistance);
  });

  test('stands behind the settings', () => {
    const { desired, live: group } = groups(file(), none, { settings: { name: 'A', disappearing: 86_400 } });
    const changes = diffGroup({ desired, live: group, accounts: new Set(), people: new Map(), today });
    const { additive } = toPhases(changes.toReversed(), group, { minAdmins: 1, accounts: new Set() });
    expect(additive.map((change) => change.action === 'set' && change.setting)).toEqual([
      'name',
      'disappearing',
      'photo',
    ]);
    expect(toSteps(additive).map(({ length }) => length)).toEqual([1, 1, 1]);
  });
});

const reasons = (photo: DesiredPhoto, livePhoto: LivePhoto, more: Partial<LiveGroup> = {}, desired = {}) => {
  const found = groups(photo, livePhoto, desired);
  const facts = {
    ...found,
    live: { ...found.live, ...more },
    protected: new Set<string>(),
    protectedLids: new Set<string>(),
    protectedHandles: [],
    knowledge: createKnowledge({
      lids: new Map(),
      pairs: noPast.pairs,
      readings: new Map(),
      people: new Map(),
    }),
    accounts: new Set<never>(),
  };
  const { changes, leftAlone } = heedObstacles(diff(photo, livePhoto), { ...facts, past: noPast, now: noon });
  return [...changes.map(() => 'due'), ...leftAlone.map(({ reason }) => reason)];
};

describe('left alone', () => {
  test('what cannot be told, and what only a human can do', () => {
    expect(reasons(file(), live(other))).toEqual(['due']);
    expect(reasons(none, live(other))).toEqual(['due']);
    expect(reasons(file(), { kind: 'hidden' })).toEqual(['photo-hidden']);
    // GOWA asks about a community's own photo, and then about one as of any group, which is refused.
    expect(reasons(file(), { kind: 'hidden' }, { kind: 'community' })).toEqual(['photo-untold']);
    expect(reasons(none, { kind: 'unread', text: '' })).toEqual(['photo-unread']);
    expect(reasons(file(), live(other), { self: 'member' })).toEqual(['not-admin']);
    expect(reasons(file(), live(other), { suspended: true })).toEqual(['suspended']);
    expect(reasons(file(), live(other), { kind: 'community' })).toEqual(['due']);
  });

  test('by a mode that only reports; additive changes settings all the same', () => {
    const manage = { members: 'exact', admins: 'exact' } as const;
    expect(reasons(file(), live(other), {}, { manage: { ...manage, settings: 'observe' } })).toEqual([
      'observe',
    ]);
    expect(reasons(file(), live(other), {}, { manage: { ...manage, settings: 'additive' } })).toEqual([
      'due',
    ]);
  });
});

describe('approval', () => {
  const key = { secret: new Uint8Array(32).fill(7), account: account.phone };
  const id = (photo: DesiredPhoto, livePhoto: LivePhoto) => {
    const [change] = diff(photo, livePhoto);
    if (!change) throw new Error('there is no change');
    return toChangeId(change, key);
  };

  test('is of the very file and the very photo, not of how far they are apart', () => {
    const approved = id(file('a'), live(other));
    expect(id(file('a', picture(50, 190)), live(picture(190, 50)))).toBe(approved);
    expect(id(file('b'), live(other))).not.toBe(approved);
    expect(id(file('a'), live(other, '18'))).not.toBe(approved);
    expect(id(file('a'), none)).not.toBe(approved);
    expect(id(none, live(other))).not.toBe(approved);
  });

  test('holds no picture', () => {
    const [change] = diff(file(), live(other));
    expect(change && toIdentity(change).length).toBeLessThan(200);
  });
});

const done = (photo: DesiredPhoto, before: LivePhoto, now?: LivePhoto) => {
  const [change] = diff(photo, before);
  if (!change) throw new Error('there is no change');
  return isDone(change, liveGroup({ photo: before }), liveGroup(now && { photo: now }));
};

describe('done', () => {
  test('is the same picture under another id', () => {
    expect(done(file(), live(other), live(alike, '18'))).toBe('yes');
    expect(done(file(), live(other), live(alike, '17'))).toBe('no');
    expect(done(file(), live(other), live(other, '18'))).toBe('no');
    expect(done(file(), live(other), none)).toBe('no');
    expect(done(file(), none, live(alike))).toBe('yes');
    expect(done(none, live(other), none)).toBe('yes');
    expect(done(none, live(other), live(other))).toBe('no');
  });

  test('is unknown where it was not read', () => {
    expect(done(file(), live(other))).toBe('unknown');
    expect(done(file(), live(other), { kind: 'hidden' })).toBe('unknown');
    expect(done(none, live(other), { kind: 'unread', text: '' })).toBe('unknown');
  });

  test.each<[string, DesiredPhoto, LivePhoto]>([
    ['set', file(), live(other)],
    ['first', file(), none],
    ['removed', none, live(other)],
  ])('is what the simulation of one that is %s leads to', (_, photo, before) => {
    const [change] = diff(photo, before);
    if (!change) throw new Error('there is no change');
    const group = liveGroup({ photo: before });
    const after = simulate(group, [change]);
    expect(isDone(change, group, after)).toBe('yes');
    expect(diff(photo, after.photo)).toEqual([]);
  });
});
