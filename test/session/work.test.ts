import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MistakesError, UsageError } from '../../src/errors.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { openToPlan } from '../../src/session/memory.ts';
import type { WorkMode } from '../../src/session/work.ts';
import { openFiles, openWork } from '../../src/session/work.ts';
import { pace, say } from '../support/choir.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';

const nothing = () => undefined;
const quiet = { start: nothing, groupRead: nothing, photoRead: nothing, lookedUp: nothing, end: nothing };

interface Setup {
  readonly target?: readonly string[];
  readonly mode?: Partial<WorkMode>;
  readonly files?: Readonly<Record<string, string>>;
}

/** The choir's work on a sandbox. */
async function open({ target = [], mode, files = {} }: Setup = {}) {
  const sandbox = await startSandbox({ world: choirWorld() });
  onTestFinished(() => sandbox.close());
  const groups = makeFolder({ ...choirFiles, ...files });
  const { io } = createTestIo({ env: { ROLLCALL_URL: sandbox.url } });
  const options = { groups, target };
  const found = await openFiles(options, io);
  const whole: WorkMode = {
    idsLeave: false,
    openMemory: (input) => openToPlan({}, input, io),
    progress: quiet,
    ...mode,
  };
  const work = await openWork(found, options, whole, io);
  // A test may have closed it by then.
  onTestFinished(() => work.close().catch(() => undefined));
  return work;
}

describe('the files', () => {
  const { io } = createTestIo({});

  test('are narrowed to what is named; what is left out is still known', async () => {
    const { organisation, whole, account } = await openFiles(
      { groups: makeFolder(choirFiles), target: ['altos.yaml'] },
      io,
    );
    expect(organisation.groups.map(({ file }) => file)).toEqual(['altos.yaml']);
    expect(whole.groups).toHaveLength(2);
    expect(account).toEqual({ name: 'main', phone: '447700900001' });
  });

  test('a mistake in what is left out stops as well', async () => {
    const groups = makeFolder({ ...choirFiles, 'basses.yaml': 'members: [nobody]\n' });
    await expect(openFiles({ groups, target: ['altos.yaml'] }, io)).rejects.toThrow(MistakesError);
    await expect(openFiles({ groups: makeFolder(choirFiles), target: ['x'] }, io)).rejects.toThrow(
      UsageError,
    );
  });
});

test('the plan is of what was read, and its fingerprint the same whenever it is', async () => {
  const [one, two] = [await open(), await open()];
  expect(one.plan.groups.map(({ changes }) => changes.map(say))).toEqual(
    two.plan.groups.map(({ changes }) => changes.map(say)),
  );
  expect(one.plan.groups.flatMap(({ changes }) => changes).length).toBeGreaterThan(3);
  expect(one.fingerprint).toBe(two.fingerprint);
  expect((await open({ target: ['altos.yaml'] })).fingerprint).not.toBe(one.fingerprint);
  expect(one).toMatchObject({ isSandbox: true, isPaceHeld: false });
});

test('a slower pace counts, and it is said that the files’ own waits', async () => {
  const slower = { ...pace, addsPerDay: 1 };
  const { organisation } = await open({ mode: { slower } });
  expect(organisation.policy.pace.addsPerDay).toBe(1);
});

test('what was opened is closed in the other order; where the memory cannot be opened, the line is, too', async () => {
  const log: string[] = [];
  const work = await open({
    mode: {
      openMemory: async (input) => ({
        ...(await openToPlan({}, input, createTestIo({}).io)),
        close: async () => void log.push('memory'),
      }),
    },
  });
  const { client } = work.line;
  await work.close();
  expect(log).toEqual(['memory']);
  await expect(client.get('/app/status', {}, {} as never)).rejects.toBeDefined();
  await expect(open({ mode: { openMemory: () => Promise.reject(new Error('locked')) } })).rejects.toThrow(
    'locked',
  );
});

test('a memory is told where the server ended the reading', async () => {
  const sandbox = await startSandbox({
    world: choirWorld(),
    faults: [{ xmlns: 'w:g2', code: 429 }] as never,
  });
  onTestFinished(() => sandbox.close());
  const { io } = createTestIo({ env: { ROLLCALL_URL: sandbox.url } });
  const options = { groups: makeFolder(choirFiles), target: [], state: join(makeFolder(), 'state') };
  const events: string[] = [];
  const work = await openWork(
    await openFiles(options, io),
    options,
    {
      idsLeave: false,
      progress: quiet,
      openMemory: async (input) => ({
        ...(await openToPlan({}, input, io)),
        record: async ({ type }) => void events.push(type),
      }),
    },
    io,
  );
  await work.close();
  expect(events).toEqual(['stopped']);
  expect(work.plan.groups.flatMap(({ changes }) => changes)).toEqual([]);
});
