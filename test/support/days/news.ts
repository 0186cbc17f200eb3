import type { GroupFile, MemberFile, WorldFile } from '../../../src/sandbox/world-file.ts';
import { spareNumbers } from '../cast.ts';
import type { Draw } from '../draw.ts';

const account = '447700900001';

/** Something that people do on their phones. `pn`: WhatsApp's spelling; `group`: without `@g.us`. */
export type News =
  | {
      readonly kind: 'left' | 'joined' | 'rose' | 'asked' | 'took-back';
      readonly group: string;
      readonly pn: string;
    }
  | { readonly kind: 'hid' | 'showed'; readonly pn: string }
  | { readonly kind: 'changed-number'; readonly pn: string; readonly to: string }
  /** The account is taken out of a group, or the group is gone. */
  | { readonly kind: 'shut-out' | 'gone'; readonly group: string };

/** What may happen in a world; mostly several things. */
export function drawNews(draw: Draw, world: WorldFile): News[] {
  const news: News[] = [];
  let now = world;
  const happen = (one: News | undefined) => {
    if (!one) return;
    news.push(one);
    now = tellNews(now, [one]);
  };
  for (const draft of [
    left,
    left,
    joined,
    rose,
    hid,
    showed,
    changedNumber,
    asked,
    asked,
    tookBack,
    shutOut,
  ]) {
    if (draw.chance(draft === shutOut ? 0.2 : 0.5)) happen(draft(draw, now));
  }
  return news;
}

type Draft = (draw: Draw, world: WorldFile) => News | undefined;

const left: Draft = (draw, { groups }) => {
  const found = groups.flatMap((group) => findPlain(group).map(({ pn }) => ({ group: group.id, pn })));
  return found.length > 0 ? { kind: 'left', ...draw.from(found) } : undefined;
};

const joined: Draft = (draw, { groups, people }) => {
  const found = groups
    .filter(({ addressing }) => addressing !== 'pn')
    .flatMap(({ id, members }) => {
      const away = people.filter(
        ({ pn, registered }) => registered !== false && members.every((one) => one.pn !== pn),
      );
      return away.map(({ pn }) => ({ group: id, pn }));
    });
  return found.length > 0 ? { kind: 'joined', ...draw.from(found) } : undefined;
};

const asked: Draft = (draw, { groups, people }) => {
  const found = groups
    .filter(({ approval }) => approval)
    .flatMap(({ id, members, requests = [] }) => {
      const near = new Set([...members, ...requests].map(({ pn }) => pn));
      const able = people.filter(({ pn, registered }) => registered !== false && !near.has(pn));
      return able.map(({ pn }) => ({ group: id, pn }));
    });
  return found.length > 0 ? { kind: 'asked', ...draw.from(found) } : undefined;
};

const tookBack: Draft = (draw, { groups }) => {
  const found = groups.flatMap(({ id, requests = [] }) => requests.map(({ pn }) => ({ group: id, pn })));
  return found.length > 0 ? { kind: 'took-back', ...draw.from(found) } : undefined;
};

const rose: Draft = (draw, { groups }) => {
  const found = groups.flatMap((group) =>
    findPlain(group)
      .filter(({ role }) => !role || role === 'member')
      .map(({ pn }) => ({ group: group.id, pn })),
  );
  return found.length > 0 ? { kind: 'rose', ...draw.from(found) } : undefined;
};

const hid: Draft = (draw, world) => {
  const byNumber = new Set(
    world.groups.filter(({ addressing }) => addressing === 'pn').flatMap(({ members }) => toNumbers(members)),
  );
  const able = findEverybody(world).filter((pn) => !byNumber.has(pn) && !isHidden(pn, world));
  return able.length > 0 ? { kind: 'hid', pn: draw.from(able) } : undefined;
};

const showed: Draft = (draw, world) => {
  const hiding = findEverybody(world).filter((pn) => isHidden(pn, world));
  return hiding.length > 0 ? { kind: 'showed', pn: draw.from(hiding) } : undefined;
};

const changedNumber: Draft = (draw, world) => {
  const known = new Set(world.people.map(({ pn }) => pn));
  const free = spareNumbers.filter((pn) => !known.has(pn));
  const able = findEverybody(world);
  if (free.length === 0 || able.length === 0) return undefined;
  return { kind: 'changed-number', pn: draw.from(able), to: draw.from(free) };
};

