import { findCountries } from '../config/phone/find-countries.ts';
import type { CountryCode } from '../config/phone/parse-phone.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { ServerOptions } from '../options.ts';
import { escapeInline, join } from '../safe/inline.ts';
import type { Words } from '../words/words.ts';
import { askUntil } from './ask-until.ts';
import type { Asked } from './find-account.ts';
import { askForAccount } from './find-account.ts';
import { findZone } from './machine.ts';
import type { PolicyFacts } from './policy-text.ts';
import type { Typed } from './read-words.ts';
import { readCountry, readPhone, readPhones, readZone } from './read-words.ts';

/** What somebody may have said beforehand, as it was typed. */
export interface FactOptions extends Pick<ServerOptions, 'url' | 'device' | 'debug'> {
  /** The number of the account that acts. */
  readonly account?: string;
  readonly country?: string;
  readonly timezone?: string;
  /** Numbers of people who must never be removed or demoted. */
  readonly protected: readonly string[];
}

/** What a new policy says, and how it is known. */
export interface Facts {
  readonly policy: PolicyFacts;
  readonly asked: Asked;
  /** The address of the server that somebody typed. */
  readonly typedUrl?: string;
  /** Countries that the account's could also be; empty where somebody said which it is. */
  readonly shared: readonly CountryCode[];
  readonly isOwnZone: boolean;
}

/**
 * Finds what a policy needs: from the flags, else from the server and the machine, else from whoever sits at the terminal.
 * Throws `UsageError` for a flag that will not do, and where nobody can tell whose account it is.
 */
export async function findFacts(options: FactOptions, words: Words, io: Io): Promise<Facts> {
  const zone = options.timezone === undefined ? undefined : take('--timezone', readZone(options.timezone));
  const named = options.country === undefined ? undefined : take('--country', readCountry(options.country));
  const number = options.account === undefined ? undefined : take('--account', readPhone(options.account));
  const url = options.url ?? io.env['ROLLCALL_URL'];
  const typedUrl = url || !io.terminal.isInteractive ? '' : (await io.ask(words.setup.ask.url)).trim();
  const server = typedUrl === '' ? options : { ...options, url: typedUrl };
  const asked = await askForAccount(server, number, io);
  const account = asked.kind === 'told' ? asked.phone : (number ?? (await askWho(asked, words, io)));
  const { country, shared } = await findCountry(account, named, words, io);
  const policy = {
    account,
    timezone: zone ?? findZone(),
    ...(country !== undefined && { country }),
    language: words.language,
    protected: await findProtected(options, country, words, io),
  };
  return { policy, asked, ...(typedUrl !== '' && { typedUrl }), shared, isOwnZone: zone === undefined };
}

function take<Value>(flag: string, typed: Typed<Value>): Value {
  if ('value' in typed) return typed.value;
  throw new UsageError(`${flag}: ${typed.fault}`);
}

/** Where the server does not tell it. What stood in the way is said first, since it may be easier to mend. */
async function askWho(asked: Extract<Asked, { kind: 'untold' }>, words: Words, io: Io): Promise<PhoneNumber> {
  if (io.terminal.isInteractive) {
    if (asked.fault) io.err(`${asked.fault.message}\n`);
    return askUntil(words.setup.ask.account, readPhone, words, io);
  }
  if (asked.fault) throw asked.fault;
  throw new UsageError(
    'Nobody knows which account acts: set ROLLCALL_URL, so that the server tells, or give its number: --account "+44 …". Nothing was written.',
  );
}

async function findCountry(
  account: PhoneNumber,
  named: CountryCode | undefined,
  words: Words,
  io: Io,
): Promise<{ readonly country?: CountryCode; readonly shared: readonly CountryCode[] }> {
  if (named !== undefined) return { country: named, shared: [] };
  const { country, others } = findCountries(account);
  if (country === undefined) return { shared: [] };
  if (others.length === 0 || !io.terminal.isInteractive) return { country, shared: others };
  const list = join(
    others.map((other) => escapeInline(other)),
    ', ',
  );
  const question = words.setup.ask.country(list, escapeInline(country));
  return {
    country: await askUntil(question, (answer) => readCountry(answer || country), words, io),
    shared: [],
  };
}

async function findProtected(
  options: FactOptions,
  country: CountryCode | undefined,
  words: Words,
  io: Io,
): Promise<readonly PhoneNumber[]> {
  const read = (text: string) => readPhones(text, country);
  if (options.protected.length > 0) return take('--protected', read(options.protected.join(', ')));
  return io.terminal.isInteractive ? askUntil(words.setup.ask.protected, read, words, io) : [];
}
