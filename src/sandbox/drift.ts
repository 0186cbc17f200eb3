import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import type { GroupFile, MemberFile, WorldFile } from './world-file.ts';

/**
 * Returns a world with `count` differences put in, drawn from `seed`: what may have happened behind
 * the back of whoever keeps the groups in files. Pure; the world stays consistent, no two differences
 * touch the same thing, the account and the owner of a group are left as they are. Fewer than `count`
 * where the world has no more to offer.
 */
export function driftWorld(world: WorldFile, count: number, seed: number): WorldFile {
  const drifted = structuredClone(world);
  const draw: Draw = { world: drifted, random: createRandom(seed), touched: new Set() };
  let kinds: Kind[] = [];
  for (let made = 0, failed = 0; made < count && failed < driftKinds.length;) {
    if (kinds.length === 0) kinds = shuffle(draw.random, driftKinds);
    const kind = kinds.pop();
    if (kind !== undefined && putInSomewhere(draw, kind)) {
      made += 1;
      failed = 0;
    } else failed += 1;
  }
  return drifted;
}

interface Draw {
  readonly world: WorldFile;
  readonly random: Random;
  /** `group/what` that some difference is about already. */
  readonly touched: Set<string>;
}

/** Puts one difference into a group; false if it cannot have this kind. */
type Kind = (draw: Draw, group: GroupFile) => boolean;

const driftKinds: readonly Kind[] = [
  leave,
  arrive,
  promote,
  demote,
  hide,
  respell,
  rename,
  rewriteTopic,
  flipLocked,
  flipAnnounce,
  changeTimer,
  truncate,
  refuseReturn,
  comeBack,
  knock,
  flipApproval,
  flipMemberAdd,
];

function putInSomewhere(draw: Draw, kind: Kind): boolean {
  const accounts = new Set(draw.world.server.devices.map((device) => device.pn));
  const own = draw.world.groups.filter((group) => group.members.some((member) => accounts.has(member.pn)));
  return shuffle(draw.random, own).some((group) => kind(draw, group));
}

function leave(draw: Draw, group: GroupFile): boolean {
  const member = pickMember(draw, group, () => true);
  if (member === undefined) return false;
  group.members = group.members.filter((one) => one !== member);
  return true;
}

/** Somebody who left, and who can only be invited back. */
function refuseReturn(draw: Draw, group: GroupFile): boolean {
  const isFree = (member: MemberFile): boolean =>
    draw.world.groups.filter((one) => one.members.some((other) => other.pn === member.pn)).length === 1;
  const member = pickMember(draw, group, isFree);
  if (member === undefined) return false;
  group.members = group.members.filter((one) => one !== member);
  const person = draw.world.people.find((one) => one.pn === member.pn);
  if (person === undefined) draw.world.people.push({ pn: member.pn, privacy: 'invite' });
  else person.privacy = 'invite';
  return true;
}

/** Somebody who left, and who asks to be let in again, where admins must say yes. */
function comeBack(draw: Draw, group: GroupFile): boolean {
  if (group.approval !== true) return false;
  const member = pickMember(draw, group, () => true);
  if (member === undefined) return false;
  group.members = group.members.filter((one) => one !== member);
  askToJoin(group, member.pn);
  return true;
}

/** A stranger who asks to be let in. */
function knock(draw: Draw, group: GroupFile): boolean {
  const pn = group.approval === true ? makeStranger(draw, group) : undefined;
  if (pn !== undefined) askToJoin(group, pn);
  return pn !== undefined;
}

/** With a time of its own: what is drawn is the same whenever it is drawn. */
function askToJoin(group: GroupFile, pn: string): void {
  group.requests = [...(group.requests ?? []), { pn, time: '2026-01-05T09:00:00Z' }];
}

function arrive(draw: Draw, group: GroupFile): boolean {
  const pn = makeStranger(draw, group);
  if (pn !== undefined) group.members.push({ pn });
  return pn !== undefined;
}

/** Puts somebody into the world whom no list names, and whom nothing else is about in this group. */
function makeStranger(draw: Draw, group: GroupFile): string | undefined {
  const taken = new Set(
    [...draw.world.people, ...draw.world.groups.flatMap((one) => one.members)].map((one) => one.pn),
  );
  // A range reserved for fiction: whoever rehearses with real files cannot meet a real stranger.
  const free = Array.from({ length: 1000 }, (_, at) => `447700900${String(at).padStart(3, '0')}`).filter(
    (pn) => !taken.has(pn),
  );
  const pn = pick(draw.random, free);
  if (pn === undefined) return undefined;
  draw.world.people.push({ pn, name: 'A stranger' });
  draw.touched.add(`${group.id}/${pn}`);
  return pn;
}

function promote(draw: Draw, group: GroupFile): boolean {
  const member = pickMember(draw, group, (one) => isPlain(one) && one.hidden !== true);
  if (member !== undefined) member.role = 'admin';
  return member !== undefined;
}

function demote(draw: Draw, group: GroupFile): boolean {
  const member = pickMember(draw, group, (one) => one.role === 'admin');
  if (member !== undefined) member.role = 'member';
  return member !== undefined;
}

