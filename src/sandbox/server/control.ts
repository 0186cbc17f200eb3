import { stringify } from 'yaml';
import { parseFaults } from '../parse-faults.ts';
import { WorldError } from '../world-file.ts';
import { toText } from './answer.ts';
import type { Answer } from './answer.ts';
import type { HttpRequest } from './http-request.ts';
import type { LoggedRequest } from './listener.ts';
import type { FaultRule } from '../faults.ts';
import type { WorldFile } from '../world-file.ts';

/** What the HTTP control surface needs of the sandbox. */
export interface Controlled {
  requests(): readonly LoggedRequest[];
  world(): WorldFile;
  setFaults(rules: readonly FaultRule[]): void;
}

/**
 * Answers `/__sandbox/…`: `GET world` (YAML, or JSON with `?format=json`), `GET requests` (JSON),
 * `PUT faults` (JSON or YAML, as `parseFaults` takes them).
 */
export function answerControl(request: HttpRequest, sandbox: Controlled): Answer {
  const what = `${request.method} ${request.path.slice('/__sandbox/'.length).replace(/\/$/, '')}`;
  if (what === 'GET world') return printWorld(sandbox.world(), request.query.get('format') === 'json');
  if (what === 'GET requests') return toJson(200, sandbox.requests());
  if (what === 'PUT faults') return putFaults(request, sandbox);
  return toText(404, 'The sandbox has GET world, GET requests and PUT faults here.\n');
}

function printWorld(world: WorldFile, json: boolean): Answer {
  if (json) return toJson(200, world);
  const body = stringify(world, { lineWidth: 0, aliasDuplicateObjects: false });
  return { status: 200, contentType: 'application/yaml; charset=utf-8', body };
}

function putFaults(request: HttpRequest, sandbox: Controlled): Answer {
  try {
    const faults = parseFaults(request.body.toString('utf8'), 'the request');
    sandbox.setFaults(faults);
    return toJson(200, { faults });
  } catch (error) {
    if (error instanceof WorldError) return toText(400, `${error.message}\n`);
    throw error;
  }
}

function toJson(status: number, value: unknown): Answer {
  return {
    status,
    contentType: 'application/json; charset=utf-8',
    body: `${JSON.stringify(value, null, 2)}\n`,
  };
}
