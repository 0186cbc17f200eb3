import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Client } from '../../src/gowa/client.ts';
import { GowaError } from '../../src/gowa/answers/gowa-error.ts';
import { readContacts } from '../../src/gowa/contacts.ts';
import { readJoinRequests } from '../../src/gowa/join-requests.ts';
import { askInviteLink } from '../../src/gowa/invite-link.ts';
import { toAnswer } from '../../src/gowa/answers/to-answer.ts';
import { exchange } from '../../src/gowa/line/exchange.ts';
import { findProof, toLiveGroup } from '../../src/gowa/to-live-group.ts';
import { readDevices, readServerInfo, readStatus } from '../../src/gowa/session.ts';
import { createSilence } from '../../src/gowa/line/silence.ts';
import type { WireGroup } from '../../src/gowa/answers/wire.ts';
import {
  avatar,
  groupInfo,
  groupList,
  groupParticipants,
  userCheck,
  userInfo,
} from '../../src/gowa/answers/wire.ts';
import type { GroupId } from '../../src/domain/group.ts';
import type { PhoneNumber } from '../../src/domain/people/person.ts';

/** A request to a real GOWA and its answer, as the recordings hold them. */
export interface Recorded {
  readonly request: { readonly method: string; readonly path: string; readonly json?: unknown };
  readonly response: {
    readonly status: number;
    readonly contentType?: string;
    readonly json?: unknown;
    readonly text?: string;
  };
}

/** The account that acts in all recordings. */
const account = '447700900001' as PhoneNumber;

/** The exchanges of a recording, or of a file with one exchange a line. */
export function loadExchanges(path: string): readonly Recorded[] {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.jsonl'))
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Recorded);
  const { steps } = JSON.parse(text) as { steps: readonly (Partial<Recorded> & object)[] };
  return steps.filter((step): step is Recorded => step.request !== undefined);
}

/** Sends what GOWA answered, byte for byte as far as the recording tells. */
export function replay({ response: recorded }: Recorded, response: ServerResponse): void {
  response.statusCode = recorded.status;
  response.setHeader('content-type', recorded.contentType ?? 'text/plain');
  response.end(recorded.json === undefined ? (recorded.text ?? '') : JSON.stringify(recorded.json));
}

type Summarise = (client: Client, query: Readonly<Record<string, string>>) => Promise<readonly string[]>;

const reads: Readonly<Record<string, Summarise>> = {
  '/app/status': async (client) => [JSON.stringify(await readStatus(client))],
  '/app/info': async (client) => [JSON.stringify(await readServerInfo(client))],
  '/devices': async (client) => [JSON.stringify(await readDevices(client))],
  '/user/check': async (client, query) => [JSON.stringify(await client.get('/user/check', query, userCheck))],
  '/user/info': async (client, query) => [JSON.stringify(await client.get('/user/info', query, userInfo))],
  '/group/info': async (client, query) => [summariseGroup(await client.get('/group/info', query, groupInfo))],
  '/user/my/groups': async (client, query) => {
    const { data } = await client.get('/user/my/groups', query, groupList);
    return (data ?? []).map((entry) => summariseGroup(groupInfo.parse(entry)));
  },
  '/user/avatar': async (client, query) => [JSON.stringify(await client.get('/user/avatar', query, avatar))],
  '/group/participants': async (client, query) => {
    const { participants } = await client.get('/group/participants', query, groupParticipants);
    return [participants.map(({ jid, phone_number: phone }) => `${jid}=${phone}`).join(' ')];
  },
  '/user/my/contacts': async (client) => {
    const { byPerson, byLid } = await readContacts(client);
    return [...byPerson, ...[...byLid].map(([lid, name]) => [`lid:${lid}`, name])].map((one) =>
      JSON.stringify(one),
    );
  },
  '/group/participant-requests': async (client, { group_id: group = '' }) => {
    const requests = await readJoinRequests(client, group as GroupId);
    if (requests === 'unread') return [requests];
    return requests.map(({ person, lid, ownName }) =>
      [person?.phone ?? '?', lid && `lid:${lid}`, ownName && JSON.stringify(ownName)]
        .filter(Boolean)
        .join(' '),
    );
  },
  '/group/invite-link': async (client, { group_id: group = '', reset }) => {
    // A link is renewed by a change of its own; nothing that reads can do it.
    if (reset !== undefined) return [];
    const link = await askInviteLink(client, group as GroupId);
    return [link instanceof GowaError ? toText(link).join() : link];
  },
};

const writes =
  /^\/(group|group\/participants(\/(remove|promote|demote))?|group\/participant-requests\/(approve|reject)|group\/(name|topic|announce|locked|photo)|chat\/[^/]+\/disappearing)$/;

/** What Rollcall makes of a recorded exchange, or undefined where it never sends such a request. */
export async function summarise(client: Client, { request }: Recorded): Promise<string | undefined> {
  // Each stands for itself, however many before it had no answer.
  Object.assign(client.connection.silence, createSilence());
  const url = new URL(request.path, 'http://gowa');
  // Recordings of servers with a base path.
  const path = url.pathname.replace(/^\/(x|gowa)(?=\/)/, '');
  if (request.method === 'POST' && writes.test(path)) return summariseWrite(client, path, request.json);
  const read = reads[path];
  if (request.method !== 'GET' || !read) return undefined;
  const lines = await read(client, Object.fromEntries(url.searchParams)).catch(toText);
  return toBlock(`GET ${path}${url.search}`, lines);
}

async function summariseWrite(client: Client, path: string, json: unknown): Promise<string> {
  const reply = await exchange(client.connection, { method: 'POST', path, template: path, json: json ?? {} });
  return toBlock(`POST ${path} ${JSON.stringify(json ?? {}).replace(/(?<=^.{150}).*/su, '…')}`, [
    JSON.stringify(toAnswer(reply)),
  ]);
}

function toBlock(request: string, lines: readonly string[]): string {
  return [request, ...lines.map((line) => `  ${line}`)].join('\n');
}

function toText(error: unknown): readonly string[] {
  if (!(error instanceof GowaError)) throw error;
  return [`${error.code}: ${error.text}`];
}

function summariseGroup(info: WireGroup): string {
  const live = toLiveGroup(info, { account, numbers: new Map() });
  const people = [...live.people.values(), ...live.unidentified].map((person) => {
    const name = 'phone' in person ? person.phone : `lid:${person.lid}`;
    return `${name}${person.role === 'admin' ? '↑' : ''}${person.isOwner ? '*' : ''}`;
  });
  const marks = [live.kind, `self ${live.self}`, live.suspended && 'suspended', live.topicFrozen && 'frozen'];
  const proof = findProof(info) !== 'none' ? '' : ' NOT PROVEN';
  return `${live.id} ${JSON.stringify(live.settings)} ${marks.filter(Boolean).join(', ')}${proof}: ${people.join(' ')}`;
}