function hide(draw: Draw, group: GroupFile): boolean {
  if (group.addressing === 'pn') return false;
  const member = pickMember(draw, group, (one) => isPlain(one) && one.hidden !== true);
  if (member !== undefined) member.hidden = true;
  return member !== undefined;
}

/** The same person under the other spelling of a number that WhatsApp knows two of. */
function respell(draw: Draw, group: GroupFile): boolean {
  const member = pickMember(draw, group, (one) => findOtherSpelling(draw.world, one.pn) !== undefined);
  const other = member && findOtherSpelling(draw.world, member.pn);
  if (member === undefined || other === undefined) return false;
  draw.world.people.push({
    ...draw.world.people.find((one) => one.pn === member.pn),
    pn: other,
    lid: undefined,
  });
  member.pn = other;
  return true;
}

/** Brazil's ninth digit, Mexico's 1, Argentina's 9 (docs/architecture.md#reading). */
function findOtherSpelling(world: WorldFile, pn: string): string | undefined {
  const other = [
    pn.replace(/^(55\d\d)9([6-9]\d{7})$/, '$1$2'),
    pn.replace(/^(55\d\d)([6-9]\d{7})$/, '$19$2'),
    pn.replace(/^521(\d{10})$/, '52$1'),
    pn.replace(/^52(\d{10})$/, '521$1'),
    pn.replace(/^549(\d{10})$/, '54$1'),
    pn.replace(/^54(\d{10})$/, '549$1'),
  ].find((spelling) => spelling !== pn);
  const isTaken = world.people.some((one) => one.pn === other);
  return other === undefined || isTaken ? undefined : other;
}

function rename(draw: Draw, group: GroupFile): boolean {
  return changeSetting(draw, group, 'subject', () => {
    group.subject =
      pick(draw.random, [`${group.subject} (old)`, group.subject.toUpperCase(), 'New group']) ?? '';
  });
}

function rewriteTopic(draw: Draw, group: GroupFile): boolean {
  if (group.desc_id === 'undefined') return false;
  return changeSetting(draw, group, 'topic', () => {
    const lines = [`${group.desc ?? ''}\nMoved to Friday!`.trim(), 'See the notice board.'];
    group.desc = pick(draw.random, group.desc === undefined ? lines : [...lines, '']);
  });
}

function flipLocked(draw: Draw, group: GroupFile): boolean {
  return changeSetting(draw, group, 'locked', () => {
    group.locked = group.locked !== true;
  });
}

function flipAnnounce(draw: Draw, group: GroupFile): boolean {
  if (group.parent === true || group.default_sub === true) return false;
  return changeSetting(draw, group, 'announce', () => {
    group.announce = group.announce !== true;
  });
}

/** Nobody's requests are lost: with them it stays as it is. */
function flipApproval(draw: Draw, group: GroupFile): boolean {
  if (group.approval === true && (group.requests ?? []).length > 0) return false;
  return changeSetting(draw, group, 'approval', () => {
    group.approval = group.approval !== true;
  });
}

function flipMemberAdd(draw: Draw, group: GroupFile): boolean {
  if (group.parent === true || group.default_sub === true) return false;
  return changeSetting(draw, group, 'member-add', () => {
    group.member_add_mode = group.member_add_mode === 'admin_add' ? 'all_member_add' : 'admin_add';
  });
}

function changeTimer(draw: Draw, group: GroupFile): boolean {
  return changeSetting(draw, group, 'timer', () => {
    const others = [0, 86_400, 604_800, 7_776_000].filter((seconds) => seconds !== (group.ephemeral ?? 0));
    group.ephemeral = pick(draw.random, others);
  });
}

/** Blank in the list of groups (docs/gowa.md#t7): no difference, but a way of reading to rehearse. */
function truncate(draw: Draw, group: GroupFile): boolean {
  return changeSetting(draw, group, 'stub', () => {
    group.stub = true;
  });
}

function changeSetting(draw: Draw, group: GroupFile, what: string, change: () => void): boolean {
  const key = `${group.id}/${what}`;
  if (draw.touched.has(key)) return false;
  draw.touched.add(key);
  change();
  return true;
}

/** Returns a member that nothing else is about: neither an account nor the owner. */
function pickMember(
  draw: Draw,
  group: GroupFile,
  wanted: (member: MemberFile) => boolean,
): MemberFile | undefined {
  const accounts = new Set(draw.world.server.devices.map((device) => device.pn));
  const member = pick(
    draw.random,
    group.members.filter(
      (one) =>
        !accounts.has(one.pn) &&
        one.pn !== group.owner &&
        one.role !== 'superadmin' &&
        !draw.touched.has(`${group.id}/${one.pn}`) &&
        wanted(one),
    ),
  );
  if (member !== undefined) draw.touched.add(`${group.id}/${member.pn}`);
  return member;
}

function isPlain(member: MemberFile): boolean {
  return member.role === undefined || member.role === 'member';
}

function pick<T>(random: Random, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)];
}

function shuffle<T>(random: Random, list: readonly T[]): T[] {
  const drawn = list.map((one) => [random(), one] as const);
  return drawn.toSorted(([one], [other]) => one - other).map(([, one]) => one);
}
