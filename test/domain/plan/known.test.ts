import { expect, test } from 'vitest';
import type { GroupId } from '../../../src/domain/group.ts';
import { toLeftAloneKey, toNoticeKey, toUnreadKey } from '../../../src/domain/plan/known.ts';
import type { LeftAlone } from '../../../src/domain/plan/left-alone.ts';
import { altos, lid, personChange, singer } from '../../support/choir.ts';

const basses = '120363000000000002@g.us' as GroupId;
const left = (n: number): LeftAlone => ({ reason: 'left', change: personChange('add', n) });

test('one reason, one change and one group make one key, whenever it happened', () => {
  expect(toLeftAloneKey(altos, left(2))).toBe(toLeftAloneKey(altos, { ...left(2), since: '2026-05-01' }));
});

test('nothing else does', () => {
  const keys = [
    toLeftAloneKey(altos, left(2)),
    toLeftAloneKey(altos, left(3)),
    toLeftAloneKey(basses, left(2)),
    toLeftAloneKey(altos, { ...left(2), reason: 'declined' }),
    toLeftAloneKey(altos, { reason: 'unidentified', lid: lid('111') }),
    toLeftAloneKey(altos, { reason: 'unidentified', lid: lid('222') }),
    toLeftAloneKey(altos, { reason: 'asks', other: singer(2) }),
    toLeftAloneKey(altos, { reason: 'asks', other: singer(3) }),
    toNoticeKey(altos, { kind: 'allow-expired' }),
    toNoticeKey(basses, { kind: 'allow-expired' }),
    toNoticeKey(altos, { kind: 'lid-known', lid: lid('111'), person: singer(2) }),
    toNoticeKey(altos, { kind: 'lid-known', lid: lid('222'), person: singer(2) }),
    toUnreadKey(altos),
    toUnreadKey(basses),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
