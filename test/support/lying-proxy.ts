import type { HttpServer } from './http-server.ts';
import { startHttpServer } from './http-server.ts';

/** A group as GOWA writes it, to be falsified. */
export interface ToldGroup {
  JID: string;
  Name: string;
  GroupCreated?: string;
  Participants: ToldParticipant[] | null;
  ParticipantCount?: number;
}

interface ToldParticipant {
  JID: string;
  PhoneNumber: string;
  LID: string;
  IsAdmin: boolean;
  IsSuperAdmin: boolean;
}

/** What is told instead of a group that GOWA showed; `path`: "/group/info" or "/user/my/groups". */
export type Lie = (group: ToldGroup, path: string) => void;

export interface LyingProxy extends HttpServer {
  /** From now on groups are told like this; undefined: as they are. */
  tell(lie: Lie | undefined): void;
}

/** Stands between Rollcall and a sandbox, real HTTP on both sides, and tells of groups what it likes. */
export async function startLyingProxy(target: string): Promise<LyingProxy> {
  let lie: Lie | undefined;
  const server = await startHttpServer(async (request, response) => {
    const seen = server.requests.at(-1);
    const { method = 'GET', url = '', headers } = request;
    const type = headers['content-type'];
    const answer = await fetch(target + url, {
      method,
      headers: {
        ...(headers['x-device-id'] && { 'x-device-id': String(headers['x-device-id']) }),
        ...(type && { 'content-type': type }),
      },
      ...(method === 'POST' && { body: seen?.body ?? '' }),
    });
    const text = await answer.text();
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'text/plain',
      'x-rollcall-sandbox': '1',
    });
    response.end(lie ? falsify(text, url.replace(/\?.*/, ''), lie) : text);
  });
  return {
    ...server,
    tell: (other) => {
      lie = other;
    },
  };
}

function falsify(text: string, path: string, lie: Lie): string {
  if (path !== '/group/info' && path !== '/user/my/groups') return text;
  const answer = JSON.parse(text) as { results?: ToldGroup & { data?: ToldGroup[] } };
  const groups = answer.results?.data ?? (answer.results ? [answer.results] : []);
  for (const group of groups) lie(group, path);
  return JSON.stringify(answer);
}
