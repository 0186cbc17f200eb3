import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formsFolder, formNames } from '../support/forges/forms.ts';
import { openRealWorld } from './real-world.ts';

/*
 * What a real Gitea answers, in the forms that the stub of `npm test` has. With ROLLCALL_FORGE_RECORD they are written anew.
 */

let world: Awaited<ReturnType<typeof openRealWorld>>;
const answers: Record<string, unknown> = {};

beforeAll(async () => {
  world = await openRealWorld();
  const { clara } = world.server;
  await world.pushTo('one');
  const number = await world.openPull('one');
  await world.forge.addComment(number, 'ours');
  await world.approve(number);
  const commit = await world.merge(number);
  await world.forge.openIssue('drift', 'drift');
  const get = (path: string) => clara.api('GET', `/repos/clara/choir${path}`);
  const first = async (path: string) => ((await get(path)) as unknown[])[0];
  answers['pull'] = await get(`/commits/${commit}/pull`);
  answers['review'] = await first(`/pulls/${number}/reviews`);
  answers['comment'] = await first(`/issues/${number}/comments`);
  answers['issue'] = await first('/issues?type=issues');
  answers['ref'] = await first(`/git/refs/pull/${number}/head`);
  answers['repository'] = await get('');
  if (!process.env['ROLLCALL_FORGE_RECORD']) return;
  mkdirSync(formsFolder, { recursive: true });
  for (const [name, answer] of Object.entries(answers)) writeFileSync(toFile(name), toText(answer));
});
afterAll(() => world.close());

function toFile(name: string): string {
  return join(formsFolder, `${name}.json`);
}

/** Without what is of this machine, and of today. */
function toText(answer: unknown): string {
  const text = JSON.stringify(answer, null, 2).replaceAll(world.server.url, 'https://git.example.org');
  return `${text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)/g, '2026-06-01T10:00:00Z')}\n`;
}

/** The names of all that is in it, and of what kind each is. */
function toForm(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [`${path}: list`];
  if (typeof value !== 'object' || value === null)
    return [`${path}: ${value === null ? 'null' : typeof value}`];
  return Object.entries(value).flatMap(([name, each]) => toForm(each, `${path}.${name}`));
}

test.each(formNames)('%s', (name) => {
  const recorded: unknown = JSON.parse(readFileSync(toFile(name), 'utf8'));
  expect(toForm(answers[name])).toEqual(toForm(recorded));
});
