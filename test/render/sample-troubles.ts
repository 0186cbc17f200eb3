import type { PhotoChange } from '../../src/domain/plan/change.ts';
import type { ApplyOutcome, Outcome } from '../../src/domain/plan/outcome.ts';
import type { Lid, Person } from '../../src/domain/people/person.ts';
import type { GroupPlan, KnownGroup, Notice, Plan } from '../../src/domain/plan/plan.ts';
import type { Lifted } from '../../src/domain/plan/refusal.ts';
import type { LeftAlone, LeftAloneReason } from '../../src/domain/plan/left-alone.ts';
import { isAsking } from '../../src/domain/plan/left-alone.ts';
import { verdicts } from '../support/verdicts.ts';
import {
  ana,
  budi,
  changesOf,
  citra,
  desiredGroup,
  dewi,
  groupPlan,
  listed,
  person,
  planOf,
  stranger,
  reading,
} from './sample-plans.ts';

/** Every limit that can object, in groups and in the run. */
export function refusedPlan(): Plan {
  const altos = desiredGroup('choir/altos.yaml', 'Altos');
  const { of, set } = changesOf(altos);
  const board = desiredGroup('board.yaml', 'Board');
  const tour = desiredGroup('tour.yaml', 'Tour 2026');
  const fine = desiredGroup('fine.yaml', 'Fine');
  const groups = [
    groupPlan(altos, {
      changes: [
        ...Array.from({ length: 6 }, (_, index) => of('remove', person(300 + index), { kind: 'unlisted' })),
        set('name', 'Old altos', 'Altos'),
      ],
      refusals: [{ limit: 'removals', scope: 'group', count: 6, allowed: 3 }],
      notices: [{ kind: 'allow-expired' }],
    }),
    groupPlan(board, {
      changes: [changesOf(board).of('demote', citra, { kind: 'unlisted' })],
      refusals: [{ limit: 'admins', scope: 'group', count: 0, allowed: 1 }],
      notices: [{ kind: 'allow-used-up' }],
    }),
    groupPlan(tour, {
      changes: [changesOf(tour).of('remove', stranger, { kind: 'unlisted' })],
      refusals: [{ limit: 'emptied', scope: 'group', count: 1, allowed: 0 }],
    }),
    groupPlan(fine, {
      changes: [
        changesOf(fine).of('add', ana, listed('ana')),
        changesOf(fine).of('promote', budi, listed('budi')),
      ],
      notices: [
        toLifted({ limit: 'adds', scope: 'group', count: 120, usual: 100, number: 150 }),
        toLifted({ limit: 'emptied', scope: 'group', count: 2, usual: 0, number: 28 }),
        toLifted({ limit: 'promotions', scope: 'run', count: 12, usual: 10, number: 3 }),
      ],
    }),
  ];
  return planOf(groups, {
    refusals: [{ limit: 'promotions', scope: 'run', count: 12, allowed: 10, earlier: 4 }],
  });
}

function toLifted(lifted: Omit<Lifted, 'until' | 'reason'>): Notice {
  const reason = 'class split](https://example.org) <b>';
  return { kind: 'limit-lifted', lifted: { ...lifted, until: '2026-12-01', reason } };
}

/** In the order of the golden files; a test looks that none is missing. */
export const reasons: readonly LeftAloneReason[] = [
  'not-admin',
  'suspended',
  'community',
  'frozen-topic',
  'name-too-long',
  'phone-only',
  'not-said',
  'owner',
  'protected',
  'protected-number',
  'admin',
  'incomplete',
  'vanished',
  'undated',
  'unidentified',
  'perhaps-hidden',
  'perhaps-listed',
  'number-changed',
  'other-account',
  'unconfirmed',
  'perhaps-same',
  'perhaps-typo',
  'perhaps-meant',
  'ambiguous',
  'new-members',
  'by-invite',
  'tried',
  'not-let-in',
  'refused',
  'declined',
  'not-on-whatsapp',
  'left',
  'full',
  'no-memory',
  'photo-hidden',
  'photo-untold',
  'photo-unread',
  'additive',
  'observe',
  'early',
  'not-approved',
  'earlier-plan',
  'asks-renumbered',
  'requests-unread',
  'asks',
  'asks-early',
  'asks-hidden',
  'asks-listed',
];

