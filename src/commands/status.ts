import type { Account, Organisation, Pace } from '../domain/organisation.ts';
import { spellMoment, toMomentAfter } from '../domain/moment.ts';
import type { Past } from '../domain/past.ts';
import { noPast } from '../domain/past.ts';
import { keptFor, toHours } from '../domain/patience.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Client } from '../gowa/client.ts';
import type { SessionStatus } from '../gowa/session.ts';
import type { Io } from '../io.ts';
import { findBudget, findMapBudget, findMessageBudget, mappedPerDay } from '../planning/pace/pace-budget.ts';
import { toKeptPace } from '../planning/pace/kept-pace.ts';
import { escapeTerminal } from '../safe/escape.ts';
import type { Left } from '../safe/mask.ts';
import { maskPhone } from '../safe/mask.ts';
import { isStarting, readSettledStatus } from '../session/check-session.ts';
import { openLine } from '../session/connect.ts';
import { describeSettings, describeVersion } from '../output/describe-server.ts';
import { openOrganisation, pickAccount } from '../files/open-organisation.ts';
import type { ServerOptions } from '../options.ts';
import { loadSecret } from '../session/secret.ts';
import type { MemoryInput } from '../session/memory.ts';
import { findStateFolder, readMemory } from '../session/memory.ts';

/** Says what stands at the other end, and whether Rollcall can work with it. Returns the exit code. */
export async function status(options: ServerOptions, io: Io): Promise<number> {
  const organisation = await openOrganisation({ ...options, numbers: 'if-there' }, io);
  const account = pickAccount(organisation, options.account);
  const { client, close } = await openLine(options, organisation, account, io);
  try {
    const session = await readSettledStatus(client, io);
    const files = { organisation, account, isSandbox: client.isSandbox() };
    const past = await findPast(options, files, io);
    return await report(client, { organisation, account, session, past }, io);
  } finally {
    await close();
  }
}

async function findPast(options: ServerOptions, files: Omit<MemoryInput, 'secret'>, io: Io): Promise<Past> {
  const { organisation, isSandbox } = files;
  if (findStateFolder(options, organisation, isSandbox) === undefined) return noPast;
  const { secret } = loadSecret(options, organisation, { isSandbox, isKept: false }, io);
  return (await readMemory(options, { ...files, secret }, io)).past;
}

interface Known {
  readonly organisation: Organisation;
  readonly account: Account;
  readonly session: SessionStatus;
  readonly past: Past;
}

async function report(
  client: Client,
  { organisation, account, session, past }: Known,
  io: Io,
): Promise<number> {
  const groups = organisation.groups.filter((group) => group.account === account.name);
  const rows: [string, string][] = [
    [
      'server',
      `${client.connection.origin}${client.connection.basePath}${client.isSandbox() ? '  (sandbox)' : ''}`,
    ],
    ['version', await describeVersion(client, session)],
    ...(await describeSettings(client)),
    ['device', escapeTerminal(session.deviceId)],
    ['number', describeNumber(session, account, io.left())],
    ['connected', session.connected ? 'yes' : 'no: reconnect it'],
    ['logged in', describeLogin(session)],
    ['groups', `${groups.length} in the files`],
    ...describePace(past, toKeptPace(organisation.policy.pace, past).pace, {
      now: io.clock.now(),
      isSandbox: client.isSandbox(),
      timezone: organisation.policy.timezone,
    }),
  ];
  io.out(rows.map(([name, text]) => `${name.padEnd(10)} ${text}\n`).join(''));
  const isReady = session.connected && session.loggedIn && isAccount(session, account);
  return isReady ? exitCodes.ok : exitCodes.failed;
}

interface Circumstances {
  readonly now: number;
  readonly isSandbox: boolean;
  readonly timezone: string | undefined;
}

/** What may still be done today (`hidden`: of GOWA's map of LIDs, which asks about whole groups), and what is known of earlier runs. */
function describePace(
  past: Past,
  pace: Pace,
  { now, isSandbox, timezone }: Circumstances,
): [string, string][] {
  const hours = toHours(keptFor.spent);
  const whole = `${pace.addsPerDay} adds and ${pace.lookupsPerDay} look-ups in ${hours} hours`;
  const hidden = `${mappedPerDay} people in ${hours} hours, to learn who hides a number in a group`;
  const memory = ['memory', describeMemory(past, isSandbox)] as [string, string];
  if (past.memory !== 'kept') return [['pace', whole], ['hidden', hidden], memory];
  const left = findBudget(past, pace, now);
  const held =
    past.notBefore === undefined
      ? ''
      : `, but nothing before ${spellMoment(toMomentAfter(past.notBefore, timezone))}`;
  return [
    ['pace', `${left.adds} adds and ${left.lookups} look-ups left of ${whole}${held}`],
    [
      'messages',
      `${findMessageBudget(past, pace, now)} left of ${pace.messagesPerDay} in ${hours} hours, for invite --send`,
    ],
    ['hidden', `${findMapBudget(past.mapped, now)} left of ${hidden}`],
    memory,
  ];
}

function describeMemory(past: Past, isSandbox: boolean): string {
  if (past.memory === 'none')
    return isSandbox
      ? 'none is kept of a sandbox, but with --state'
      : 'none is kept: set state: in the policy';
  if (past.memory === 'unusable')
    return past.isUnbegun
      ? 'none yet: rollcall apply --new-journal starts one'
      : (past.unusable ?? 'unusable');
  const pending = past.pending.size > 0 ? `, ${past.pending.size} approved changes not done yet` : '';
  return `kept${isSandbox ? ', of a sandbox' : ''}${pending}`;
}

function describeLogin(session: SessionStatus): string {
  if (session.loggedIn) return 'yes';
  if (isStarting(session)) return 'not yet: GOWA knows the account; if it stays so, reconnect it';
  return 'no: log in with a QR code or a pairing code';
}

function describeNumber(session: SessionStatus, account: Account, left: Left): string {
  if (!session.phone) return 'unknown: nobody is logged in, or GOWA is older than v8.8';
  const own = maskPhone(session.phone, left);
  if (isAccount(session, account)) return `${own}  the policy's account ${account.name}`;
  return `${own}  NOT the policy's account ${account.name}, which is ${maskPhone(account.phone, left)}`;
}

function isAccount({ phone }: SessionStatus, account: Account): boolean {
  return phone !== undefined && toPersonKey(phone) === toPersonKey(account.phone);
}
