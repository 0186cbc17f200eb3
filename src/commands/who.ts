import type { GroupId, Reading } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Past } from '../domain/past.ts';
import { UsageError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { askWhom } from '../files/whom/ask-whom.ts';
import { findWhom } from '../files/whom/find-whom.ts';
import { openOrganisation, pickAccount } from '../files/open-organisation.ts';
import type { Io } from '../io.ts';
import { toStyle } from '../io.ts';
import type { ServerOptions } from '../options.ts';
import { toWhoDocument } from '../render/json/who-document.ts';
import { renderWho } from '../render/terminal/person/who-text.ts';
import { connect } from '../session/connect.ts';
import { findPast } from '../session/find-past.ts';
import { readAsTheyAre } from '../session/read-as-they-are.ts';
import { toWhoView } from '../view/person/to-who-view.ts';
import { loadWords } from '../words/load-words.ts';

export interface WhoOptions extends ServerOptions {
  /** A handle, `lid:…`, or `-`; absent: somebody is asked. */
  readonly person?: string;
  /** Only the files. */
  readonly offline?: boolean;
  readonly json?: boolean;
}

/**
 * Shows in which groups somebody is, by the files and, where there is a server, as they are; nothing within its reach can
 * write to WhatsApp, and nobody is looked up. Returns the exit code: 1 where a group could not be read.
 */
export async function who(options: WhoOptions, io: Io): Promise<number> {
  const organisation = await openOrganisation(options, io);
  const words = await loadWords(organisation.policy.language);
  const text = await askWhom(
    options.person,
    { command: 'who', question: `${words.person.who.question} ` },
    io,
  );
  const live = await readLive(options, organisation, io);
  const past = live?.past ?? (await findPast(options, { organisation, isSandbox: false }, io));
  const others = [...(live?.readings.values() ?? [])].flatMap((reading) =>
    reading.kind === 'read' ? [...reading.group.people.values()] : [],
  );
  const whom = findWhom(text, organisation, past, { others, asked: 'who' });
  const view = toWhoView({ ...whom, organisation, pairs: past.pairs, ...(live && { live }) });
  if (options.json) io.out(`${JSON.stringify(toWhoDocument(view), null, 2)}\n`);
  else io.out(renderWho(view, words, toStyle(io)));
  return view.unread.length > 0 ? exitCodes.failed : exitCodes.ok;
}

interface Live {
  readonly readings: ReadonlyMap<GroupId, Reading>;
  readonly isSandbox: boolean;
  readonly past: Past;
}

/** The groups as they are; undefined without a server. */
async function readLive(options: WhoOptions, organisation: Organisation, io: Io): Promise<Live | undefined> {
  const hasServer = options.sandbox || options.url || io.env['ROLLCALL_URL'];
  if (options.offline && (options.sandbox || options.url))
    throw new UsageError('--offline looks at the files alone: leave out --url and --sandbox, or --offline.');
  if (options.offline || !hasServer) return undefined;
  const account = pickAccount(organisation, options.account);
  const line = await connect(options, organisation, account, io);
  try {
    const isSandbox = line.client.isSandbox();
    const past = await findPast(options, { organisation, account, isSandbox }, io);
    return { readings: await readAsTheyAre(line, organisation, account), isSandbox, past };
  } finally {
    await line.close();
  }
}
