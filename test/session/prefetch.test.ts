import { expect, onTestFinished, test } from 'vitest';
import { loadSources } from '../../src/config/sources.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { prefetchGroups } from '../../src/session/prefetch.ts';
import { altos, pace } from '../support/choir.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';

interface Setup {
  readonly policy?: string;
  readonly target?: readonly string[];
  readonly account?: string;
  readonly isThere?: boolean;
}

/** What was begun of the choir, and what the server was asked. */
async function prefetch({
  policy = choirFiles['_policy.yaml'],
  target = [],
  account,
  isThere = true,
}: Setup = {}) {
  const sandbox = await startSandbox({ world: choirWorld() });
  onTestFinished(() => sandbox.close());
  const groups = makeFolder({ ...choirFiles, '_policy.yaml': policy });
  const { io } = createTestIo({ env: isThere ? { ROLLCALL_URL: sandbox.url } : {} });
  const options = { groups, target, ...(account !== undefined && { account }) };
  const begun = await prefetchGroups(options, await loadSources(groups), io, pace);
  onTestFinished(() => begun.abandon());
  const ask = () => sandbox.requests().map(({ path }) => path.replace(/\?.*/, ''));
  return { begun, ask };
}

test('all groups are on their way once the policy says who asks, and are not asked for again', async () => {
  const { begun, ask } = await prefetch();
  const line = await begun.line;
  const readings = await line?.reader.readGroups([altos]);
  expect(readings?.get(altos)).toMatchObject({ kind: 'read' });
  expect(ask().filter((path) => path === '/user/my/groups')).toHaveLength(1);
  expect(begun.sources.files).toHaveLength(4);
});

const two = 'accounts: { main: "+44 7700 900001", second: "+44 7700 900008" }\n';

test.each<[string, Setup]>([
  ['one group is read by itself', { target: ['altos.yaml'] }],
  ['the policy cannot be read', { policy: '{{{' }],
  ['there are several accounts, and none is named', { policy: two }],
  ['there is no such account', { account: 'third' }],
  ['there is no server', { isThere: false }],
])('nothing is asked where %s: what is wrong with that is for the files to say', async (_, setup) => {
  const { begun, ask } = await prefetch(setup);
  expect(begun.line).toBeUndefined();
  expect(ask()).toEqual([]);
});

test('what goes wrong on the line is told by whoever awaits it, and not before', async () => {
  const { begun } = await prefetch({ policy: two, account: 'second' });
  await expect(begun.line).rejects.toMatchObject({ name: 'UsageError' });
});
