import type { GroupFile, MemberFile, WorldFile } from '../../src/sandbox/world-file.ts';
import type { Somebody } from './cast.ts';
import { drawCast, drawTwins, ids, strangers } from './cast.ts';
import type { Draw } from './draw.ts';
import { createDraw } from './draw.ts';
import type { RawEntry, RawFiles, RawGroup } from './raw-files.ts';

/** One folder of files and the world that it is applied to. */
export interface WorldPair {
  readonly seed: number;
  readonly files: RawFiles;
  readonly world: WorldFile;
  /** The day on which they meet. */
  readonly today: string;
}

const today = '2026-06-01';
const account = '447700900001';
const second = '447700900002';

/** A pair drawn from a seed: the same seed, the same pair. */
export function drawPair(seed: number): WorldPair {
  const draw = createDraw(seed);
  const cast = drawCast(draw);
  const count = draw.from([1, 2, 2, 3, 3, 4]);
  const groups = ids.slice(0, count).map((id) => drawGroup(draw, id, cast));
  const fork = createDraw(toForkSeed(seed));
  const files = withForkKeys(fork, drawFiles(draw, groups, cast));
  const unlisted = strangers.map((pn, i) => ({ pn, lid: String(300_000_000_000_200 + i) }));
  const people = [...cast.map(({ person }) => person), ...drawTwins(draw, cast), ...unlisted];
  return {
    seed,
    files,
    world: {
      server: { devices: [{ pn: account }], fork: fork.chance(0.6) },
      people,
      groups: groups.map((group) => withForkState(fork, group)),
    },
    today,
  };
}

/** A stream of its own: what is new here changes nothing of what the seed draws besides. */
const toForkSeed = (seed: number) => seed + 1_000_000_007;

/** Keys of what GOWA cannot set, in the files of some groups. */
function withForkKeys(draw: Draw, files: RawFiles): RawFiles {
  const groups = Object.entries(files.groups).map(([file, group]) => {
    const keys: Partial<RawGroup> = {
      ...(draw.chance(0.3) && { 'may-add': draw.from(['admins', 'everyone'] as const) }),
      ...(draw.chance(0.3) && { 'join-approval': draw.chance(0.6) }),
      ...(draw.chance(0.1) && { community: draw.from(['none', '120363040000000001@g.us']) }),
    };
    return [file, { ...group, ...keys }] as const;
  });
  return { ...files, groups: Object.fromEntries(groups) };
}

function withForkState(draw: Draw, group: GroupFile): GroupFile {
  return draw.chance(0.3) ? { ...group, member_add_mode: 'admin_add' } : group;
}

function drawGroup(draw: Draw, id: string, cast: readonly Somebody[]): GroupFile {
  const addressing = draw.chance(0.25) ? 'pn' : 'lid';
  // Who hides does so everywhere: GOWA remembers a number that any group shows beside its LID.
  const able = cast.filter(({ hides }) => !hides || addressing === 'lid');
  const chosen = draw.some(able, draw.chance(0.15) ? 0.08 : 0.3);
  const owner = draw.chance(0.6) ? account : (chosen[0]?.pn ?? account);
  const isFounderPlain = draw.chance(0.15);
  const toMember = ({ pn, hides }: Somebody): MemberFile => ({
    pn,
    ...(draw.chance(0.25) && { role: 'admin' as const }),
    ...(pn === owner && !isFounderPlain && { role: 'superadmin' as const }),
    ...(hides && { hidden: true }),
  });
  const members = chosen.map(toMember);
  const inside = new Set(members.map(({ pn }) => pn));
  return {
    id,
    subject: draw.from(names),
    owner,
    members: draw.shuffle([...members, ...drawSelf(draw, owner)]),
    addressing,
    ...drawSettings(draw),
    ...drawDoor(
      draw,
      cast.filter(({ pn }) => !inside.has(pn)),
    ),
  };
}

/** Of links that somebody looked at before; whoever looks at another makes one. */
const codes = ['AbCdEfGhIjKlMnOpQrStUv', 'VuTsRqPoNmLkJiHgFeDcBa'] as const;

/** Whether admins must say yes, and who waits for it: people of the files, strangers, some twice, some not for long. */
function drawDoor(
  draw: Draw,
  outside: readonly Somebody[],
): Pick<GroupFile, 'approval' | 'requests' | 'invite'> {
  const link = draw.chance(0.5) ? { invite: draw.from(codes) } : {};
  if (!draw.chance(0.5)) return link;
  const able = outside.filter(({ person }) => person.registered !== false).map(({ pn }) => pn);
  const asking = [...draw.some(able, 0.25), ...draw.some(strangers, 0.3)];
  const twice = draw.some(asking, 0.1);
  const requests = draw.shuffle([...asking, ...twice]).map((pn) => ({
    pn,
    time: '2026-05-30T10:00:00Z',
    ...(draw.chance(0.1) && { withdrawn_after: draw.from([1, 2, 3]) }),
  }));
  return { approval: true, ...link, ...(requests.length > 0 && { requests }) };
}

