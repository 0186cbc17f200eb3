import type { Envelope, Reply } from './reply.ts';

/** What went wrong, in Rollcall's words. */
export type GowaErrorCode =
  /** No connection came about: nothing was sent. */
  | 'unreachable'
  /** The line dropped, to GOWA or from GOWA to WhatsApp. */
  | 'dropped'
  | 'timeout'
  /**
   * GOWA's Basic auth, a text; not to be mixed up with WhatsApp's 401, which is JSON
   * (docs/gowa.md#04-errors-that-endpoints-share).
   */
  | 'unauthorized'
  /** The device is not connected or not logged in. */
  | 'session-lost'
  /** No device named among several, or one that GOWA does not know. */
  | 'device'
  | 'rate-limited'
  | 'not-in-group'
  | 'no-such-group'
  | 'permission'
  /** The group has no picture, or one that the account may not see (docs/gowa.md#12-users). */
  | 'no-picture'
  | 'hidden-picture'
  | 'conflict'
  /** A number is not on WhatsApp, or could not be looked up (docs/gowa.md#t3). */
  | 'unregistered'
  | 'invalid'
  | 'too-large'
  /** The answer does not fit. */
  | 'malformed'
  /** WhatsApp or a server in between has trouble of its own. */
  | 'unavailable'
  | 'other';

/** What went wrong, for people and for code. */
export interface Failure {
  readonly code: GowaErrorCode;
  /** A sentence and what is known of the answer, on one line, all of it in Rollcall's own words. */
  readonly text: string;
}

/** What people read. */
const sentences: Readonly<Record<GowaErrorCode, string>> = {
  unreachable: 'GOWA cannot be reached',
  dropped: 'The line dropped',
  timeout: 'No answer in time',
  unauthorized: 'GOWA refuses the user name or the password',
  'session-lost': 'The account is not connected to WhatsApp',
  device: 'GOWA does not know which device is meant',
  'rate-limited': 'WhatsApp limits the account: too many requests',
  'not-in-group': 'The account is not in the group',
  'no-such-group': 'The group does not exist',
  permission: 'WhatsApp does not permit it',
  'no-picture': 'There is no picture',
  'hidden-picture': 'WhatsApp does not show the picture',
  conflict: 'Somebody else changed it at the same time',
  unregistered: 'A number is not on WhatsApp, or could not be looked up',
  invalid: 'The request is refused as invalid',
  'too-large': 'The answer is too long',
  malformed: 'The answer is not one of GOWA',
  unavailable: 'The server has trouble of its own',
  other: 'WhatsApp or GOWA refuses',
};

/**
 * The failure that a reply without success is. Its text holds Rollcall's own words alone: what stands in an answer was
 * written by whoever sent it, a proxy that repeats the request with its password perhaps, and texts go into files,
 * comments and logs.
 */
export function toFailure(reply: Reply): Failure {
  if (reply.kind === 'unanswered') return { code: reply.code, text: reply.text };
  const code = reply.envelope ? classify(reply.status, reply.envelope) : classifyForeign(reply);
  return { code, text: `${sentences[code]} (${toFacts(reply).join(', ')})` };
}

/** The status, and what is known of GOWA's and WhatsApp's own codes: "500, WhatsApp's 403", "400, INVALID_JID". */
function toFacts({ status, envelope, location }: Reply & { kind: 'answered' }): string[] {
  const query = findQueryStatus(envelope?.message ?? '');
  return [
    String(status),
    ...(envelope && Object.hasOwn(codes, envelope.code) ? [envelope.code] : []),
    ...(query && /^[1-5]\d\d$/.test(query) ? [`WhatsApp's ${query}`] : []),
    ...(location === undefined ? [] : ['a redirect']),
  ];
}

function findQueryStatus(message: string): string | undefined {
  return /(?:^|: )info query returned status (\d+)(?:: |$)/.exec(message)?.[1];
}

