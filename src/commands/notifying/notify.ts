import { RollcallError, UsageError } from '../../errors.ts';
import type { Account, Organisation } from '../../domain/organisation.ts';
import type { NoticeTopic } from '../../domain/past.ts';
import { noPast } from '../../domain/past.ts';
import type { ExitCode } from '../../exit-codes.ts';
import { exitCodes } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import type { Knowledge } from '../../notifying/find-news.ts';
import { findEndNews, findNews, findTopic } from '../../notifying/find-news.ts';
import type { Message } from '../../notifying/formats.ts';
import { toGroupText, toPlainText, toPosting } from '../../notifying/formats.ts';
import type { Leave } from '../../notifying/may-tell.ts';
import { isOpen, mayTell } from '../../notifying/may-tell.ts';
import type { Report } from '../../notifying/parse-report.ts';
import { createProxies } from '../../net/proxies.ts';
import { post } from '../../notifying/post.ts';
import { runMail } from '../../notifying/run-mail.ts';
import { toMail } from '../../notifying/to-mail.ts';
import type { ServerOptions } from '../../options.ts';
import { escapeInline } from '../../safe/inline.ts';
import type { Memory } from '../../session/memory.ts';
import { loadWords } from '../../words/load-words.ts';
import type { Channel } from './find-channels.ts';
import { findChannels } from './find-channels.ts';
import { findLink } from './find-link.ts';
import { notifyGroup } from './notify-group.ts';
import { findAccount, openPolicy, openTold } from './open-notifying.ts';
import { readReports } from './read-reports.ts';

export interface NotifyOptions extends ServerOptions {
  /** JSON reports of one run. */
  readonly reports: readonly string[];
  /** How the run ended that was to write them, as an exit code: they need not be there then. */
  readonly ended?: number;
  /** What that run was about, where there is no report; no flag has it. */
  readonly topic?: NoticeTopic;
  /** Where more is to be seen, instead of what the CI says. */
  readonly link?: string;
  /** Sends and remembers nothing: shows what would be sent. */
  readonly dryRun?: boolean;
}

/** What was read, before it is known whether anybody is told. */
interface Opened {
  readonly options: NotifyOptions;
  readonly organisation: Organisation;
  readonly account: Account | undefined;
  readonly topic: NoticeTopic;
  readonly reports: readonly Report[];
  readonly channels: readonly Channel[];
  readonly io: Io;
}

/** What is told, and what is known of earlier messages. */
interface Telling extends Opened {
  readonly message: Message;
  readonly memory: Memory;
}

/**
 * Tells the admins in one message what became of a run, if that needs anybody, by every way that the environment names. What
 * they were told lately and is still so is not told again. Returns the exit code: 1 where one of the ways failed.
 */
export async function notify(options: NotifyOptions, io: Io): Promise<ExitCode> {
  // What is told here is for others than those who may see numbers.
  io.hideDigits();
  const channels = findChannels(io);
  if (channels.length === 0 && !options.dryRun) throw new UsageError(noChannelText);
  const reports = await readReports(options.reports, options.ended !== undefined);
  const organisation = await openPolicy(options, io);
  const account = findAccount(organisation, options.account, reports[0]?.account);
  const topic = reports.length > 0 ? findTopic(reports) : (options.topic ?? 'apply');
  const opened = { options, organisation, account, topic, reports, channels, io };
  const memory = (await openMemoryOf(opened, true)) ?? forgetful;
  const news = findWhatIsNew(opened, memory);
  if (!news) return beSilent(opened, memory);
  const message = { news, words: await loadWords(organisation.policy.language), link: findLink(options, io) };
  if (options.dryRun) return showOnly({ ...opened, message, memory });
  const own = (await openMemoryOf(opened, false)) ?? forgetful;
  try {
    return await tellAll({ ...opened, message, memory: own });
  } finally {
    await own.close();
  }
}

const noChannelText =
  'Nobody says where to send it. Set ROLLCALL_NOTIFY_WEBHOOK, ROLLCALL_NOTIFY_MAIL or ROLLCALL_NOTIFY_GROUP in the environment (docs/commands.md#telling-the-admins); --dry-run shows what would be sent.';

const forgetful: Memory = { past: noPast, record: async () => undefined, close: async () => undefined };

function openMemoryOf({ options, organisation, account, reports, io }: Opened, isReading: boolean) {
  const isSandbox = reports.some(({ sandbox }) => sandbox);
  return openTold(options, { organisation, account, isSandbox, isReading }, io);
}

function findWhatIsNew({ options, organisation, account, reports, topic }: Opened, { past }: Memory) {
  const isSeveral = organisation.policy.accounts.size > 1;
  const known: Knowledge = {
    ...(isSeveral && account && { account: account.name }),
    isPending: (id) => past.pending.has(id),
  };
  // A report that says nothing of a run that failed is an earlier one's, or was written before it failed.
  return findNews(reports, known) ?? findEndNews(options.ended ?? exitCodes.ok, topic, known);
}

