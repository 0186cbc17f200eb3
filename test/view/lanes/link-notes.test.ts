import { expect, test } from 'vitest';
import type { Change } from '../../../src/domain/plan/change.ts';
import type { ApplyOutcome, Outcome } from '../../../src/domain/plan/outcome.ts';
import { makeSafety } from '../../../src/safe/labels.ts';
import type { GroupView } from '../../../src/view/group-view.ts';
import { findOldLinks, hasDatedRemovals } from '../../../src/view/lanes/link-notes.ts';
import { altos, liveGroup, personChange, settings } from '../../support/choir.ts';

const remove = personChange('remove', 2);
const link = {
  action: 'set',
  setting: 'link',
  group: altos,
  why: { kind: 'leavers' },
  isOwed: true,
} as const;
const view = { file: 'altos.yaml', name: 'Altos' } as unknown as GroupView;

function find(changes: readonly Change[], result: 'verified' | 'failed' = 'verified', isAsked = false) {
  const outcomes = changes.map((change): Outcome =>
    result === 'verified' ? { change, result } : { change, result, cause: 'rejected' },
  );
  const group = liveGroup({ settings: { ...settings, 'join-approval': isAsked } });
  const one = { group: altos, file: 'altos.yaml', outcomes, reading: { kind: 'read', group } };
  const outcome = { groups: [one], paceSpent: false, interrupted: false } as unknown as ApplyOutcome;
  return findOldLinks(outcome, [view], makeSafety(false)).map(({ file }) => file);
}

test('whoever was removed may come back where the link is the old one and nobody has to say yes', () => {
  expect(find([remove])).toEqual(['altos.yaml']);
  expect(find([remove], 'verified', true)).toEqual([]);
  expect(find([remove], 'failed')).toEqual([]);
  // What became of a renewal is told by itself.
  expect(find([remove, link])).toEqual([]);
  expect(find([personChange('demote', 2)])).toEqual([]);
});

const dated = (action: string, refused: boolean) =>
  hasDatedRemovals([{ scheduled: [{ action, refused }] } as unknown as GroupView]);

test('a removal of a coming day takes the link with it, if it is approved', () => {
  expect([dated('remove', false), dated('remove', true), dated('add', false)]).toEqual([true, false, false]);
});
