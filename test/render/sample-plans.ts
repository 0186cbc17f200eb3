import { toUnmadeId, type MakingGroup } from '../../src/domain/plan/creation.ts';
import { creationOf } from '../support/creation.ts';
import { blankSettings } from '../../src/domain/settings.ts';
import { toIdentity } from '../../src/domain/plan/change-identity.ts';
import type { Change, PersonChange, SettingChange, Why } from '../../src/domain/plan/change.ts';
import type { Span } from '../../src/domain/diagnostic.ts';
import type {
  DesiredGroup,
  DesiredPerson,
  GroupId,
  LiveGroup,
  LivePerson,
  Reading,
} from '../../src/domain/group.ts';
import type { Settings } from '../../src/domain/settings.ts';
import type { Lid, Person, PhoneNumber, Role } from '../../src/domain/people/person.ts';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import type { GroupPlan, KnownGroup, Plan } from '../../src/domain/plan/plan.ts';
import type { LeftAlone } from '../../src/domain/plan/left-alone.ts';
import type { ViewInput } from '../../src/view/to-view.ts';

/** Somebody with a number from the range that Britain reserves for fiction: 44 7700 900000 to 900999. */
export function person(last: number, handle?: string, name?: string): Person {
  const phone = `447700900${String(last).padStart(3, '0')}` as PhoneNumber;
  return { key: toPersonKey(phone), phone, ...(handle && { handle }), ...(name && { name }) };
}

function span(file: string, line: number): Span {
  return { file: `groups/${file}`, line, column: 5, endLine: line, endColumn: 12 };
}

/** The same id for a file in every run of the tests. */
function groupId(file: string): GroupId {
  const number = [...file].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e12, 7);
  return `120363${String(number).padStart(12, '0')}@g.us` as GroupId;
}

const plainSettings: Settings = {
  ...blankSettings,
  name: 'Altos',
  'may-add': 'admins',
};

export function desiredGroup(
  file: string,
  name: string | undefined,
  extra: Partial<DesiredGroup> = {},
): KnownGroup {
  return {
    file,
    span: span(file, 1),
    id: groupId(file),
    account: 'main',
    settings: name === undefined ? {} : { name },
    settingSpans: {},
    manage: { members: 'exact', admins: 'exact', settings: 'exact' },
    lists: { members: true, admins: true },
    people: new Map(),
    knownLids: new Set(),
    ...extra,
  } as KnownGroup;
}

/** The account, another admin and two members; besides them, one who hides their number. */
const living: readonly LivePerson[] = [
  { ...person(1), role: 'admin', isOwner: true },
  { ...person(4), role: 'admin', isOwner: false },
  { ...person(5), role: 'member', isOwner: false },
  { ...person(817), role: 'member', isOwner: false },
];

export function reading(id: GroupId, name: string, more: Partial<Settings> = {}): Reading {
  const group: LiveGroup = {
    id,
    settings: { ...plainSettings, name, ...more },
    people: new Map(living.map((each) => [each.key, each])),
    unidentified: [{ lid: '330631678702158' as Lid, role: 'member', isOwner: false }],
    self: 'admin',
    kind: 'group',
    suspended: false,
    topicFrozen: false,
    peopleComplete: true,
  };
  return { kind: 'read', group };
}

/** A group's plan, everything empty but what is given. */
export function groupPlan(desired: KnownGroup, parts: Partial<Omit<GroupPlan, 'desired'>> = {}): GroupPlan {
  return {
    desired,
    reading: reading(desired.id, desired.settings.name ?? 'Altos'),
    changes: [],
    leftAlone: [],
    refusals: [],
    scheduled: [],
    notices: [],
    ...parts,
  };
}

type Action = PersonChange['action'];

export function listed(...via: string[]): Why {
  return { kind: 'listed', via };
}

/** How a group's changes are written in these samples. */
export function changesOf(desired: KnownGroup) {
  const of = (action: Action, who: Person, why: Why, extra: Partial<PersonChange> = {}): PersonChange => ({
    action,
    group: desired.id,
    person: who,
    why,
    ...(why.kind !== 'unlisted' && { span: span(desired.file, 12 + (Number(who.phone.slice(-2)) % 30)) }),
    ...(action !== 'add' && { before: (action === 'demote' ? 'admin' : 'member') satisfies Role }),
    ...extra,
  });
  const set = <Name extends keyof Settings>(setting: Name, before: Settings[Name], after: Settings[Name]) =>
    ({
      action: 'set',
      group: desired.id,
      setting,
      before,
      after,
      why: { kind: 'differs' },
      span: span(desired.file, 3),
    }) as unknown as SettingChange;
  return { of, set };
}

export function planOf(groups: readonly GroupPlan[], extra: Partial<Plan> = {}): Plan {
  return { account: 'main', groups, toCreate: [], elsewhere: 0, refusals: [], ...extra };
}

const letters = 'abcdefghijklmnop';

/**
 * A made-up id for every change, by what it is, in the order of the plan: all of a to p, the number of the change in the last
 * two letters.
 */
