import { expect, test } from 'vitest';
import { isSuccess, toReply } from '../../../src/gowa/answers/reply.ts';

const success = JSON.stringify({ code: 'SUCCESS', message: 'Success', results: [1] });

test("an answer in GOWA's frame is taken apart", () => {
  expect(toReply(200, success)).toEqual({
    kind: 'answered',
    status: 200,
    envelope: { code: 'SUCCESS', message: 'Success', results: [1] },
    text: '',
  });
  expect(toReply(200, ` \n${success}`)).toHaveProperty('envelope');
});

test.each([
  '',
  'null',
  '[]',
  '"SUCCESS"',
  '{"code":"SUCCESS"',
  '{"code":"SUCCESS"}',
  '{"message":"x"}',
  '{"code":200,"message":"x"}',
  `<html>${success}`,
])('%j has no frame, and its beginning is kept', (body) => {
  const reply = toReply(502, body, '/in');
  expect(reply).toEqual({ kind: 'answered', status: 502, text: body, location: '/in' });
});

test('of a long foreign page a line is kept', () => {
  expect(toReply(502, 'x'.repeat(5_000)).text).toHaveLength(200);
});

test('only 200 with SUCCESS in a frame is done', () => {
  expect(isSuccess(toReply(200, success))).toBe(true);
  expect(isSuccess(toReply(202, success))).toBe(false);
  expect(isSuccess(toReply(200, success.replace('SUCCESS', 'success')))).toBe(false);
  expect(isSuccess(toReply(200, 'SUCCESS'))).toBe(false);
  expect(isSuccess({ kind: 'unanswered', code: 'timeout', text: '' })).toBe(false);
});