const shutOut: Draft = (draw, { groups }) => {
  const others = groups.filter(({ owner }) => owner !== account);
  const kind = draw.from(['shut-out', 'gone'] as const);
  const able = kind === 'gone' ? groups : others;
  return able.length > 1 ? { kind, group: draw.from(able).id } : undefined;
};

/** Whoever is neither the account nor the owner. */
function findPlain({ owner, members }: GroupFile): MemberFile[] {
  return members.filter(({ pn, role }) => pn !== account && pn !== owner && role !== 'superadmin');
}

/** Whoever is in some group, without the account and owners. */
function findEverybody({ groups }: WorldFile): string[] {
  const owners = new Set(groups.flatMap((group) => difference(toNumbers(group.members), findPlain(group))));
  return [...new Set(groups.flatMap(({ members }) => toNumbers(members)))]
    .filter((pn) => !owners.has(pn))
    .toSorted();
}

function difference(numbers: readonly string[], members: readonly MemberFile[]): string[] {
  return numbers.filter((pn) => members.every((one) => one.pn !== pn));
}

function toNumbers(members: readonly MemberFile[]): string[] {
  return members.map(({ pn }) => pn);
}

function isHidden(number: string, { groups }: WorldFile): boolean {
  return groups.some(({ members }) => members.some(({ pn, hidden }) => pn === number && hidden));
}

/** The world after it. */
export function tellNews(world: WorldFile, news: readonly News[]): WorldFile {
  return news.reduce(tell, world);
}

function tell(world: WorldFile, one: News): WorldFile {
  switch (one.kind) {
    case 'left':
      return {
        ...inGroup(world, one.group, (members) => members.filter(({ pn }) => pn !== one.pn)),
        people: world.people.map((person) =>
          person.pn === one.pn
            ? { ...person, recently_left: [...(person.recently_left ?? []), one.group] }
            : person,
        ),
      };
    case 'joined': {
      const hides = isHidden(one.pn, world) ? { hidden: true } : {};
      return inGroup(world, one.group, (members) =>
        members.some(({ pn }) => pn === one.pn) ? members : [...members, { pn: one.pn, ...hides }],
      );
    }
    case 'asked':
      return atDoor(world, one.group, (requests) => [
        ...requests,
        { pn: one.pn, time: '2026-06-01T08:00:00Z' },
      ]);
    case 'took-back':
      return atDoor(world, one.group, (requests) => requests.filter(({ pn }) => pn !== one.pn));
    case 'rose':
      return inGroup(world, one.group, (members) =>
        members.map((member) => (member.pn === one.pn ? { ...member, role: 'admin' as const } : member)),
      );
    case 'hid':
    case 'showed':
      return everywhere(world, one.pn, (member) => ({ ...member, hidden: one.kind === 'hid' }));
    case 'changed-number': {
      const people = world.people.map(({ ...person }) =>
        person.pn === one.pn ? { ...person, pn: one.to } : person,
      );
      return { ...everywhere(world, one.pn, (member) => ({ ...member, pn: one.to })), people };
    }
    case 'shut-out':
      return inGroup(world, one.group, (members) => members.filter(({ pn }) => pn !== account));
    case 'gone':
      return { ...world, groups: world.groups.filter(({ id }) => id !== one.group) };
  }
}

type Members = MemberFile[];

function inGroup(world: WorldFile, id: string, edit: (members: Members) => Members): WorldFile {
  const groups = world.groups.map((group) =>
    group.id === id ? { ...group, members: edit(group.members) } : group,
  );
  return { ...world, groups };
}

type Requests = NonNullable<GroupFile['requests']>;

function atDoor(world: WorldFile, id: string, edit: (requests: Requests) => Requests): WorldFile {
  const groups = world.groups.map((group) =>
    group.id === id ? { ...group, requests: edit(group.requests ?? []) } : group,
  );
  return { ...world, groups };
}

function everywhere(world: WorldFile, pn: string, edit: (member: MemberFile) => MemberFile): WorldFile {
  const groups = world.groups.map((group) => ({
    ...group,
    members: group.members.map((member) => (member.pn === pn ? edit(member) : member)),
    ...(group.requests && {
      requests: group.requests.map((one) => (one.pn === pn ? { ...one, pn: edit(one).pn } : one)),
    }),
  }));
  return { ...world, groups };
}
