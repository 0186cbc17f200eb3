import { toErrorAnswer, toFailure, toText } from './answer.ts';
import { refuseUnauthorised } from './auth.ts';
import { requestTimeout } from './call.ts';
import { findSlot } from './find-slot.ts';
import { deviceRoutes, forkRoutes, matchPath, openRoutes } from './routes.ts';
import { createConnection } from '../whatsapp/connection.ts';
import { findPicture } from '../whatsapp/picture-host.ts';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import type { Gowa, Slot } from './gowa.ts';
import type { HttpRequest } from './http-request.ts';

/**
 * Returns what GOWA answers, in the order of its middleware (docs/gowa.md#02-order-of-middleware): health, credentials,
 * the routes without a device, the device, the rest. `log` gets every query made.
 */
export async function answerRequest(
  gowa: Gowa,
  request: HttpRequest,
  log: (query: string) => void,
): Promise<Answer> {
  try {
    return await route(gowa, request, log);
  } catch (error) {
    const answer = toErrorAnswer(error);
    if (answer !== undefined) return answer;
    // Not GOWA's: a mistake of the sandbox itself, to be seen and reported.
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return toFailure(500, 'SANDBOX_BUG', text);
  }
}

async function route(gowa: Gowa, request: HttpRequest, log: (query: string) => void): Promise<Answer> {
  const { basicAuth, basePath = '' } = gowa.server;
  if (/^\/health\/?$/i.test(request.path)) return answerHealth(request);
  if (request.path.startsWith(`${basePath}/pictures/`)) return answerPicture(gowa, request);
  const refusal = basicAuth ? refuseUnauthorised(request.headers['authorization'], basicAuth) : undefined;
  if (refusal !== undefined) return refusal;
  if (!request.path.toLowerCase().startsWith(basePath.toLowerCase())) return toText(404, 'Not Found');
  const path = request.path.slice(basePath.length);
  if (basePath !== '' && path !== '' && !path.startsWith('/')) return toText(404, 'Not Found');
  for (const open of openRoutes) {
    const params = matchPath(open, path);
    if (params !== undefined && isMethod(open.method, request.method)) return open.answer(gowa, params);
  }
  return await answerForDevice(gowa, request, path, log);
}

async function answerForDevice(
  gowa: Gowa,
  request: HttpRequest,
  path: string,
  log: (query: string) => void,
): Promise<Answer> {
  const slot = path === '' || path === '/' ? undefined : findSlot(gowa, request);
  if (slot === undefined) return toText(200, 'A sandbox of GOWA.');
  if ('body' in slot) return slot;
  const routes = gowa.server.fork === true ? [...deviceRoutes, ...forkRoutes] : deviceRoutes;
  for (const candidate of routes) {
    const params = matchPath(candidate, path);
    if (params !== undefined && isMethod(candidate.method, request.method)) {
      return await candidate.answer(toCall(gowa, slot, request, params, log));
    }
  }
  const isKnown = [...openRoutes, ...routes].some((one) => matchPath(one, path) !== undefined);
  return isKnown ? toText(405, 'Method Not Allowed') : toText(404, 'Not Found');
}

function toCall(
  gowa: Gowa,
  slot: Slot,
  request: HttpRequest,
  params: Call['params'],
  log: (query: string) => void,
): Call {
  const { clock, behaviour } = gowa.world;
  const connection = createConnection(gowa.world, gowa.faults, { pn: slot.pn }, log, {
    loggedOut: () => {
      slot.state = 'logged_out';
    },
    dropped: () => {
      slot.reconnectsAt = clock.now() + behaviour.reconnect_after;
    },
  });
  return { gowa, slot, connection, request, params, deadline: clock.now() + requestTimeout };
}

function answerHealth(request: HttpRequest): Answer {
  return isMethod('GET', request.method) ? toText(200, 'OK') : toText(405, 'Method Not Allowed');
}

/** WhatsApp's picture host, which needs no credentials: the link is the secret. */
function answerPicture(gowa: Gowa, request: HttpRequest): Answer {
  const { basePath = '' } = gowa.server;
  const jpeg = findPicture(gowa.world, request.path.slice(basePath.length));
  if (jpeg === undefined) return toText(404, 'Not Found');
  return { status: 200, contentType: 'image/jpeg', body: jpeg };
}

function isMethod(wanted: string, method: string): boolean {
  return method === wanted || (wanted === 'GET' && method === 'HEAD');
}
