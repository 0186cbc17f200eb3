import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toAnswer } from '../../../src/gowa/answers/gowa-error.ts';
import { toReply } from '../../../src/gowa/answers/reply.ts';

/** What a write that was answered like this came to: "accepted", "unknown", "rejected conflict", "stop session-lost". */
function judge(status: number, body: string): string {
  const answer = toAnswer(toReply(status, body));
  return 'code' in answer ? `${answer.kind} ${answer.code}` : answer.kind;
}

function gowa(code: string, message: string): string {
  return JSON.stringify({ code, message });
}

const session = 'stop session-lost';
const topic = 'failed to get old group info to update topic: ';

describe('GOWA answers in its own frame', () => {
  const rows: [status: number, code: string, message: string, verdict: string][] = [
    [200, 'SUCCESS', 'Success update group topic', 'accepted'],
    // E-dev
    [400, 'DEVICE_ID_REQUIRED', 'device_id is required via X-Device-Id header or device_id query', session],
    [404, 'DEVICE_NOT_FOUND', 'device not found; create a device first from /api/devices', session],
    [503, 'DEVICE_MANAGER_UNAVAILABLE', 'Device manager is not initialized', session],
    // E-cli, E-conn, E-login
    [500, 'INVALID_WA_CLI', 'your WhatsApp CLI is invalid or empty', session],
    [401, 'AUTHENTICATION_ERROR', 'you are not connect to services server, please reconnect', session],
    [401, 'AUTHENTICATION_ERROR', 'you are not logged in', session],
    // E-reg, E-onwa
    [400, 'INVALID_JID', 'user is not registered', 'rejected unregistered'],
    [400, 'INVALID_JID', 'Phone 447700900002@s.whatsapp.net is not on whatsapp', 'rejected unregistered'],
    // E-val, E-bind, E-jid
    [400, 'VALIDATION_ERROR', 'name: the length must be between 1 and 25.', 'rejected invalid'],
    [400, 'BAD_REQUEST', 'Invalid request body', 'rejected invalid'],
    [400, 'INVALID_GROUP_ID', 'Group ID cannot be empty', 'rejected invalid'],
    [500, 'INTERNAL_SERVER_ERROR', 'Unprocessable Entity', 'rejected invalid'],
    [500, 'INTERNAL_SERVER_ERROR', 'bind from body: unexpected end of JSON input', 'rejected invalid'],
    [500, 'INTERNAL_SERVER_ERROR', 'bind "locked" from body: json: cannot unmarshal', 'rejected invalid'],
    [500, 'INTERNAL_SERVER_ERROR', 'invalid JID a.b.c@g.us: unexpected number of dots', 'rejected invalid'],
    [500, 'INTERNAL_SERVER_ERROR', 'invalid disappearing timer provided', 'rejected invalid'],
    // Sentences
    [500, 'INTERNAL_SERVER_ERROR', "you're not participating in that group", 'rejected other'],
    [500, 'INTERNAL_SERVER_ERROR', 'that group does not exist', 'rejected other'],
    [500, 'INTERNAL_SERVER_ERROR', `${topic}that group does not exist`, 'rejected other'],
    // E-504, E-disc, T12
    [504, 'GATEWAY_TIMEOUT', 'Request timed out waiting for WhatsApp server response', 'unknown'],
    [500, 'INTERNAL_SERVER_ERROR', 'websocket not connected', 'unknown'],
    [500, 'INTERNAL_SERVER_ERROR', 'websocket disconnected before info query returned response', 'unknown'],
    [
      500,
      'INTERNAL_SERVER_ERROR',
      'websocket disconnected before info query (retry) returned response',
      'unknown',
    ],
    [500, 'INTERNAL_SERVER_ERROR', `${topic}context deadline exceeded`, 'unknown'],
    [
      500,
      'INTERNAL_SERVER_ERROR',
      'failed to get privacy token for participant 447700900002@s.whatsapp.net: context deadline exceeded',
      'unknown',
    ],
    // WhatsApp has done it and GOWA does not understand the answer.
    [
      500,
      'INTERNAL_SERVER_ERROR',
      'missing <add> element in response to group participants update',
      'unknown',
    ],
    [500, 'INTERNAL_SERVER_ERROR', 'runtime error: index out of range', 'unknown'],
    [502, 'BAD_GATEWAY', 'whatever', 'unknown'],
    [200, 'WHAT', 'a success that is none', 'unknown'],
    [202, 'SUCCESS', 'a success that is none', 'unknown'],
    [429, 'TOO_MANY', 'slow down', 'stop rate-limited'],
    [418, 'TEAPOT', 'short and stout', 'rejected other'],
  ];
  test.each(rows)('%i %s %s', (status, code, message, verdict) => {
    expect(judge(status, gowa(code, message))).toBe(verdict);
  });
});

