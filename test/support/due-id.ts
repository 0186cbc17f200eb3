import type { Change } from '../../src/domain/plan/change.ts';
import type { GroupId } from '../../src/domain/group.ts';
import type { PhoneNumber } from '../../src/domain/people/person.ts';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import { toChangeId } from '../../src/planning/approval.ts';
import type { Due } from './oracle/question.ts';

/** What the sandbox's ids are made with. */
const key = {
  secret: new TextEncoder().encode('rollcall sandbox: nothing here is a secret'),
  account: '447700900001' as PhoneNumber,
};

/** The id that a plan gives a change. */
export function toId({ group: id, former = id, action, what, before, after, ...days }: Due): string {
  const { from, until, readd } = days;
  const why = toWhy({ from, until, readd });
  const group = former.startsWith('new ') ? former : `${former}@g.us`;
  const about = { group: group as GroupId, why, before };
  const change =
    action === 'set'
      ? { ...about, action, setting: what, after }
      : { ...about, action, person: { key: toPersonKey(what as PhoneNumber), phone: what as PhoneNumber } };
  return toChangeId(change as Change, key);
}

function toWhy({ from, until, readd }: Readonly<Record<'from' | 'until' | 'readd', string | undefined>>) {
  if (readd !== undefined) return { kind: 'readd', readd, ...(from !== undefined && { from }), via: [] };
  if (from !== undefined) return { kind: 'begun', from, via: [] };
  return until === undefined ? { kind: 'unlisted' } : { kind: 'ended', until, via: [] };
}
