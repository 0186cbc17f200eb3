import { describe, expect, test } from 'vitest';
import {
  attempt,
  InsecureConnectionError,
  InvalidConnectionError,
  toGowaError,
  toMisfit,
} from '../../../src/gowa/answers/gowa-error.ts';
import { toReply } from '../../../src/gowa/answers/reply.ts';

const forbidden = JSON.stringify({
  code: 'INTERNAL_SERVER_ERROR',
  message: 'info query returned status 403: x',
});

describe('errors of reads', () => {
  const request = { method: 'GET', template: '/group/info' } as const;

  test('name the request without its ids, and the status where there was an answer', () => {
    const error = toGowaError(request, toReply(500, forbidden));
    expect(error).toMatchObject({ code: 'permission', status: 500, template: '/group/info', exitCode: 1 });
    expect(error.message).toBe(`GET /group/info: ${error.text}`);
    const lost = toGowaError(request, { kind: 'unanswered', code: 'dropped', text: 'why' });
    expect(lost).toMatchObject({ code: 'dropped', text: 'why', message: 'GET /group/info: why' });
    expect(lost.status).toBeUndefined();
  });

  test('are values for whoever asks for them, and bugs are not', async () => {
    const misfit = toMisfit(request, 'results.JID', 'no string');
    expect(misfit).toMatchObject({ code: 'malformed', status: 200, field: 'results.JID' });
    expect(await attempt(Promise.resolve(7))).toBe(7);
    expect(await attempt(Promise.reject(misfit))).toBe(misfit);
    await expect(attempt(Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
  });
});

test('a bad address is a mistake of whoever started Rollcall', () => {
  expect(new InvalidConnectionError('x').exitCode).toBe(64);
  expect(new InsecureConnectionError('x')).toBeInstanceOf(InvalidConnectionError);
});