describe('WhatsApp refuses the query, which GOWA reports as 500 (docs/gowa.md#t11)', () => {
  test.each([
    ['400: bad-request', 'rejected invalid'],
    ['401: not-authorized', 'rejected permission'],
    ['403: forbidden', 'rejected permission'],
    ['404: item-not-found', 'rejected other'],
    ['405: not-allowed', 'rejected permission'],
    ['406: not-acceptable', 'rejected invalid'],
    ['409: conflict', 'rejected conflict'],
    ['410: gone', 'rejected other'],
    ['413: payload-too-large', 'rejected invalid'],
    ['419: resource-limit', 'rejected other'],
    ['423: locked', 'rejected other'],
    ['429: rate-overlimit', 'stop rate-limited'],
    ['500: internal-server-error', 'unknown'],
    ['503: service-unavailable', 'unknown'],
    ['530: partial-server-error', 'unknown'],
  ])('%s', (refusal, verdict) => {
    const message = `info query returned status ${refusal}`;
    expect(judge(500, gowa('INTERNAL_SERVER_ERROR', message))).toBe(verdict);
    expect(judge(500, gowa('INTERNAL_SERVER_ERROR', topic + message))).toBe(verdict);
    expect(judge(500, gowa('INTERNAL_SERVER_ERROR', `failed to send usync query: ${message}`))).toBe(verdict);
  });
});

describe('something else answers', () => {
  test.each([
    [401, 'Unauthorized', 'stop unreachable'],
    [400, 'Bad Request', 'stop unreachable'],
    [404, 'Not Found', 'rejected other'],
    [405, 'Method Not Allowed', 'rejected other'],
    [404, '<html>no such site</html>', 'unknown'],
    [403, '<html>blocked</html>', 'unknown'],
    [429, '<html>slow down</html>', 'stop rate-limited'],
    [302, '', 'unknown'],
    [500, '<html>oops</html>', 'unknown'],
    [502, 'Bad Gateway', 'unknown'],
    [503, '', 'unknown'],
    [504, '<html>Gateway Time-out</html>', 'unknown'],
    [200, '', 'unknown'],
    [200, 'OK', 'unknown'],
    [200, '<html>log in</html>', 'unknown'],
    [200, '{"code":"SUCCESS","message":"Succ', 'unknown'],
    [200, '{"ok":true}', 'unknown'],
    [200, 'null', 'unknown'],
    [200, '["SUCCESS"]', 'unknown'],
  ])('%i %s', (status, body, verdict) => {
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

const textOf = (status: number, body: string, location?: string): string => {
  const answer = toAnswer(toReply(status, body, location));
  return 'text' in answer ? answer.text : '';
};

describe('texts', () => {
  test.each([
    [400, gowa('INVALID_JID', 'Phone 6834002@s.whatsapp.net is not on whatsapp'), '(400, INVALID_JID)'],
    [
      500,
      gowa('INTERNAL_SERVER_ERROR', 'info query returned status 403: forbidden'),
      "(500, WhatsApp's 403)",
    ],
    [500, gowa('INTERNAL_SERVER_ERROR', 'info query returned status 4477: x'), '(500)'],
    [418, gowa('constructor', 'a\n::error::b'), '(418)'],
    [502, 'Bad gateway; request was: {"authorization":"Basic YWRtaW46U0VDUkVUUFc="}', '(502)'],
    [404, 'https://gowa.internal:3000/base/group/info', '(404)'],
  ])('say what Rollcall knows of an answer, and nothing of what it holds: %s %s', (status, body, facts) => {
    expect(textOf(status, body).replace(/^[^(]*/, '')).toBe(facts);
  });

  test('say that it is a redirect, and not where it leads', () => {
    expect(textOf(301, '', 'https://user:secret@login.example/in?token=secret#x')).toBe(
      'The answer is not one of GOWA (301, a redirect)',
    );
  });

  test('hold no word of a body, whatever it is', () => {
    const words = fc.stringMatching(/^[g-z]{9,12}$/);
    fc.assert(
      fc.property(fc.constantFrom(200, 302, 400, 401, 404, 429, 500, 502), words, (status, word) => {
        const bodies = [word, `{"${word}"`, gowa(word, word), gowa('INVALID_JID', `Phone ${word} is not`)];
        for (const body of bodies) expect(textOf(status, body, word)).not.toContain(word);
      }),
    );
  });
});