/** Whoever was told of a trouble that is over is not told that; the next one is news again. */
async function beSilent(opened: Opened, { past }: Memory): Promise<ExitCode> {
  const { channels, topic, reports, organisation, options, io } = opened;
  const { notices } = await loadWords(organisation.policy.language);
  io.out(`${reports.length > 0 ? notices.nothing : notices.noReport}\n`);
  const over = channels.filter(({ kind: channel }) => isOpen(past, { channel, topic }));
  if (over.length === 0 || reports.length === 0 || options.dryRun) return exitCodes.ok;
  const memory = await openMemoryOf(opened, false);
  try {
    for (const { kind: channel } of over) await memory?.record({ type: 'told', channel, topic });
  } finally {
    await memory?.close();
  }
  return exitCodes.ok;
}

function judge(channel: Channel, { message, topic, organisation, memory, io }: Telling): Leave {
  const limits = { past: memory.past, perDay: organisation.policy.noticesPerDay, now: io.clock.now() };
  return mayTell(message.news.identity, { channel: channel.kind, topic }, limits);
}

/** Shows the message, and by which ways it would go. */
function showOnly(telling: Telling): ExitCode {
  const { message, channels, organisation, io } = telling;
  const { notices } = message.words;
  io.out(`${toPlainText(message).text}\n`);
  if (channels.length > 0) io.out('\n');
  for (const channel of channels) {
    const name = notices.channels[channel.kind];
    const leave = judge(channel, telling);
    if (leave === 'tell') io.out(`${notices.wouldSend(name)}\n`);
    else if (leave === 'told') io.out(`${notices.told(name)}\n`);
    else io.out(`${notices.spent(name, organisation.policy.noticesPerDay)}\n`);
  }
  return exitCodes.ok;
}

async function tellAll(telling: Telling): Promise<ExitCode> {
  const { channels, message, organisation, io } = telling;
  const { notices } = message.words;
  const codes = new Set<ExitCode>();
  for (const channel of channels) {
    if (io.signal.aborted) break;
    const name = notices.channels[channel.kind];
    const leave = judge(channel, telling);
    if (leave === 'told') io.out(`${notices.told(name)}\n`);
    else if (leave === 'spent') {
      codes.add(exitCodes.incomplete);
      io.out(`${notices.spent(name, organisation.policy.noticesPerDay)}\n`);
    } else {
      const why = await attempt(channel, telling);
      if (why !== undefined) codes.add(exitCodes.failed);
      if (why === undefined) io.out(`${notices.sent(name)}\n`);
      else io.err(`${notices.failed(name, escapeInline(why))}\n`);
    }
  }
  if (io.signal.aborted) return exitCodes.interrupted;
  return [exitCodes.failed, exitCodes.incomplete].find((code) => codes.has(code)) ?? exitCodes.ok;
}

/** One way that fails keeps no other from being tried. */
async function attempt(channel: Channel, telling: Telling): Promise<string | undefined> {
  try {
    return await tell(channel, telling);
  } catch (error) {
    if (error instanceof RollcallError) return error.message;
    throw error;
  }
}

/** Why it was not told; undefined where it was, which is remembered. */
async function tell(channel: Channel, telling: Telling): Promise<string | undefined> {
  const { topic, message, memory } = telling;
  const { identity } = message.news;
  if (channel.kind === 'group') return tellGroup(channel, telling);
  const why = await (channel.kind === 'webhook'
    ? tellWebhook(channel, telling)
    : tellByMail(channel, telling));
  if (why === undefined) await memory.record({ type: 'told', channel: channel.kind, topic, news: identity });
  return why;
}

type Of<Kind extends Channel['kind']> = Extract<Channel, { kind: Kind }>;

function tellWebhook({ url, format }: Of<'webhook'>, { message, io }: Telling) {
  return post(toPosting(format, url, message), { ...io, proxies: createProxies(io.env) });
}

function tellByMail({ command, ...addresses }: Of<'mail'>, { message, io }: Telling) {
  return runMail(toMail(toPlainText(message), addresses, io.clock.now()), { command, ...io });
}

async function tellGroup({ group }: Of<'group'>, telling: Telling): Promise<string | undefined> {
  const { account, organisation, message, memory, topic, options, io } = telling;
  if (!account) return 'the policy does not say which account writes';
  const { identity: news, isRehearsal } = message.news;
  const text = toGroupText(message);
  const notice = { group, text, topic, news, isRehearsal, organisation, account, memory };
  return notifyGroup(notice, options, io);
}
