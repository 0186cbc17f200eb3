import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/start.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { makeFolder } from '../support/folder.ts';
import { runHere } from '../support/program-here.ts';
import { findRoot } from '../support/repository-root.ts';

const account = '447700900001';
const people = { ana: '447700900002', budi: '447700900003', citra: '447700900005' };
const stranger = '447700900009';

const readPage = () => readFile(join(findRoot(), 'docs', 'rehearse.md'), 'utf8');

/** The commands between two marks of the page, each with what stands below it. */
async function readSession(mark: string): Promise<{ command: string[]; said: string }[]> {
  const block = new RegExp(`<!-- ${mark} -->\n+\`\`\`text\n(.*?)\`\`\``, 's').exec(await readPage())?.[1];
  const parts = (block ?? '').split(/^\$ rollcall /m).slice(1);
  expect(parts).not.toEqual([]);
  return parts.map((part) => {
    const [line = '', ...said] = part.split('\n');
    return { command: line.split(' '), said: said.join('\n').trim() };
  });
}

/** The folder that the page begins with. */
async function openFolder(): Promise<string> {
  const book = /^# groups\/book-club\.yaml\n(.*?)```/ms.exec(await readPage())?.[1] ?? '';
  const folder = makeFolder({
    'club/groups/_policy.yaml': `account: "+${account}"\n`,
    'club/groups/_people.yaml': `people: { ${Object.entries(people)
      .map(([handle, pn]) => `${handle}: "+${pn}"`)
      .join(', ')} }\n`,
    'club/groups/book-club.yaml': book,
  });
  return join(folder, 'club');
}

async function open(world: SandboxOptions['world']): Promise<Sandbox> {
  const sandbox = await startSandbox({ world });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** What the page says of each command, and what it says now. */
async function play(
  mark: string,
  folder: string,
  { url }: Sandbox,
): Promise<{ page: string; now: string }[]> {
  const env = { ROLLCALL_URL: url, COLUMNS: '92', LANG: 'en_GB.UTF-8' };
  const told: { page: string; now: string }[] = [];
  for (const { command, said } of await readSession(mark)) {
    const { out } = await runHere(folder, command, env);
    told.push({ page: said, now: out.trim() });
  }
  return told;
}

test('what docs/rehearse.md prints of a group from nothing is what the commands print', async () => {
  const folder = await openFolder();
  const server = { devices: [{ pn: account }] };
  const first = await open({ server, people: Object.values(people).map((pn) => ({ pn })), groups: [] });
  const told = await play('from-nothing', folder, first);
  const world = first.world();
  const requests = [{ pn: people.citra }, { pn: stranger }];
  const groups = world.groups.map((group) => ({ ...group, approval: true, requests }));
  told.push(...(await play('knocking', folder, await open({ ...world, groups }))));
  expect(told.map(({ now }) => now)).toEqual(told.map(({ page }) => page));
});