function idsOf({ groups, toCreate }: Plan): (change: Change | MakingGroup) => string {
  const ids = new Map<string, string>();
  const toId = (change: Change | MakingGroup) => {
    const identity = toIdentity(change);
    const [high, low] = [Math.floor(ids.size / 16), ids.size % 16].map((index) => letters[index] ?? 'a');
    const id = ids.get(identity) ?? `kcnfdmgeohblapijkcnfdmgeohblap${high}${low}`;
    ids.set(identity, id);
    return id;
  };
  for (const change of groups.flatMap(({ changes }) => changes)) toId(change);
  for (const { making } of toCreate) toId(making);
  return toId;
}

export function inputOf(plan: Plan, extra: Partial<ViewInput> = {}): ViewInput {
  return {
    plan,
    toId: idsOf(plan),
    keyId: 'abcdefghijklmnop',
    accounts: new Set([person(1).key]),
    fingerprint: 'hbmfkaopdlecgjnihbmfkaopdlecgjni',
    showPhones: false,
    sandbox: false,
    memory: 'kept',
    ...extra,
  };
}

export const ana = person(2, 'ana', 'Ana Pereira');
export const budi = person(3, 'budi');
export const citra = person(4, 'citra');
export const dewi = person(5, 'dewi');
export const stranger = person(817);

/** The choir on an ordinary Tuesday: every action, every kind of why, a need, a group left alone, one that is gone. */
export function choirPlan(): Plan {
  const altos = desiredGroup('choir/altos.yaml', 'Altos', {
    people: new Map([[ana.key, ana as DesiredPerson]]),
  });
  const { of, set } = changesOf(altos);
  const board = desiredGroup('board.yaml', 'Board');
  const inBoard = changesOf(board);
  const tenors = desiredGroup('choir/tenors.yaml', 'Tenors');
  const inTenors = changesOf(tenors);
  const old = desiredGroup('choir/old-hall.yaml', undefined);
  const gone = desiredGroup('choir/tour-2019.yaml', 'Tour 2019');
  const helpers = desiredGroup('helpers.yaml', 'Helpers');
  const inHelpers = changesOf(helpers);
  const groups = [
    groupPlan(board, {
      changes: [
        inBoard.of('add', budi, listed('budi')),
        inBoard.of('promote', budi, listed('budi'), { needs: [{ action: 'add', person: budi.key }] }),
        inBoard.of('demote', citra, { kind: 'ended', until: '2026-11-01', via: ['citra'] }),
        inBoard.of(
          'remove',
          stranger,
          { kind: 'unlisted' },
          {
            before: 'admin',
            needs: [{ action: 'promote', person: budi.key }],
          },
        ),
      ],
      scheduled: [
        {
          change: inBoard.of('remove', dewi, { kind: 'ended', until: '2026-12-31', via: ['dewi'] }),
          on: '2027-01-01',
        },
        {
          change: inBoard.of('add', person(23, 'gita'), { kind: 'begun', from: '2027-01-01', via: ['gita'] }),
          on: '2027-01-01',
        },
      ],
    }),
    groupPlan(altos, {
      changes: [
        of('add', ana, listed('ana', 'team:altos')),
        of('add', person(21), listed('+44 •••• ••• 021')),
        of('add', person(22, 'hana'), { kind: 'begun', from: '2026-11-20', via: ['team:altos'] }),
        of('add', dewi, { kind: 'readd', readd: '2026-12-31', via: ['dewi'] }),
        set('name', 'Altos 2024', 'Altos'),
        set(
          'topic',
          'Rehearsals:\nTuesdays 19:00\nBring the blue book.',
          'Rehearsals:\nWednesdays 19:30\nBring the blue book.',
        ),
        set('announce', false, true),
        set('locked', true, false),
        set('disappearing', 0, 604800),
        of('remove', stranger, { kind: 'unlisted' }),
      ],
      leftAlone: [{ reason: 'left', change: of('add', citra, listed('citra')), since: '2026-11-03' }],
      notices: [{ kind: 'lid-known', lid: '330631678702157' as Lid, person: budi }],
    }),
    groupPlan(old, {
      reading: { kind: 'unreadable', reason: 'not-in-group', text: "you're not participating in that group" },
    }),
    groupPlan(tenors, {
      changes: Array.from({ length: 14 }, (_, index) =>
        inTenors.of('add', person(100 + index, `tenor-${index + 1}`), listed('team:tenors')),
      ),
    }),
    groupPlan(gone, {
      reading: {
        kind: 'unreadable',
        reason: 'failed',
        text: 'info query returned status 500: internal-server-error',
      },
    }),
    groupPlan(helpers, {
      leftAlone: Array.from({ length: 14 }, (_, index): LeftAlone => ({
        reason: 'additive',
        change: inHelpers.of('remove', person(200 + index), { kind: 'unlisted' }),
      })),
      scheduled: [
        {
          change: inHelpers.of('remove', ana, { kind: 'ended', until: '2026-11-30', via: ['ana'] }),
          on: '2026-12-01',
          obstacle: 'owner',
        },
      ],
    }),
    groupPlan(desiredGroup('choir/basses.yaml', 'Basses')),
  ];
  const { id: _, ...fresh } = desiredGroup('choir/sopranos-2.yaml', 'Sopranos II');
  const inFresh = changesOf({ ...fresh, id: toUnmadeId(fresh.file) });
  const [first, second] = [inFresh.of('add', dewi, listed('dewi')), inFresh.of('add', ana, listed('ana'))];
  const made = creationOf(fresh, { group: { changes: [first, second] }, firsts: [first] });
  return planOf(groups, { toCreate: [made], elsewhere: 7 });
}
