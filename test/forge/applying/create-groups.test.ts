import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGroups } from '../../../src/forge/applying/create-groups.ts';
import { openJob } from '../../../src/forge/job.ts';
import { createTestIo } from '../../support/stage.ts';
import { key } from '../../support/seal.ts';
import { roundFiles, roundWorld, tenors } from '../round-stage.ts';
import { useRunStage } from '../run-stage.ts';

const file = 'tenors.yaml';
const on = useRunStage({ ...roundFiles, [file]: tenors }, roundWorld);

/** Makes the groups of the stage's files; `awaits` is asked before each request, and when it was answered. */
function make(awaits: () => Promise<void>) {
  const { workspace, shared } = on.stage;
  const groups = join(workspace, 'groups');
  const env = { PATH: process.env['PATH'] ?? '', ROLLCALL_URL: on.sandbox.url, ROLLCALL_KEY: key };
  const opened = openJob(createTestIo({ env }).io);
  const job = { ...opened, workspace, groups, remote: { url: '', options: { env } } };
  const options = { groups, target: [], plans: [], state: shared('state'), yes: true, newJournal: true };
  return createGroups(job, options, { beforeCreating: awaits });
}

const findSent = () => on.sandbox.requests().filter(({ method }) => method !== 'GET');
const countMade = () => findSent().filter(({ path }) => path === '/group').length;

// What approves it, and what is pushed meanwhile: forge/create.
test('a group is made, its id told, and the file put back; again, it is told again and not made', async () => {
  const counts: number[] = [];
  const first = await make(async () => void counts.push(countMade()));
  const made = on.sandbox.world().groups.find(({ subject }) => subject === 'Tenors');
  expect(first.created).toEqual([
    { path: `groups/${file}`, name: 'Tenors', id: expect.stringContaining(String(made?.id)) as string },
  ]);
  expect(counts).toEqual([0, 1]);
  expect(await readFile(join(on.stage.workspace, 'groups', file), 'utf8')).toBe(tenors);
  expect((await make(async () => undefined)).created).toEqual(first.created);
  expect(countMade()).toBe(1);
});

test('what cannot be written down elsewhere is not asked for', async () => {
  const { created, code } = await make(() => Promise.reject(new Error('no way there')));
  expect([created, code === 0, findSent()]).toEqual([[], false, []]);
});
