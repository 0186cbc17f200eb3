import { parse as parseYaml, stringify } from 'yaml';
import { z } from 'zod';
import { faultRule } from '../faults.ts';
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
 * `PUT faults` (a list of rules, JSON or YAML, or `{faults: […]}`).
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

const ruleFile = z.object({ faults: z.array(faultRule) });

function putFaults(request: HttpRequest, sandbox: Controlled): Answer {
  const value = parseLoosely(request.body.toString('utf8'));
  const parsed = ruleFile.safeParse(Array.isArray(value) ? { faults: value } : value);
  if (!parsed.success) return toText(400, `${z.prettifyError(parsed.error)}\n`);
  sandbox.setFaults(parsed.data.faults);
  return toJson(200, parsed.data);
}

function parseLoosely(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return undefined;
  }
}

function toJson(status: number, value: unknown): Answer {
  return {
    status,
    contentType: 'application/json; charset=utf-8',
    body: `${JSON.stringify(value, null, 2)}\n`,
  };
}
