import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFailure } from '../../../src/gowa/answers/classify.ts';
import { toReply } from '../../../src/gowa/answers/reply.ts';

/** What an answer like this is in Rollcall's words. */
function judge(status: number, body: string): string {
  return toFailure(toReply(status, body)).code;
}

function gowa(code: string, message: string): string {
  return JSON.stringify({ code, message });
}

const session = 'session-lost';
const topic = 'failed to get old group info to update topic: ';

describe('GOWA answers in its own frame', () => {
  const rows: [status: number, code: string, message: string, verdict: string][] = [
    // E-dev
    [400, 'DEVICE_ID_REQUIRED', 'device_id is required via X-Device-Id header or device_id query', 'device'],
    [404, 'DEVICE_NOT_FOUND', 'device not found; create a device first from /api/devices', 'device'],
    [503, 'DEVICE_MANAGER_UNAVAILABLE', 'Device manager is not initialized', 'device'],
    // E-cli, E-conn, E-login
    [500, 'INVALID_WA_CLI', 'your WhatsApp CLI is invalid or empty', session],
    [401, 'AUTHENTICATION_ERROR', 'you are not connect to services server, please reconnect', session],
    [401, 'AUTHENTICATION_ERROR', 'you are not logged in', session],
    // E-reg, E-onwa
    [400, 'INVALID_JID', 'user is not registered', 'unregistered'],
    [400, 'INVALID_JID', 'Phone 447700900002@s.whatsapp.net is not on whatsapp', 'unregistered'],
    // E-val, E-bind, E-jid
    [400, 'VALIDATION_ERROR', 'name: the length must be between 1 and 25.', 'invalid'],
    [400, 'BAD_REQUEST', 'Invalid request body', 'invalid'],
    [400, 'INVALID_GROUP_ID', 'Group ID cannot be empty', 'invalid'],
    [500, 'INTERNAL_SERVER_ERROR', 'Unprocessable Entity', 'invalid'],
    [500, 'INTERNAL_SERVER_ERROR', 'bind from body: unexpected end of JSON input', 'invalid'],
    [500, 'INTERNAL_SERVER_ERROR', 'bind "locked" from body: json: cannot unmarshal', 'invalid'],
    [500, 'INTERNAL_SERVER_ERROR', 'invalid JID a.b.c@g.us: unexpected number of dots', 'invalid'],
    [500, 'INTERNAL_SERVER_ERROR', 'invalid disappearing timer provided', 'invalid'],
    // Sentences
    [500, 'INTERNAL_SERVER_ERROR', "you're not participating in that group", 'not-in-group'],
    [500, 'INTERNAL_SERVER_ERROR', 'that group does not exist', 'no-such-group'],
    [500, 'INTERNAL_SERVER_ERROR', `${topic}that group does not exist`, 'no-such-group'],
    [500, 'INTERNAL_SERVER_ERROR', "you don't have the permission to update this group", 'permission'],
    [500, 'INTERNAL_SERVER_ERROR', 'that user or group does not have a profile picture', 'no-picture'],
    [500, 'INTERNAL_SERVER_ERROR', 'the user has hidden their profile picture from you', 'hidden-picture'],
    [500, 'INTERNAL_SERVER_ERROR', 'the given data is not a valid image', 'invalid'],
    [400, 'INVALID_IMAGE_FORMAT', 'the image cannot be read', 'invalid'],
    [408, 'CONTEXT_ERROR', 'Error timeout get avatar!', 'timeout'],
    // A code that is a name of JavaScript's own is a code that nobody knows.
    [500, 'constructor', 'whatever', 'unavailable'],
    [500, '__proto__', 'whatever', 'unavailable'],
    // A sentence inside somebody's name is no sentence of WhatsApp's.
    [500, 'INTERNAL_SERVER_ERROR', 'Group "that group does not exist" is odd', 'unavailable'],
    [500, 'INTERNAL_SERVER_ERROR', 'no info query returned status 403: forbidden', 'unavailable'],
    // E-504, E-disc, T12
    [504, 'GATEWAY_TIMEOUT', 'Request timed out waiting for WhatsApp server response', 'timeout'],
    [500, 'INTERNAL_SERVER_ERROR', 'websocket not connected', 'dropped'],
    [500, 'INTERNAL_SERVER_ERROR', 'websocket disconnected before info query returned response', 'dropped'],
    [
      500,
      'INTERNAL_SERVER_ERROR',
      'websocket disconnected before info query (retry) returned response',
      'dropped',
    ],
    [500, 'INTERNAL_SERVER_ERROR', `${topic}context deadline exceeded`, 'timeout'],
    [
      500,
      'INTERNAL_SERVER_ERROR',
      'failed to get privacy token for participant 447700900002@s.whatsapp.net: context deadline exceeded',
      'timeout',
    ],
    // WhatsApp has done it and GOWA does not understand the answer.
    [
      500,
      'INTERNAL_SERVER_ERROR',
      'missing <add> element in response to group participants update',
      'unavailable',
    ],
    [500, 'INTERNAL_SERVER_ERROR', 'runtime error: index out of range', 'unavailable'],
    [502, 'BAD_GATEWAY', 'whatever', 'unavailable'],
    [
      429,
      'WA_REACHOUT_TIMELOCK',
      'WhatsApp rejected this send with error 463 (reach-out timelock).',
      'rate-limited',
    ],
    [500, 'INTERNAL_SERVER_ERROR', 'server returned error 463', 'rate-limited'],
    [500, 'INTERNAL_SERVER_ERROR', 'server returned error 429', 'rate-limited'],
    [500, 'INTERNAL_SERVER_ERROR', 'server returned error 479', 'other'],
    [500, 'INTERNAL_SERVER_ERROR', 'websocket disconnected before message send returned response', 'dropped'],
    [200, 'WHAT', 'a success that is none', 'malformed'],
    [202, 'SUCCESS', 'a success that is none', 'malformed'],
    [429, 'TOO_MANY', 'slow down', 'rate-limited'],
    [418, 'TEAPOT', 'short and stout', 'other'],
  ];
  test.each(rows)('%i %s %s', (status, code, message, verdict) => {
    expect(judge(status, gowa(code, message))).toBe(verdict);
  });
});

