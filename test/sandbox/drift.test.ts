import { describe, expect, test } from 'vitest';
import { driftWorld } from '../../src/sandbox/drift.ts';
import { choirGroup, choirWorld, ME, startChoir } from './choir.ts';
import type { GroupFile, WorldFile } from '../../src/sandbox/world-file.ts';

/** A choir of a few groups, in numbers reserved for fiction or, Brazil's area code 20, given to nobody. */
function bigChoir(): WorldFile {
  const groups = Array.from({ length: 6 }, (_, at): GroupFile =>
    choirGroup({
      id: `12036300000000000${at}`,
      subject: `Voice ${at}`,
      approval: at % 2 === 0,
      members: [
        { pn: ME, role: 'superadmin' },
        ...Array.from({ length: 8 }, (_one, member) => ({ pn: `55209${80_000_000 + at * 100 + member}` })),
        { pn: `44770090010${at}`, role: 'admin' as const },
      ],
    }),
  );
  return choirWorld(groups);
}

function describeGroup(group: GroupFile): string[] {
  return [
    `${group.id} subject ${group.subject}`,
    `${group.id} desc ${group.desc ?? ''}`,
    `${group.id} locked ${group.locked ?? false}`,
    `${group.id} announce ${group.announce ?? false}`,
    `${group.id} timer ${group.ephemeral ?? 0}`,
    `${group.id} stub ${group.stub ?? false}`,
    `${group.id} approval ${group.approval ?? false}`,
    `${group.id} who may add ${group.member_add_mode ?? 'all_member_add'}`,
    ...(group.requests ?? []).map((one) => `${group.id} ${one.pn} asks`),
    ...group.members.map((one) => `${group.id} ${one.pn} ${one.role ?? 'member'} ${one.hidden ?? false}`),
  ];
}

function countDifferences(one: WorldFile, other: WorldFile): number {
  const before = new Set(one.groups.flatMap(describeGroup));
  const after = new Set(other.groups.flatMap(describeGroup));
  const added = [...after].filter((line) => !before.has(line)).length;
  return Math.max(added, [...before].filter((line) => !after.has(line)).length);
}

describe('drift', () => {
  test('comes from the seed and leaves the world it is made from alone', () => {
    const world = bigChoir();
    const before = structuredClone(world);
    expect(driftWorld(world, 12, 1)).toEqual(driftWorld(world, 12, 1));
    expect(driftWorld(world, 12, 1)).not.toEqual(driftWorld(world, 12, 2));
    expect(world).toEqual(before);
    expect(driftWorld(world, 0, 1)).toEqual(world);
  });

  test.each([1, 2, 3, 4, 5])(
    'seventeen differences of seed %i are of every kind, in a world that loads',
    async (seed) => {
      const drifted = driftWorld(bigChoir(), 17, seed);
      const all = drifted.groups.flatMap((group) => group.members);
      expect(all.some((member) => member.hidden)).toBe(true);
      expect(all.some((member) => /^55209?\d{8}$/.test(member.pn) && member.pn.length === 12)).toBe(true);
      expect(drifted.people.some((person) => person.name === 'A stranger')).toBe(true);
      expect(drifted.groups.some((group) => group.stub)).toBe(true);
      const asking = drifted.groups.flatMap((group) => (group.requests ?? []).map((one) => one.pn));
      expect(asking.some((pn) => pn.startsWith('447700900'))).toBe(true);
      expect(asking.some((pn) => !pn.startsWith('447700900'))).toBe(true);
      expect(drifted.groups.some((group) => group.member_add_mode === 'admin_add')).toBe(true);
      expect(countDifferences(bigChoir(), drifted)).toBeGreaterThanOrEqual(12);
      const choir = await startChoir({ world: drifted });
      expect((await choir.get('/user/my/groups')).status).toBe(200);
    },
  );

  test.each([1, 2, 3])('the account and the owner stay as they are (seed %i)', (seed) => {
    for (const group of driftWorld(bigChoir(), 200, seed).groups) {
      expect(group.members.find((member) => member.pn === ME)).toEqual({ pn: ME, role: 'superadmin' });
    }
  });

  test.each([1, 2, 3])('whoever asks is nobody’s member, and is asked about (seed %i)', (seed) => {
    for (const group of driftWorld(bigChoir(), 300, seed).groups) {
      const asking = (group.requests ?? []).map((one) => one.pn);
      expect(asking.length === 0 || group.approval).toBe(true);
      expect(new Set(asking).size).toBe(asking.length);
      expect(group.members.filter((one) => asking.includes(one.pn))).toEqual([]);
    }
  });

  test('ends where there is nothing left to change', () => {
    const alone = choirWorld([choirGroup({ members: [{ pn: ME, role: 'superadmin' }] })], { people: [] });
    const drifted = driftWorld(alone, 10_000, 1);
    expect(drifted.groups[0]?.members.length).toBeGreaterThan(1);
  });
});
