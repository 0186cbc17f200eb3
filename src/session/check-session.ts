import type { Account } from '../domain/organisation.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import { SessionError } from '../errors.ts';
import type { Client } from '../gowa/client.ts';
import { attempt, GowaError } from '../gowa/answers/gowa-error.ts';
import type { SessionStatus } from '../gowa/session.ts';
import { readStatus } from '../gowa/session.ts';
import type { Io } from '../io.ts';
import type { Left } from '../safe/mask.ts';
import { maskPhone } from '../safe/mask.ts';

/** GOWA connects 2 s after it starts, and that takes a moment (docs/gowa.md#11-service--session). Milliseconds. */
const startPause = 2_000;

/** So often a GOWA that has just started is asked again. */
const startTries = 3;

/** How the session stands, once a GOWA that has just started has had its seconds. Throws `GowaError`, `SessionError`. */
export async function readSettledStatus(
  client: Client,
  { clock, signal }: Pick<Io, 'clock' | 'signal'>,
): Promise<SessionStatus> {
  let status = await withServerHint(client, readStatus(client));
  for (let tries = 0; tries < startTries && isStarting(status) && !signal.aborted; tries += 1) {
    await clock.sleep(startPause, signal);
    status = await readStatus(client);
  }
  return status;
}

/** True where GOWA knows the account and has no line to WhatsApp: that it is not logged in then is not the whole truth. */
export function isStarting({ connected, loggedIn, phone }: SessionStatus): boolean {
  return phone !== undefined && !loggedIn && !connected;
}

/**
 * Makes sure that it is the account's session, and that it can be used; returns its number, as WhatsApp spells it. Without
 * an account it may be anybody's; `left`: what an error leaves of whose it is. Throws `SessionError`.
 */
export function checkSession(
  session: SessionStatus,
  account: Account | undefined,
  left: Left = 'last-digits',
): PhoneNumber {
  const { connected, loggedIn, phone } = session;
  if (isStarting(session))
    throw new SessionError(
      'GOWA knows the account but is not connected to WhatsApp yet, as in the seconds after it starts. Try again in a minute; if it stays like this, reconnect it, or log the account in again.',
    );
  if (!loggedIn)
    throw new SessionError(
      'GOWA is not logged in to WhatsApp. Log the account in (QR code or pairing code), then try again.',
    );
  if (!connected)
    throw new SessionError('GOWA is logged in but not connected to WhatsApp. Reconnect it, then try again.');
  if (!phone)
    throw new SessionError('GOWA does not tell whose session it has. It must be v8.8 or newer for that.');
  if (account && toPersonKey(phone) !== toPersonKey(account.phone)) {
    throw new SessionError(
      `GOWA is logged in as ${maskPhone(phone, left)}, but the policy's account ${account.name} is ${maskPhone(account.phone, left)}. Nothing was read.`,
    );
  }
  return phone;
}

/**
 * What was asked for; where another server answered, none of GOWA's paths, or a GOWA that wants to know who asks, the error
 * says what to look at.
 */
export async function withServerHint<Value>(client: Client, asked: Promise<Value>): Promise<Value> {
  const answer = await attempt(asked);
  if (!(answer instanceof GowaError)) return answer;
  if (answer.code === 'unauthorized') throw new SessionError(`${answer.message}. ${toLoginHint(client)}`);
  if (answer.code === 'unavailable' && isProxy(answer))
    throw new SessionError(
      `${answer.message}. What stands before GOWA answers, and GOWA itself does not: start GOWA, or see to it that the proxy finds it.`,
    );
  if (!isElsewhere(answer)) throw answer;
  const path = client.connection.basePath === '' ? 'no path' : 'a path';
  throw new SessionError(
    `${answer.message}. What answered is not GOWA, or not at this path. The address has ${path}: it must end with GOWA's base path (APP_BASE_PATH) if it has one, and GOWA must be v8.8 or newer.`,
  );
}

/** What is missing, or wrong, in how Rollcall says who asks. Names no value. */
function toLoginHint({ connection: { headers } }: Client): string {
  const sent = Buffer.from(headers['authorization']?.replace('Basic ', '') ?? '', 'base64').toString();
  const [user = '', password = ''] = sent.split(':');
  if (sent === '')
    return 'Rollcall was given none: set ROLLCALL_USER and ROLLCALL_PASSWORD to those of GOWA.';
  if (user === '') return 'The user name is missing: set ROLLCALL_USER as well.';
  if (password === '') return 'The password is missing: set ROLLCALL_PASSWORD as well.';
  return 'Compare ROLLCALL_USER and ROLLCALL_PASSWORD with those that GOWA was started with (APP_BASIC_AUTH).';
}

/** Statuses by which a proxy says that what is behind it does not answer. */
function isProxy({ status }: GowaError): boolean {
  return status === 502 || status === 503 || status === 504;
}

/** `/devices` needs no device: whoever asks for one there has taken it for another path. A redirect leads elsewhere too. */
function isElsewhere({ code, status, template, field }: GowaError): boolean {
  if (code === 'device') return template === '/devices';
  if (status === undefined || field !== undefined) return false;
  return (code === 'malformed' || code === 'other') && (status === 404 || status === 405 || status < 400);
}