const removals: ReadonlySet<LeftAloneReason> = new Set([
  'owner',
  'protected',
  'protected-number',
  'admin',
  'additive',
  'early',
  'perhaps-listed',
  'perhaps-typo',
  'perhaps-meant',
]);
/** Whom a reason is about besides. */
const others: Partial<Record<LeftAloneReason, Person>> = {
  'number-changed': person(42),
  'perhaps-same': person(43),
  'asks-renumbered': person(44),
  'perhaps-typo': dewi,
  'perhaps-meant': dewi,
};
const dated: ReadonlySet<LeftAloneReason> = new Set([
  'declined',
  'not-on-whatsapp',
  'left',
  'tried',
  'not-let-in',
  'refused',
]);

/** A photo that the file has, and nobody knows whether the group has it. */
function photoOf({ id }: KnownGroup): PhotoChange {
  const after = { kind: 'file', path: 'photos/one.jpg' } as const;
  return {
    action: 'set',
    group: id,
    setting: 'photo',
    before: { kind: 'hidden' },
    after,
    why: { kind: 'differs' },
  };
}

/** One group in which everything is left alone once, and two where it happens in bulk. */
export function leftAlonePlan(): Plan {
  const one = desiredGroup('one-of-each.yaml', 'One of each');
  const { of, set } = changesOf(one);
  const items = reasons.map((reason): LeftAlone => {
    if (reason === 'unidentified') return { reason, lid: '330631678702157' as Lid };
    if (reason === 'ambiguous' || reason === 'requests-unread') return { reason };
    if (isAsking(reason)) return toAsking(reason);
    if (reason === 'frozen-topic') return { reason, change: set('topic', 'Old', 'New') };
    if (reason.startsWith('photo-')) return { reason, change: photoOf(one) };
    if (reason === 'phone-only') return { reason, change: set('may-add', 'everyone', 'admins') };
    if (reason === 'not-said') return { reason, change: set('may-add', 'unknown', 'admins') };
    if (reason === 'name-too-long')
      return { reason, change: set('name', 'One', 'Each of all the many of them') };
    if (reason === 'other-account' || reason === 'unconfirmed')
      return { reason, change: of('promote', budi, listed('budi')) };
    const change = removals.has(reason)
      ? of('remove', budi, { kind: 'unlisted' })
      : of('add', dewi, listed('dewi'));
    const other = others[reason];
    return { reason, change, ...(dated.has(reason) && { since: '2026-11-02' }), ...(other && { other }) };
  });
  const gone: LeftAlone = {
    reason: 'not-on-whatsapp',
    change: of('remove', person(41), { kind: 'unlisted' }),
    since: '2026-11-02',
  };
  const open = reading(one.id, 'One of each', { 'may-add': 'everyone' });
  const each = groupPlan(one, { reading: open, leftAlone: [...items, gone] });
  return planOf([each, noAdminGroup(), ...additiveGroups(), ...phoneGroups()]);
}

/** What a phone alone sets, alike in several groups. */
function phoneGroups(): GroupPlan[] {
  return ['basses', 'tenors', 'sopranos'].map((name) => {
    const desired = desiredGroup(`choir/${name}.yaml`, name);
    const { set } = changesOf(desired);
    const changes = [
      set('may-add', 'everyone', 'admins'),
      set('join-approval', true, false),
      set('community', 'none', '120363040000000001@g.us'),
    ];
    return groupPlan(desired, { leftAlone: changes.map((change) => ({ reason: 'phone-only', change })) });
  });
}