/**
 * Where GOWA itself answered: its code first, then the HTTP status, then the words
 * (docs/gowa.md#04-errors-that-endpoints-share, #t11).
 */
function classify(status: number, { code, message }: Envelope): GowaErrorCode {
  const byCode = Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (byCode) return byCode;
  if (status === 429) return 'rate-limited';
  const query = findQueryStatus(message);
  if (query) return queryStatuses[query] ?? 'other';
  const found = phrases.find(([pattern]) => pattern.test(message));
  if (found) return found[1];
  if (status < 400) return 'malformed';
  // "missing <add> element in response …" is one of these: WhatsApp did it and GOWA did not understand the answer.
  return status >= 500 ? 'unavailable' : 'other';
}

/** Where something else answered: a proxy, another server, or the few texts that GOWA sends without a frame. */
function classifyForeign({ status, text }: Reply & { kind: 'answered' }): GowaErrorCode {
  // 400 is what the Basic auth says to a header that it cannot read (E-auth,
  // docs/gowa.md#04-errors-that-endpoints-share).
  if (status === 401 || (status === 400 && text === 'Bad Request')) return 'unauthorized';
  if (status === 429) return 'rate-limited';
  // Fiber's own two texts: this GOWA does not have the path (docs/gowa.md#02-order-of-middleware).
  if (status === 404 && text === 'Not Found') return 'other';
  if (status === 405 && text === 'Method Not Allowed') return 'other';
  if (status === 504) return 'timeout';
  return status >= 500 ? 'unavailable' : 'malformed';
}

const codes: Readonly<Record<string, GowaErrorCode>> = {
  AUTHENTICATION_ERROR: 'session-lost',
  INVALID_WA_CLI: 'session-lost',
  DEVICE_ID_REQUIRED: 'device',
  DEVICE_NOT_FOUND: 'device',
  DEVICE_MANAGER_UNAVAILABLE: 'device',
  INVALID_JID: 'unregistered',
  VALIDATION_ERROR: 'invalid',
  BAD_REQUEST: 'invalid',
  INVALID_GROUP_ID: 'invalid',
  GATEWAY_TIMEOUT: 'timeout',
  CONTEXT_ERROR: 'timeout',
  INVALID_IMAGE_FORMAT: 'invalid',
};

/** WhatsApp's refusals of a whole query, all of them HTTP 500 (docs/gowa.md#t11). */
const queryStatuses: Readonly<Record<string, GowaErrorCode>> = {
  '400': 'invalid',
  '401': 'permission',
  '403': 'permission',
  '405': 'permission',
  '406': 'invalid',
  '409': 'conflict',
  '413': 'invalid',
  '429': 'rate-limited',
  '500': 'unavailable',
  '503': 'unavailable',
  '530': 'unavailable',
};

/**
 * Refusals in words (docs/gowa.md#12-users, #13-group-reads, #14-group-writes, #15-group-photo, #t12,
 * #04-errors-that-endpoints-share).
 */
const phrases: readonly (readonly [RegExp, GowaErrorCode])[] = [
  [/you're not participating in that group$/, 'not-in-group'],
  [/that group does not exist$/, 'no-such-group'],
  [/you don't have the permission/, 'permission'],
  [/does not have a profile picture$/, 'no-picture'],
  [/hidden their profile picture from you$/, 'hidden-picture'],
  [/^the given data is not a valid image$/, 'invalid'],
  // WhatsApp refuses a message: too many, or for now none to anybody who has not written first (docs/gowa.md#17-messages).
  [/^server returned error (?:429|463)$/, 'rate-limited'],
  [/^server returned error \d+$/, 'other'],
  [/context deadline exceeded/, 'timeout'],
  [/websocket (?:not connected|disconnected)/, 'dropped'],
  [/^bind (?:"|from )|^Unprocessable Entity$|(?:^|: )invalid JID |^invalid disappearing timer/, 'invalid'],
];
