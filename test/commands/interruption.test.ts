import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { main } from '../../src/main.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Stage } from '../support/stage.ts';
import { createTestIo, openStage } from '../support/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage({ files: choirFiles, world: choirWorld() });
});

afterEach(async () => {
  await stage.close();
});

const terminal = { isInteractive: true };

/** A command at a terminal, where Ctrl-C is typed as soon as a text is seen. */
async function interruptAt(seen: string, ...argv: string[]) {
  const interruption = new AbortController();
  const { io, written } = createTestIo({
    env: { ROLLCALL_URL: stage.sandbox.url },
    terminal,
    signal: interruption.signal,
    onWrite: (text) => {
      if (text.includes(seen)) interruption.abort();
    },
  });
  const code = await main([...argv, '--groups', stage.path('groups')], io);
  return { code, ...written };
}

/** A server that never gets its answer from WhatsApp. */
const hang = () => stage.sandbox.setFaults([{ path: '/user/my/groups', delay: 60_000 }]);

/** What is left of a line that redraws itself. */
const settled = (text: string) => text.split('\r\u001b[2K').at(-1) ?? '';

describe('while groups are read', () => {
  test.each([
    ['plan', []],
    ['plan', ['--out', 'plan.json']],
    ['apply', ['--yes']],
    ['apply', []],
  ])('%s %j ends at once, in one line, and is no mistake of anybody', async (command, flags) => {
    hang();
    const { code, out, err } = await interruptAt('Reading groups', command, ...flags);
    expect(code).toBe(exitCodes.interrupted);
    expect(out).toBe('');
    expect(settled(err)).toBe('Interrupted: nothing was written.\n');
    expect(stage.writes()).toEqual([]);
  });
});

/** An apply at a terminal, and what is typed at its prompt. */
async function apply(answer: string | (() => string), signal = new AbortController().signal) {
  const { io, written } = createTestIo({
    env: { ROLLCALL_URL: stage.sandbox.url },
    terminal,
    answer,
    signal,
  });
  const code = await main(['apply', '--groups', stage.path('groups')], io);
  return { code, ...written };
}

describe('at the prompt', () => {
  test('Ctrl-C writes nothing, and does not wait for what was never sent', async () => {
    const interruption = new AbortController();
    const abort = () => {
      interruption.abort();
      return '';
    };
    const { code, err } = await apply(abort, interruption.signal);
    expect(code).toBe(exitCodes.interrupted);
    expect(settled(err)).toBe('Nothing was written.\n');
    expect(stage.writes()).toEqual([]);
  });

  test.each([
    ['Ctrl-D', ''],
    ['no', 'no'],
  ])('%s writes nothing', async (_, answer) => {
    const { code, err } = await apply(answer);
    expect(code).toBe(exitCodes.incomplete);
    expect(settled(err)).toBe('Nothing was written.\n');
    expect(stage.writes()).toEqual([]);
  });

  test('nobody is asked where a limit refuses all of it', async () => {
    const limits = 'limits: { removals: { group: 0%, floor: 0, run: 0 } }\n';
    await stage.write('groups/_policy.yaml', `${choirFiles['_policy.yaml']}${limits}`);
    await stage.write('groups/altos.yaml', 'id: 120363000000000001@g.us\nmembers: [ana, budi]\n');
    await stage.write('groups/basses.yaml', 'id: 120363000000000002@g.us\nmembers: [budi, dewi]\n');
    const { code, err } = await apply('no');
    expect(settled(err)).not.toContain('Nothing was written');
    expect(code).toBe(exitCodes.refused);
    expect(stage.writes()).toEqual([]);
  });
});

test('once something was sent, it says what it waits for', async () => {
  const { code, err, out } = await interruptAt('adding', 'apply', '--yes');
  expect(code).toBe(exitCodes.interrupted);
  expect(err).toContain('Interrupted: waiting for what is on its way. Once more ends at once.');
  expect(out).toContain('skipped');
});
