import { expect, test } from 'vitest';
import type { JoinRequest } from '../../../src/domain/people/join-request.ts';
import {
  findHiddenRequests,
  findRequest,
  findRequests,
  isRequestShared,
} from '../../../src/domain/people/join-request.ts';
import { key, lid, singer } from '../../support/choir.ts';

const ana: JoinRequest = { person: singer(2), lid: lid('22222') };
const hidden: JoinRequest = { lid: lid('33333') };
const other: JoinRequest = { person: singer(2), lid: lid('44444') };

test.each([
  ['nobody looked', {}, []],
  ['it could not be read', { requests: 'unread' as const }, []],
  ['somebody asks', { requests: [ana, hidden] }, [ana, hidden]],
])('%s', (_, live, found) => {
  expect(findRequests(live)).toEqual(found);
});

test('who asks, who hides, and who may be two', () => {
  expect(findHiddenRequests({ requests: [ana, hidden] })).toEqual([hidden]);
  expect(findRequest({ requests: [hidden, ana] }, key(2))).toBe(ana);
  expect(findRequest({ requests: [hidden, ana] }, key(3))).toBeUndefined();
  expect(isRequestShared({ requests: [ana, hidden] }, key(2))).toBe(false);
  expect(isRequestShared({ requests: [ana, other] }, key(2))).toBe(true);
});
