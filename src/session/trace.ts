import type { Exchanged, Trace } from '../gowa/line/connection.ts';
import type { Reply } from '../gowa/answers/reply.ts';
import type { Io } from '../io.ts';
import { escapeTerminal } from '../safe/escape.ts';
import { mask } from '../safe/mask.ts';

/** What of the connection must not be told, beside the password. */
interface Place {
  readonly url: string;
  readonly user: string | undefined;
}

/**
 * Tells every request and its answer on standard error, where `--debug` or ROLLCALL_DEBUG asks for it; else undefined.
 * What a server says of a failure in its own words is told to somebody who sits in front of a terminal alone: elsewhere
 * standard error becomes a log or a comment.
 */
export function makeTrace(debug: boolean | undefined, place: Place, io: Io): Trace | undefined {
  if (!debug && !isOn(io.env['ROLLCALL_DEBUG'])) return undefined;
  const hide = makeHide(place);
  return {
    now: () => io.clock.now(),
    tell: (exchanged) => {
      const said = io.terminal.isInteractive ? toWords(exchanged.reply, hide) : '';
      io.err(`${toLine(exchanged)}${said}\n`);
    },
  };
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value);
}

/** "GET /group/info 200 35 ms". */
function toLine({ method, template, reply, milliseconds }: Exchanged): string {
  const result = reply.kind === 'answered' ? reply.status : reply.code;
  return `${method} ${template} ${result} ${Math.round(milliseconds)} ms`;
}

/** Characters. */
const longest = 200;

/** The server's own words about what is no success: masked, escaped, cut. */
function toWords(reply: Reply, hide: (text: string) => string): string {
  if (reply.kind === 'unanswered' || (reply.envelope?.code === 'SUCCESS' && reply.status === 200)) return '';
  const { envelope, text } = reply;
  const said = envelope ? `${envelope.code}: ${envelope.message}` : text;
  const shown = escapeTerminal(mask(hide(said.slice(0, 2 * longest)), 'nothing')).slice(0, longest);
  return shown === '' ? '' : `  "${shown}"`;
}

/** Takes out the user and the parts of the address that name the server. */
function makeHide({ url, user = '' }: Place): (text: string) => string {
  // An address that is none is told of by whoever opens it.
  if (!URL.canParse(url)) return (text) => text;
  const { host, hostname, pathname } = new URL(url);
  const parts = [host, hostname, pathname, user].filter(({ length }) => length > 2);
  return (text) => parts.reduce((left, part) => left.replaceAll(part, '••••'), text);
}