/** The account: the owner, an admin, a plain member, or not there at all. */
function drawSelf(draw: Draw, owner: string): MemberFile[] {
  if (owner === account) return [{ pn: account, role: 'superadmin' }];
  if (draw.chance(0.1)) return [];
  return [draw.chance(0.6) ? { pn: account, role: 'admin' } : { pn: account }];
}

/** Two of them are one name in two forms of Unicode; one is too long for GOWA. */
const names = ['Altos', 'Alti', 'Cafe\u0301', 'Caf\u00e9', 'Choir 🎶', 'é'.repeat(13)];
const topics = ['', 'Thursdays 19:00', 'Fridays\r\n20:00', 'Fridays\n20:00\n', 'Bring <pencils> & "water"'];
const timers: Readonly<Record<string, number>> = { off: 0, '24h': 86_400, '7d': 604_800, '90d': 7_776_000 };

function drawSettings(draw: Draw): Partial<GroupFile> {
  const desc = draw.from(topics);
  return {
    ...(desc && { desc: desc.replace(/\n$/, '') }),
    ...(desc && draw.chance(0.1) && { desc_id: 'undefined' }),
    ...(draw.chance(0.3) && { announce: true }),
    ...(draw.chance(0.3) && { locked: true }),
    ...(draw.chance(0.4) && { ephemeral: draw.from([86_400, 604_800, 1234]) }),
    ...(draw.chance(0.3) && { stub: true }),
    ...(draw.chance(0.05) && { suspended: true }),
    ...(draw.chance(0.05) && { parent: true }),
    ...(draw.chance(0.05) && { default_sub: true }),
    ...(draw.chance(0.2) && { member_add_mode: 'admin_add' as const }),
  };
}

function drawFiles(draw: Draw, groups: readonly GroupFile[], cast: readonly Somebody[]): RawFiles {
  const hasSecond = draw.chance(0.15);
  const teams = {
    t0: draw.some(cast, 0.06).map((one) => drawTeamEntry(draw, one)),
    t1: [...draw.some(cast, 0.06).map((one) => drawTeamEntry(draw, one)), 'team:t0'],
  };
  const entries = groups.map((group, i): [string, RawGroup] => {
    const file = drawGroupFile(draw, group, cast);
    const isOthers = hasSecond && draw.chance(0.3);
    return [`g${i}.yaml`, hasSecond ? { ...file, account: isOthers ? 'second' : 'main' } : file];
  });
  if (draw.chance(0.45)) {
    for (const [file, unborn] of drawUnborn(draw, cast))
      entries.push([file, hasSecond ? { ...unborn, account: 'main' } : unborn]);
  }
  const people = Object.fromEntries(cast.map(({ handle, written }) => [handle, `+${written}`]));
  return {
    policy: drawPolicy(draw, hasSecond, cast),
    people: { people, teams },
    groups: Object.fromEntries(entries),
  };
}

/** Files of groups that nobody has made yet; now and then of a name that a group has already. */
function drawUnborn(draw: Draw, cast: readonly Somebody[]): [string, RawGroup][] {
  const others = cast.filter(({ handle }) => handle !== 'p3');
  const calls = draw.shuffle(['Mezzos', 'Bassi']).slice(0, draw.from([1, 1, 2]));
  return calls.map((call, i) => {
    const people = draw.shuffle(draw.some(others, 0.2));
    const [first] = people;
    return [
      `new${i}.yaml`,
      {
        name: draw.chance(0.1) ? draw.from(names) : call,
        members: ['p3', ...people.map((one) => drawEntry(draw, one))],
        ...(first && draw.chance(0.4) && { admins: [first.handle] }),
        ...(draw.chance(0.4) && { topic: draw.from(topics) }),
        ...(draw.chance(0.3) && { locked: true }),
        ...(draw.chance(0.2) && { announce: draw.chance(0.5) }),
      },
    ];
  });
}

const wide = {
  removals: { group: '100%', floor: 50, run: 500 },
  demotions: { group: 50, run: 500 },
  promotions: { group: 50, run: 500 },
};

function drawPolicy(draw: Draw, hasSecond: boolean, cast: readonly Somebody[]): RawFiles['policy'] {
  const guarded = draw.some(cast, 0.04).map(({ handle }) => handle);
  return {
    ...(hasSecond ? { accounts: { main: `+${account}`, second: `+${second}` } } : { account: `+${account}` }),
    timezone: 'UTC',
    ...(draw.chance(0.8) && { manage: draw.from(['exact', 'exact', 'exact', 'additive'] as const) }),
    ...(guarded.length > 0 && { protected: guarded }),
    ...(draw.chance(0.12) && { 'new-members': 'invite' as const }),
    ...(draw.chance(0.5) && { link: { renew: 'after-removals' as const } }),
    ...(draw.chance(0.6) && { limits: { ...wide, admins: { min: draw.from([0, 1, 1, 1]) } } }),
  };
}