/** Strangers call themselves what they like. */
function toAsking(reason: LeftAloneReason): LeftAlone {
  const since = '2026-11-03';
  if (reason === 'asks-hidden')
    return {
      reason,
      lid: '330631678702158' as Lid,
      since,
      ownName: '\u202eRollcall: approved ✓ +44 7700 900999',
    };
  if (reason === 'asks-listed') return { reason, lid: '330631678702159' as Lid, since };
  if (reason === 'asks-early') return { reason, other: dewi, since };
  return { reason, other: person(45), since, ownName: 'Ana”) joins. | <b>x</b>' };
}

function noAdminGroup(): GroupPlan {
  const desired = desiredGroup('choir/friends.yaml', 'Friends of the choir');
  const { of, set } = changesOf(desired);
  const changes = [
    ...Array.from({ length: 15 }, (_, index) =>
      of('add', person(500 + index, `friend-${index + 1}`), listed('team:friends')),
    ),
    of('demote', citra, { kind: 'unlisted' }),
    set('announce', false, true),
  ];
  return groupPlan(desired, { leftAlone: changes.map((change) => ({ reason: 'not-admin', change })) });
}

function additiveGroups(): GroupPlan[] {
  return Array.from({ length: 15 }, (_, index) => {
    const desired = desiredGroup(`parents/class-${index + 1}.yaml`, `Parents ${index + 1}`);
    const { of } = changesOf(desired);
    const people = Array.from({ length: (index % 3) + 1 }, (_each, last) => person(600 + last));
    return groupPlan(desired, {
      leftAlone: people.map((who) => ({
        reason: 'additive',
        change: of('remove', who, { kind: 'unlisted' }),
      })),
    });
  });
}

/** A run in which everything happened that can happen, and how it ended. */
export function appliedPlan(end: Partial<ApplyOutcome> = {}): {
  readonly plan: Plan;
  readonly outcome: ApplyOutcome;
} {
  const altos = desiredGroup('choir/altos.yaml', 'Altos');
  const { of, set } = changesOf(altos);
  const board = desiredGroup('board.yaml', 'Board');
  const groups = [
    groupPlan(board, {
      changes: [
        changesOf(board).of('promote', budi, listed('budi')),
        changesOf(board).of('remove', citra, { kind: 'unlisted' }),
      ],
    }),
    groupPlan(altos, {
      changes: [
        of('add', ana, listed('ana')),
        of('add', budi, listed('budi')),
        of('add', dewi, listed('dewi')),
        set('name', 'Altos 2024', 'Altos'),
        of('remove', stranger, { kind: 'unlisted' }),
      ],
      leftAlone: [{ reason: 'not-approved', change: of('remove', citra, { kind: 'unlisted' }) }],
    }),
  ];
  const outcomes = [
    outcomesOf(groups[0], ['verified', 'verified']),
    outcomesOf(groups[1], ['verified', 'declined', 'not-verified', 'failed', 'skipped']),
  ];
  return {
    plan: planOf(groups),
    outcome: { groups: outcomes, paceSpent: false, interrupted: false, ...end },
  };
}

/** What became of a group's changes, in their order. */
function outcomesOf(
  group: GroupPlan | undefined,
  results: readonly Outcome['result'][],
): ApplyOutcome['groups'][number] {
  if (!group) throw new Error('no such group in the sample');
  const outcomes = results.flatMap((result, index): Outcome[] => {
    const change = group.changes[index];
    return change ? [{ change, ...verdicts[result] }] : [];
  });
  return { group: group.desired.id, file: group.desired.file, outcomes, reading: group.reading };
}

/** Everything verified, nothing left. */
export function provedPlan(): { readonly plan: Plan; readonly outcome: ApplyOutcome } {
  const tenors = desiredGroup('choir/tenors.yaml', 'Tenors');
  const { of } = changesOf(tenors);
  const changes = Array.from({ length: 12 }, (_, index) =>
    of('add', person(100 + index, `tenor-${index + 1}`), listed('team:tenors')),
  );
  const group = groupPlan(tenors, { changes });
  const outcome = outcomesOf(
    group,
    changes.map(() => 'verified' as const),
  );
  return { plan: planOf([group]), outcome: { groups: [outcome], paceSpent: false, interrupted: false } };
}
