import { execFileSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { keptFor } from '../../../src/domain/patience.ts';
import type { KeptPlan } from '../../../src/forge/forge.ts';
import { findKept, keepPlan } from '../../../src/forge/gitea/kept-plans.ts';
import { copyFolder } from '../../support/copy-folder.ts';
import { makeFolder } from '../../support/folder.ts';
import type { Repository } from '../../support/repository.ts';
import { createRepository, openRepository } from '../../support/repository.ts';

const place = { account: 'main', pullRequest: 7, commit: 'a'.repeat(40) };
const now = Date.UTC(2026, 5, 1);

let shelf: Parameters<typeof findKept>[0];
let server: Repository;

let template: string | undefined;

async function makeTemplate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-kept-'));
  await (await createRepository(folder)).commit();
  return folder;
}

beforeEach(async () => {
  template ??= await makeTemplate();
  const [origin, folder] = [makeFolder(), makeFolder()];
  copyFolder(template, origin);
  server = openRepository(origin);
  const env = { PATH: process.env['PATH'], HOME: folder };
  shelf = { remote: { url: origin, options: { env } }, folder: `${folder}/plans.git` };
});

async function read(before = now + 1_000, wanted = place): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const kept of findKept(shelf, wanted, before)) found.push(await toSeen(kept));
  return found;
}

async function toSeen({ keptAt, isTimeTold, read: get }: KeptPlan) {
  const file = await get();
  return [keptAt - now, isTimeTold, file && `${Buffer.from(file.plan).toString()} ${file.seal}`];
}

const keep = (at: number, plan: string, more: object = {}) =>
  keepPlan(shelf, { ...place, at, ...more }, { plan: Buffer.from(plan), seal: `for ${plan}` });

test('what was kept before a time is there as it was, the newest first', async () => {
  await keep(now - 2, 'one');
  await keep(now - 1, 'two ü 🎶\n');
  await keep(now, 'three');
  expect(await read(now)).toEqual([
    [-1, false, 'two ü 🎶\n for two ü 🎶\n'],
    [-2, false, 'one for one'],
  ]);
});

test('each place has its own', async () => {
  await keep(now, 'one', { account: 'choir/../main' });
  expect(await read(now + 1, { ...place, account: 'choir/../main' })).toHaveLength(1);
  expect(await read()).toEqual([]);
  expect(await read(now + 1, { ...place, pullRequest: 8 })).toEqual([]);
});

test('what nobody needs any more is gone from the server, and nothing else of it', async () => {
  await keep(now - keptFor.plan, 'old');
  await server.git('branch', 'rollcall-state');
  await keep(now + 1, 'new');
  const refs = await server.git('for-each-ref', '--format=%(refname)');
  expect(refs.split('\n')).toEqual([
    'refs/heads/main',
    'refs/heads/rollcall-state',
    `refs/rollcall/plans/main/7/${place.commit}/${now + 1}`,
  ]);
});

describe('what somebody else put there', () => {
  const ref = `refs/rollcall/plans/main/7/${place.commit}`;

  test.each([
    ['a commit without a plan', 'HEAD'],
    ['a folder', 'HEAD^{tree}'],
  ])('is no plan: %s', async (_, what) => {
    await server.git('update-ref', `${ref}/${now}`, await server.git('rev-parse', what));
    expect(await read()).toEqual([[0, false, undefined]]);
  });

  test.each(['x', '0', '-1', '1e3', '9'.repeat(20)])('has no such time: %s', async (name) => {
    await server.git('update-ref', `${ref}/${name}`, 'HEAD');
    expect(await read(Number.POSITIVE_INFINITY)).toEqual([]);
  });

  test('in masses, is looked at no longer than plans are', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => `update ${ref}/${at + 1} HEAD\n`).join('');
    execFileSync('git', ['update-ref', '--stdin'], { cwd: shelf.remote.url, input: lines });
    const found: KeptPlan[] = [];
    for await (const kept of findKept(shelf, place, now)) found.push(kept);
    expect(found).toHaveLength(50);
  });
});

test('what is gone since it was listed is passed over', async () => {
  await keep(now - 1, 'one');
  await keep(now, 'two');
  const found: unknown[] = [];
  for await (const kept of findKept(shelf, place, now + 1)) {
    if (kept.keptAt === now)
      await server.git('update-ref', '-d', `refs/rollcall/plans/main/7/${place.commit}/${now}`);
    found.push(await toSeen(kept));
  }
  expect(found).toEqual([
    [0, false, undefined],
    [-1, false, 'one for one'],
  ]);
});

test('where the server goes away after the list, no older plan is taken for the newest', async () => {
  await keep(now, 'one');
  const { value: kept } = await findKept(shelf, place, now + 1).next();
  renameSync(shelf.remote.url, `${shelf.remote.url}-away`);
  await expect((kept as KeptPlan).read()).rejects.toThrow('ls-remote');
});

test('a server that does not answer is no empty shelf', async () => {
  shelf = { ...shelf, remote: { ...shelf.remote, url: `${makeFolder()}/nowhere` } };
  await expect(read()).rejects.toThrow('ls-remote');
  await expect(keep(now, 'one')).rejects.toThrow('push');
});
