import type { GroupId } from '../../domain/group.ts';
import { isGroupId } from '../../domain/group.ts';
import { UsageError } from '../../errors.ts';
import { isLoopbackHost } from '../../net/loopback.ts';
import type { Io } from '../../io.ts';
import type { FormatName } from '../../notifying/formats.ts';
import { findParameter, formatNames } from '../../notifying/formats.ts';
import { splitCommand } from '../../notifying/run-mail.ts';
import type { MailAddresses } from '../../notifying/to-mail.ts';
import { isMailAddresses } from '../../notifying/to-mail.ts';

/** A way to the admins. */
export type Channel =
  | { readonly kind: 'webhook'; readonly url: URL; readonly format: FormatName }
  | ({
      readonly kind: 'mail';
      readonly command: NonNullable<ReturnType<typeof splitCommand>>;
    } & MailAddresses)
  | { readonly kind: 'group'; readonly group: GroupId };

/**
 * The ways that the environment names, and nothing else can: a file that named one would run a command, or send what is
 * told to whoever wrote it. Throws `UsageError`, without a word of what is wrong in a value: an address is a secret.
 */
export function findChannels({ env }: Pick<Io, 'env'>): readonly Channel[] {
  return [...findWebhook(env), ...findMail(env), ...findGroup(env)];
}

type Environment = Io['env'];

function findWebhook(env: Environment): Channel[] {
  const address = env['ROLLCALL_NOTIFY_WEBHOOK']?.trim();
  if (!address) return [];
  const format = env['ROLLCALL_NOTIFY_FORMAT']?.trim() || 'json';
  if (!isFormat(format))
    throw new UsageError(`ROLLCALL_NOTIFY_FORMAT must be one of ${formatNames.join(', ')}.`);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !isSafe(url)) throw new UsageError(addressText);
  const parameter = findParameter(format);
  if (parameter !== undefined && !url.searchParams.get(parameter))
    throw new UsageError(
      `ROLLCALL_NOTIFY_WEBHOOK needs \`?${parameter}=…\` at its end: that says where ${format} shows the message.`,
    );
  return [{ kind: 'webhook', url, format }];
}

const addressText =
  'ROLLCALL_NOTIFY_WEBHOOK must be an address that starts with https:// (http:// to this machine alone), without a user and a password.';

function isFormat(text: string): text is FormatName {
  return formatNames.some((name) => name === text);
}

function isSafe({ protocol, hostname, username, password }: URL): boolean {
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}

function findMail(env: Environment): Channel[] {
  const text = env['ROLLCALL_NOTIFY_MAIL']?.trim();
  if (!text) return [];
  const command = splitCommand(text);
  if (!command)
    throw new UsageError('ROLLCALL_NOTIFY_MAIL must be a command, like `sendmail -t` or `msmtp -t`.');
  const [to, from] = [env['ROLLCALL_NOTIFY_TO']?.trim() ?? '', env['ROLLCALL_NOTIFY_FROM']?.trim()];
  if (!isMailAddresses(to))
    throw new UsageError(
      'ROLLCALL_NOTIFY_TO must say who gets the mail: one address, or several with commas between them.',
    );
  if (from && (!isMailAddresses(from) || from.includes(',')))
    throw new UsageError('ROLLCALL_NOTIFY_FROM must be one address, or not be set.');
  return [{ kind: 'mail', command, to, ...(from && { from }) }];
}

function findGroup(env: Environment): Channel[] {
  const group = env['ROLLCALL_NOTIFY_GROUP']?.trim();
  if (!group) return [];
  if (!isGroupId(group))
    throw new UsageError(
      'ROLLCALL_NOTIFY_GROUP must be the id of a group, digits and `@g.us` (`rollcall groups` lists them).',
    );
  return [{ kind: 'group', group }];
}
