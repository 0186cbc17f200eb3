import { afterEach } from 'vitest';
import type { GroupId, Reading } from '../../src/domain/group.ts';
import { createClient } from '../../src/gowa/client.ts';
import { createReader } from '../../src/gowa/read.ts';
import type { ReaderOptions } from '../../src/gowa/read-groups.ts';
import type { SeenRequest } from '../support/http-server.ts';
import { startHttpServer } from '../support/http-server.ts';
import { account, toWireGroup, toWireMember } from './wire-groups.ts';

/** What the server says to one request: results, or a refusal. */
export type Said =
  | { readonly results: unknown }
  | { readonly status: number; readonly code: string; readonly message: string };

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A reader of a server that answers like this, with what was asked of it and the pauses in between. */
export async function startReader(
  say: (path: string, query: URLSearchParams) => Said,
  more: Pick<ReaderOptions, 'signal'> = {},
) {
  const sleeps: number[] = [];
  const server = await startHttpServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://gowa');
    const said = say(url.pathname, url.searchParams);
    if ('results' in said) response.end(JSON.stringify({ code: 'SUCCESS', message: 'Success', ...said }));
    else response.writeHead(said.status).end(JSON.stringify({ code: said.code, message: said.message }));
  });
  const client = createClient({ url: server.url });
  opened.push(() => client.close(), server.close);
  const clock = {
    now: () => 0,
    sleep: async (milliseconds: number): Promise<void> => {
      sleeps.push(milliseconds);
    },
  };
  const options = { account, clock, random: () => 0.5, reads: { min: 300, max: 900 }, ...more };
  const reader = createReader(client, options);
  return { reader, sleeps, asked: () => server.requests.map(toShort) };
}

/** "/group/info 1": the group by the end of its id. */
function toShort({ path }: SeenRequest): string {
  return decodeURIComponent(path)
    .replace(/\?group_id=1203630000000000(0?)/, ' ')
    .replace('@g.us', '')
    .replace('?phone=', ' ');
}

/** The id of the group with this number below 100. */
export function toId(number: number): GroupId {
  return `1203630000000000${String(number).padStart(2, '0')}@g.us` as GroupId;
}

/** Three people: the account, somebody with a number, somebody without. */
export const self = toWireMember({ phone: account, lid: '325134120561102', role: 'admin' });
export const ana = toWireMember({ phone: '447700900002', lid: '326233632189313' });
export const hidden = toWireMember({ lid: '330631678702157' });

/** The group with this number: the account and Ana, unless changed. */
export function group(number: number, change: Parameters<typeof toWireGroup>[1] = {}) {
  return toWireGroup([self, ana], { JID: toId(number), Name: `Group ${number}`, ...change });
}

/** The empty shell of a group (docs/gowa.md#t7). */
export const stub = {
  Name: '',
  Participants: null,
  ParticipantCount: 4,
  GroupCreated: '0001-01-01T00:00:00Z',
};
/** WhatsApp's limit. */
export const limited: Said = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'info query returned status 429: rate-overlimit',
};
/** A lost session. */
export const loggedOut: Said = {
  status: 401,
  code: 'AUTHENTICATION_ERROR',
  message: 'you are not logged in',
};
/** Any other refusal. */
export const refuse = (message: string): Said => ({ status: 500, code: 'INTERNAL_SERVER_ERROR', message });

/** "read Group 1 2+1" (people and unidentified, ! where incomplete) or "failed: why". */
export function summarise(readings: ReadonlyMap<GroupId, Reading>): string[] {
  return [...readings.values()].map((reading) => {
    if (reading.kind === 'unreadable') return `${reading.reason}: ${reading.text.replace(/ \(.*/, '')}`;
    const { settings, people, unidentified, peopleComplete } = reading.group;
    return `${settings.name} ${people.size}+${unidentified.length}${peopleComplete ? '' : '!'}`;
  });
}
