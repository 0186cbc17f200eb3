import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Policy } from '../../src/domain/organisation.ts';
import { LockedError } from '../../src/journal/lines/lock.ts';
import type { MemoryInput } from '../../src/session/memory.ts';
import { findStateFolder, openMemory, openToPlan, readMemory } from '../../src/session/memory.ts';
import { account, altos, desiredGroup, organisation, singer } from '../support/choir.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';

const { io } = createTestIo({});

function toInput(policy: Partial<Policy> = {}, isSandbox = false): MemoryInput {
  return {
    organisation: organisation([desiredGroup()], policy),
    account: { name: 'main', phone: account.phone },
    isSandbox,
    secret: Buffer.alloc(32, 7),
  };
}

test.each([
  ['none is kept', {}, {}, false, undefined],
  ['the policy’s', {}, { state: '.rollcall' }, false, '.rollcall'],
  ['what is named goes before it', { state: 'ours' }, { state: '.rollcall' }, false, 'ours'],
  ['a sandbox has none', {}, { state: '.rollcall' }, true, undefined],
  ['but where it is named', { state: 'ours' }, { state: '.rollcall' }, true, 'ours'],
])('the state folder: %s', (_, options, policy, isSandbox, expected) => {
  expect(findStateFolder(options, organisation([], policy), isSandbox)).toBe(expected);
});

test.each([
  ['readMemory', readMemory],
  ['openToPlan', openToPlan],
  ['openMemory', openMemory],
])('%s: where none is kept, nothing is known and nothing written', async (_, open) => {
  const memory = await open({}, toInput(), io);
  expect(memory.past.memory).toBe('none');
  await memory.record({ type: 'looked-up', person: singer(2).key, lookups: 2 });
  await memory.close();
});

/** A folder with a memory in which singer 2 was looked up. */
async function begin(policy: Partial<Policy> = {}): Promise<string> {
  const state = join(makeFolder(), 'state');
  const memory = await openMemory({ state, newJournal: true }, toInput(policy), io);
  await memory.record({ type: 'looked-up', person: singer(2).key, lookups: 2 });
  await memory.close();
  return state;
}

describe('a memory in a folder', () => {
  test('is there for the next run', async () => {
    const state = await begin();
    const { past } = await readMemory({ state }, toInput(), io);
    expect(past.memory).toBe('kept');
    expect(past.lookups.map(({ count }) => count)).toContain(2);
  });

  test('is not begun by whoever only reads', async () => {
    const state = join(makeFolder(), 'state');
    expect((await readMemory({ state }, toInput(), io)).past).toMatchObject({
      memory: 'unusable',
      isUnbegun: true,
    });
    expect(existsSync(state)).toBe(false);
  });

  test('is locked by an apply, and read by others all the same', async () => {
    const state = await begin();
    const memory = await openMemory({ state }, toInput(), io);
    onTestFinished(() => memory.close());
    await expect(openMemory({ state }, toInput(), io)).rejects.toThrow(LockedError);
    expect((await readMemory({ state }, toInput(), io)).past.memory).toBe('kept');
  });

  test('a plan counts what it looks up there, and nothing else', async () => {
    const state = await begin();
    const memory = await openToPlan({ state }, toInput(), io);
    await memory.record({ type: 'looked-up', person: singer(3).key, lookups: 2 });
    await memory.record({ type: 'approved', group: altos, ids: ['a'.repeat(32)] });
    await memory.close();
    const { past } = await readMemory({ state }, toInput(), io);
    expect(past.lookups.filter(({ count }) => count === 2)).toHaveLength(2);
    expect(past.pending.size).toBe(0);
  });

  test('is each account’s own where there are several', async () => {
    const accounts = new Map([
      ['main', account.phone],
      ['second', singer(8).phone],
    ]);
    expect(readdirSync(await begin({ accounts }))).toEqual(['main']);
    expect(readdirSync(await begin())).toContain('journal.jsonl');
  });
});
