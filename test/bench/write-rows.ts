import { join } from 'node:path';
import type { Draw } from '../support/draw.ts';
import { createDraw } from '../support/draw.ts';
import type { Measure } from './measure.ts';
import type { GroupText } from './organisation.ts';
import { countHandles, toHandle, toId, writeOrganisation } from './organisation.ts';
import type { LoggedRequest } from './server.ts';
import { startServer } from './server.ts';
import type { Row } from './table.ts';

const size = { groups: 1000, members: 40 };

/** Every so many groups are as full as a group can be, so that somebody must leave before anybody can join. */
const fullEvery = 50;

/** WhatsApp's limit, the account among them. */
const capacity = 1024;

/** The requests that change something, of an apply of 1,000 random differences, against the fewest that could do it. */
export async function measureWrites(folder: string, measure: Measure): Promise<Row> {
  const [before, after] = [join(folder, 'writes-before'), join(folder, 'writes-after')];
  const fewest = new Map<string, number>();
  await writeOrganisation(before, size, fill);
  await writeOrganisation(after, size, (group) => {
    const full = fill(group);
    const changed = drawChange(full, createDraw(group.index + 1));
    fewest.set(toId(group.index), countFewest(full, changed));
    return changed;
  });
  const server = await startServer(before);
  try {
    await measure(['dist/rollcall.js', 'apply', '--yes', '--groups', after], { ROLLCALL_URL: server.url });
    return toRow(countWrites(await server.requests()), fewest);
  } finally {
    await server.stop();
  }
}

function toRow(sent: ReadonlyMap<string, number>, fewest: ReadonlyMap<string, number>): Row {
  for (const [id, count] of fewest) {
    if ((sent.get(id) ?? 0) < count) throw new Error(`${id}: ${sent.get(id)} requests cannot be enough`);
  }
  return {
    what: 'write requests for 1,000 random diffs',
    against: 'the minimum',
    measured: `${sum(sent)} : ${sum(fewest)} requests`,
    value: sum(sent) / sum(fewest),
    goal: 1,
  };
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((a, b) => a + b, 0);
}

function fill(group: GroupText): GroupText {
  if (group.index % fullEvery !== 0) return group;
  const others = findOthers(group).slice(0, capacity - 1 - group.members.length);
  return { ...group, members: [...group.members, ...others] };
}

/** Handles of people who are not in the group. */
function findOthers({ members }: GroupText): string[] {
  const inside = new Set(members);
  return Array.from({ length: countHandles(size) }, (_, index) => toHandle(index)).filter(
    (handle) => !inside.has(handle),
  );
}

function drawChange(group: GroupText, draw: Draw): GroupText {
  const leaving = new Set(draw.some(group.members.slice(1), draw.from([0, 0.05, 0.3, 0.7])));
  const staying = group.members.filter((entry) => !leaving.has(entry));
  const places = capacity - 1 - staying.length;
  const joining = draw
    .shuffle(findOthers(group))
    .slice(0, Math.min(places, draw.from([0, 0, 1, 4, 5, 6, 11, 23])));
  const kept = draw.some(
    group.admins.filter((entry) => !leaving.has(entry)),
    draw.from([0.3, 1]),
  );
  const promoted = draw.some(
    staying.filter((entry) => !group.admins.includes(entry)),
    draw.from([0, 0.05, 0.5]),
  );
  return {
    ...group,
    name: draw.chance(0.2) ? `Year ${group.index}` : group.name,
    topic: draw.chance(0.2) ? 'Closed for the holidays.' : group.topic,
    announce: draw.chance(0.2),
    locked: draw.chance(0.8),
    disappearing: draw.chance(0.2) ? '7d' : 'off',
    members: [...staying, ...joining],
    admins: [...kept, ...promoted, ...draw.some(joining, 0.2)],
  };
}

/**
 * The fewest requests for one group by docs/architecture.md#applying: each setting by itself; 5 people to an add, 10 to
 * anything else; and as many of those who leave as there are places lacking go before anybody joins, in requests of
 * their own.
 */
function countFewest(before: GroupText, after: GroupText): number {
  const settings = (['name', 'topic', 'announce', 'locked', 'disappearing'] as const).filter(
    (name) => before[name] !== after[name],
  );
  const joining = after.members.filter((entry) => !before.members.includes(entry)).length;
  const leaving = before.members.filter((entry) => !after.members.includes(entry)).length;
  const promoted = after.admins.filter((entry) => !before.admins.includes(entry)).length;
  const demoted = before.admins.filter(
    (entry) => !after.admins.includes(entry) && after.members.includes(entry),
  ).length;
  const free = capacity - 1 - before.members.length;
  const first = Math.min(leaving, Math.max(0, joining - free));
  const inTens = [promoted, demoted, first, leaving - first].map((count) => Math.ceil(count / 10));
  return settings.length + Math.ceil(joining / 5) + inTens.reduce((a, b) => a + b, 0);
}

/** By group. */
function countWrites(requests: readonly LoggedRequest[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { method, path, body } of requests) {
    if (method === 'GET') continue;
    const id = /^\/chat\/([^/]+)/.exec(path)?.[1] ?? (body as { group_id: string }).group_id;
    counts.set(decodeURIComponent(id), (counts.get(decodeURIComponent(id)) ?? 0) + 1);
  }
  return counts;
}