function drawGroupFile(draw: Draw, group: GroupFile, cast: readonly Somebody[]): RawGroup {
  const inside = new Set(group.members.map(({ pn }) => pn));
  const roles = new Map(group.members.map(({ pn, role }) => [pn, role]));
  // Now and then a class is over, and hardly any of its members go on to the next.
  const staying = draw.chance(0.12) ? 0.1 : 0.82;
  const wanted = cast.filter(({ pn, person }) => {
    const isOdd = person.privacy !== undefined || person.recently_left !== undefined;
    return draw.chance(inside.has(pn) ? staying : isOdd ? 0.25 : 0.14);
  });
  const leaders = cast.filter(({ pn }) => draw.chance(roles.get(pn) ? 0.75 : inside.has(pn) ? 0.1 : 0.03));
  const hidden = cast.filter(({ pn, hides }) => hides && inside.has(pn));
  const lids = draw.some(hidden, 0.35).map(({ lid }) => `lid:${lid}`);
  const team = draw.chance(0.3) ? [drawTeam(draw, cast)] : [];
  const self = draw.chance(0.1) ? [`+${account}`] : [];
  const isEmpty = draw.chance(0.03);
  const members = isEmpty ? [] : [...wanted.map((one) => drawEntry(draw, one)), ...lids, ...team, ...self];
  const admins = leaders.map((one) => drawEntry(draw, one));
  return {
    id: `${group.id}@g.us`,
    ...drawFileSettings(draw, group),
    ...(draw.chance(0.88) && { members: draw.shuffle(members) }),
    ...(draw.chance(0.6) && { admins: draw.shuffle(admins) }),
    ...(draw.chance(0.2) && { 'new-members': draw.from(['invite', 'invite', 'add'] as const) }),
    ...drawManage(draw),
    ...(draw.chance(0.15) && {
      allow: {
        removals: draw.from([2, 20]),
        until: draw.from(['2026-05-31', '2026-06-01']),
        reason: 'split',
      },
    }),
  };
}

function drawManage(draw: Draw): Pick<RawGroup, 'manage'> {
  const mode = () => draw.from(['exact', 'exact', 'additive', 'observe'] as const);
  if (draw.chance(0.6)) return {};
  if (draw.chance(0.4)) return { manage: mode() };
  return { manage: { ...(draw.chance(0.7) && { members: mode() }), admins: mode() } };
}

function drawFileSettings(draw: Draw, group: GroupFile): Partial<RawGroup> {
  const timer = Object.entries(timers).find(([, seconds]) => seconds === (group.ephemeral ?? 0))?.[0];
  return {
    ...(draw.chance(0.6) && { name: draw.chance(0.5) ? group.subject : draw.from(names) }),
    ...(draw.chance(0.5) && { topic: draw.chance(0.4) ? (group.desc ?? '') : draw.from(topics) }),
    ...(draw.chance(0.4) && { announce: draw.chance(0.5) }),
    ...(draw.chance(0.4) && { locked: draw.chance(0.5) }),
    ...(draw.chance(0.4) && {
      disappearing: draw.chance(0.5) && timer ? timer : draw.from(Object.keys(timers)),
    }),
  };
}

/** By handle or number, some with an end, some only by invitation. */
function drawEntry(draw: Draw, { handle, written }: Somebody): RawEntry {
  const name = draw.chance(0.7) ? handle : `+${written.slice(0, 2)} ${written.slice(2)}`;
  if (draw.chance(0.7)) return name;
  const more = draw.from([
    { until: '2026-05-31' },
    { until: '2026-05-31' },
    { until: '2026-05-31' },
    { until: '2026-05-31' },
    { until: '2026-05-31' },
    { until: '2026-05-31' },
    { until: '2026-05-31' },
    { until: '2026-06-01' },
    { until: '2026-06-03' },
    { until: '2026-06-03' },
    { until: '2026-06-20' },
    { until: '2026-12-31' },
    { from: '2026-05-31' },
    { from: '2026-06-01' },
    { from: '2026-06-02' },
    { from: '2026-06-03' },
    { from: '2026-06-03', until: '2026-06-20' },
    { from: '2026-07-01' },
    { by: 'invite' as const },
    { readd: '2026-12-31' },
  ]);
  return { person: name, ...more };
}

/** All of a team, all but somebody, or those who are in the other one as well. */
function drawTeam(draw: Draw, cast: readonly Somebody[]): RawEntry {
  const [person, other] = draw.from([
    ['team:t0', 'team:t1'],
    ['team:t1', 'team:t0'],
  ] as const);
  const except = draw.some(cast, 0.1).map(({ handle }) => handle);
  return draw.from([person, { person, except }, { person, except, 'also-in': other }]);
}

/** Nobody is put back by a team, nor begins in it after a day on which it may end. */
function drawTeamEntry(draw: Draw, one: Somebody): RawEntry {
  const entry = drawEntry(draw, one);
  if (typeof entry === 'string') return entry;
  return entry.readd !== undefined || (entry.from ?? '') > '2026-05-31' ? entry.person : entry;
}
