import { expect, test } from 'vitest';
import { noPast } from '../../src/domain/past.ts';
import type { Allowance } from '../../src/domain/group.ts';
import { toAllowanceKey } from '../../src/planning/limits/allowance.ts';
import { findNotices } from '../../src/planning/notices.ts';
import {
  byKey,
  desiredGroup,
  guard,
  hidden,
  lid,
  liveGroup,
  living,
  singer,
  span,
  today,
  yesterday,
} from '../support/choir.ts';

test('whoever is listed by LID and has a number by now is named, sorted by LID', () => {
  const knownLids = new Set([lid('33333'), lid('22222'), lid('44444')]);
  const live = liveGroup({
    people: [
      living(3, { lid: lid('33333') }),
      living(2, { lid: lid('22222') }),
      living(5, { lid: lid('55555') }),
    ],
    unidentified: [hidden('44444')],
  });
  const people = byKey([{ ...singer(2), handle: 'ana' }]);
  const named = new Map([[lid('33333'), { lid: lid('33333'), handle: 'eko' }]]);
  expect(findNotices(desiredGroup({ knownLids }), live, { people, hidden: named }, guard())).toEqual([
    { kind: 'lid-known', lid: '22222', person: { ...singer(2), handle: 'ana' } },
    { kind: 'lid-known', lid: '33333', handle: 'eko', person: singer(3) },
  ]);
});

const allow: Allowance = { counts: { removals: 28 }, until: today, reason: 'class split', span };

test.each([
  ['counts', allow, 27, []],
  ['is used up', allow, 28, [{ kind: 'allow-used-up' }]],
  ['has expired', { ...allow, until: yesterday }, 0, [{ kind: 'allow-expired' }]],
  ['has expired and is used up', { ...allow, until: yesterday }, 28, [{ kind: 'allow-expired' }]],
  ['is used up for one of two kinds', { ...allow, counts: { removals: 28, adds: 5 } }, 28, []],
])('an allowance that %s', (_, allowance, used, notices) => {
  const desired = desiredGroup({ allow: allowance });
  const past = { ...noPast, allowUsed: new Map([[toAllowanceKey(desired, 'removals'), used]]) };
  expect(
    findNotices(desired, liveGroup(), { people: new Map(), hidden: new Map() }, guard({ past })),
  ).toEqual(notices);
});
