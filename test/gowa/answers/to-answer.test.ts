import { describe, expect, test } from 'vitest';
import { toReply } from '../../../src/gowa/answers/reply.ts';
import { toAnswer } from '../../../src/gowa/answers/to-answer.ts';

/** What a write that was answered like this came to: "accepted", "unknown", "rejected conflict", "stop session-lost". */
function judge(status: number, body: string): string {
  const answer = toAnswer(toReply(status, body));
  return 'code' in answer ? `${answer.kind} ${answer.code}` : answer.kind;
}

function gowa(code: string, message = ''): string {
  return JSON.stringify({ code, message });
}

const query = (status: number) => gowa('INTERNAL_SERVER_ERROR', `info query returned status ${status}: x`);

describe('what a write came to', () => {
  test.each([
    ['done', 200, gowa('SUCCESS'), 'accepted'],
    [
      'nothing holds for this request alone: the account must not go on',
      429,
      'slow down',
      'stop rate-limited',
    ],
    ['the same, from WhatsApp', 500, query(429), 'stop rate-limited'],
    ['a lost session', 401, gowa('AUTHENTICATION_ERROR'), 'stop session-lost'],
    ['a device that is gone', 404, gowa('DEVICE_NOT_FOUND'), 'stop session-lost'],
    ['wrong credentials', 401, 'Unauthorized', 'stop unreachable'],
    ['somebody is not on WhatsApp', 400, gowa('INVALID_JID'), 'rejected unregistered'],
    ['no permission', 500, query(403), 'rejected permission'],
    ['a conflict', 500, query(409), 'rejected conflict'],
    ['an invalid request', 400, gowa('VALIDATION_ERROR'), 'rejected invalid'],
    ['any other refusal of a query', 500, query(410), 'rejected other'],
    ['no group', 500, gowa('INTERNAL_SERVER_ERROR', 'that group does not exist'), 'rejected other'],
    ['it may have happened: no answer in time', 504, gowa('GATEWAY_TIMEOUT'), 'unknown'],
    ['it may have happened: the line', 500, gowa('X', 'websocket not connected'), 'unknown'],
    ['it may have happened: trouble', 500, gowa('INTERNAL_SERVER_ERROR', 'oops'), 'unknown'],
    ['it may have happened: somebody else answers', 200, '<html>log in</html>', 'unknown'],
  ])('%s: %i', (_, status, body, verdict) => {
    expect(judge(status, body)).toBe(verdict);
  });
});

describe('nobody answers', () => {
  test.each([
    ['unreachable', 'stop'],
    ['dropped', 'unknown'],
    ['timeout', 'unknown'],
    ['too-large', 'unknown'],
  ] as const)('%s', (code, kind) => {
    expect(toAnswer({ kind: 'unanswered', code, text: 'why' })).toMatchObject({ kind, text: 'why' });
  });
});

const added = (results: unknown): string => JSON.stringify({ code: 'SUCCESS', message: 'Success', results });

describe('participants', () => {
  test('who can only be invited is named, by LID or by number', () => {
    const results = [
      { participant: '326233632189313@lid', status: 'success', message: 'Action success' },
      { participant: '640995051179162@lid', status: 'error', message: 'Failed to add participant' },
      { participant: '447700900051:3@s.whatsapp.net', status: 'error', message: 'Failed to add participant' },
    ];
    expect(toAnswer(toReply(200, added(results)))).toEqual({
      kind: 'accepted',
      invited: ['640995051179162', '447700900051'],
    });
  });

  test.each([null, [], undefined, { status: 'success' }])('%j invites nobody', (results) => {
    expect(toAnswer(toReply(200, added(results)))).toEqual({ kind: 'accepted', invited: [] });
  });

  test('results that do not fit are no acceptance', () => {
    expect(judge(200, added([{ participant: 1, status: 'success' }]))).toBe('unknown');
    expect(judge(200, added([{ participant: '1@lid', status: 'perhaps' }]))).toBe('unknown');
  });
});