describe('WhatsApp refuses the query, which GOWA reports as 500 (docs/gowa.md#t11)', () => {
  test.each([
    ['400: bad-request', 'invalid'],
    ['401: not-authorized', 'permission'],
    ['403: forbidden', 'permission'],
    ['404: item-not-found', 'other'],
    ['405: not-allowed', 'permission'],
    ['406: not-acceptable', 'invalid'],
    ['409: conflict', 'conflict'],
    ['410: gone', 'other'],
    ['413: payload-too-large', 'invalid'],
    ['419: resource-limit', 'other'],
    ['423: locked', 'other'],
    ['429: rate-overlimit', 'rate-limited'],
    ['500: internal-server-error', 'unavailable'],
    ['503: service-unavailable', 'unavailable'],
    ['530: partial-server-error', 'unavailable'],
  ])('%s', (refusal, verdict) => {
    const message = `info query returned status ${refusal}`;
    expect(judge(500, gowa('INTERNAL_SERVER_ERROR', message))).toBe(verdict);
    expect(judge(500, gowa('INTERNAL_SERVER_ERROR', topic + message))).toBe(verdict);
    expect(judge(500, gowa('INTERNAL_SERVER_ERROR', `failed to send usync query: ${message}`))).toBe(verdict);
  });
});

describe('something else answers', () => {
  test.each([
    [401, 'Unauthorized', 'unauthorized'],
    [400, 'Bad Request', 'unauthorized'],
    [404, 'Not Found', 'other'],
    [405, 'Method Not Allowed', 'other'],
    [404, '<html>no such site</html>', 'malformed'],
    [403, '<html>blocked</html>', 'malformed'],
    [429, '<html>slow down</html>', 'rate-limited'],
    [302, '', 'malformed'],
    [500, '<html>oops</html>', 'unavailable'],
    [502, 'Bad Gateway', 'unavailable'],
    [503, '', 'unavailable'],
    [504, '<html>Gateway Time-out</html>', 'timeout'],
    [200, '', 'malformed'],
    [200, 'OK', 'malformed'],
    [200, '<html>log in</html>', 'malformed'],
    [200, '{"code":"SUCCESS","message":"Succ', 'malformed'],
    [200, '{"ok":true}', 'malformed'],
    [200, 'null', 'malformed'],
    [200, '["SUCCESS"]', 'malformed'],
  ])('%i %s', (status, body, verdict) => {
    expect(judge(status, body)).toBe(verdict);
  });
});

const textOf = (status: number, body: string, location?: string): string =>
  toFailure(toReply(status, body, location)).text;

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
