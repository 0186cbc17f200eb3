import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveOrganisation } from '../../src/config/resolve.ts';
import { loadSources } from '../../src/config/sources.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import { parseWorld } from '../../src/sandbox/world-file.ts';
import { noon, parseFiles } from './files.ts';

const root = join(import.meta.dirname, '../../groups');

async function loadExample(): Promise<Organisation> {
  const resolution = resolveOrganisation(parseFiles(await loadSources(root)), noon);
  if (resolution.kind === 'organisation') return resolution.organisation;
  throw new Error(resolution.diagnostics.map(({ code, detail }) => `${code}: ${detail}`).join('\n'));
}

test('the example has no mistakes, and one date that is over', async () => {
  const { warnings, groups } = await loadExample();
  expect(warnings.map(({ code }) => code)).toEqual(['until-over']);
  expect(groups.map(({ file }) => file)).toEqual([
    'altos.yaml',
    'alumni.yaml',
    'basses.yaml',
    'choir-news.yaml',
    'committee.yaml',
    'coro-amigo.yaml',
    'newcomers.yaml',
    'sopranos.yaml',
    'tenors.yaml',
    'tour.yaml',
    'youth/parents.yaml',
    'youth/summer-camp.yaml',
  ]);
});

test('the example shows what the language has', async () => {
  const { groups, policy } = await loadExample();
  const people = groups.flatMap((group) => [...group.people.values()]);
  expect({
    modes: new Set(groups.flatMap(({ manage }) => [manage.members, manage.admins, manage.settings])),
    settings: new Set(groups.flatMap(({ settings }) => Object.keys(settings))),
    readd: people.some(({ readd }) => readd !== undefined),
    byInvite: people.some(({ byInvite }) => byInvite),
    from: people.some(({ memberFrom }) => memberFrom !== undefined),
    until: people.some(({ memberUntil }) => memberUntil !== undefined),
    defaults: people.some(({ ways }) => ways.some(({ defaults }) => defaults !== undefined)),
    lids: groups.some(({ knownLids }) => knownLids.size > 0),
    new: groups.some(({ id }) => id === undefined),
    protected: policy.protected.size > 0,
  }).toEqual({
    modes: new Set(['exact', 'additive', 'observe']),
    settings: new Set(['name', 'topic', 'announce', 'locked', 'disappearing']),
    readd: true,
    byInvite: true,
    from: true,
    until: true,
    defaults: true,
    lids: true,
    new: true,
    protected: true,
  });
});

test('all numbers are from ranges for fiction, or from a place without any', async () => {
  const { people, policy } = await loadExample();
  const phones = [...policy.accounts.values(), ...[...people.values()].map(({ phone }) => phone)];
  expect(phones.filter((phone) => !/^(447700900\d{3}|5520\d{8,9})$/.test(phone))).toEqual([]);
});

test('the sandbox’s world is the account’s and has every group with an id', async () => {
  const { groups, policy } = await loadExample();
  const world = parseWorld(await readFile(join(root, '.sandbox.yaml'), 'utf8'), '.sandbox.yaml');
  expect(world.server.devices.map(({ pn }) => pn)).toEqual([...policy.accounts.values()]);
  expect(world.groups.map(({ id }) => `${id}@g.us`).toSorted()).toEqual(
    groups.flatMap(({ id }) => id ?? []).toSorted(),
  );
});
