import { describe, expect, test } from 'vitest';
import type { Note } from '../../src/forge/runner.ts';
import { makeFolder } from '../support/folder.ts';
import { openJobStage } from './job-stage.ts';

test('an output holds what it is given, whatever stands in it', async () => {
  const { job, outputs } = await openJobStage({});
  await job.runner.setOutputs({ plans: 'a\nb', changes: 0, evil: 'x\nrollcall_abc\ntip<<x\ntrue\nx' });
  await job.runner.setOutputs({ tip: 'false' });
  expect(outputs()).toEqual({
    plans: 'a\nb',
    changes: '0',
    evil: 'x\nrollcall_abc\ntip<<x\ntrue\nx',
    tip: 'false',
  });
});

test('a summary fits, and is added to', async () => {
  const { job, summary } = await openJobStage({});
  await job.runner.addSummary('# One');
  // More bytes than there is room for, and fewer characters.
  await job.runner.addSummary(`${'é'.repeat(99)}\n`.repeat(7_000));
  expect(summary()).toMatch(/^# One\né{99}\n/);
  expect(Buffer.byteLength(summary())).toBeLessThan(1024 * 1024);
});

test('what strangers wrote is no command: none is heard until a word comes that nobody can know', async () => {
  const { job, written } = await openJobStage({});
  job.runner.print('::set-output name=tip::true');
  job.runner.print('::set-output name=tip::true\n');
  const blocks = [
    ...written.out.matchAll(/^::stop-commands::(\S+)\n::set-output name=tip::true\n::\1::\n/gm),
  ];
  const tokens = blocks.map(([, token]) => token);
  expect(new Set(tokens).size).toBe(2);
  // What is printed goes through a net that masks numbers: the two must stay equal.
  for (const token of tokens) expect(token).toMatch(/^[a-f-]{36}$/);
});

/** The lines of these notes. */
async function annotate(notes: readonly Note[], left?: number, policy = ''): Promise<string[]> {
  const env = { GROUPS: makeFolder({ '_policy.yaml': policy }) };
  const { job, written } = await openJobStage({ env });
  await job.runner.annotate(notes, left);
  return written.out.split('\n').slice(0, -1);
}

describe('notes', () => {
  const note: Note = { level: 'error', title: 'Rollcall', text: 'wrong' };

  test('errors come first, each at its place', async () => {
    expect(
      await annotate([
        { ...note, level: 'warning' },
        { ...note, file: 'a.yaml', line: 3 },
      ]),
    ).toEqual(['::error file=a.yaml,line=3,title=Rollcall::wrong', '::warning title=Rollcall::wrong']);
  });

  test('no text and no name of a file ends a note or begins another', async () => {
    const lines = await annotate([{ ...note, file: 'a,line=9::b\n.yaml', text: '50%\r\n::error::x' }]);
    expect(lines).toEqual(['::error file=a%2Cline=9%3A%3Ab%0A.yaml,title=Rollcall::50%25%0D%0A::error::x']);
  });

  test.each([
    [10, 0, 10, undefined],
    [11, 0, 10, '::error::2 more, all of them in the log above'],
    [10, 1, 9, '::error::2 more, all of them in the log above'],
    [9, 1, 9, undefined],
  ])(
    '%i notes with room for %i more are at most so many as the runner shows',
    async (count, left, lines, last) => {
      const shown = await annotate(
        Array.from({ length: count }, () => note),
        left,
      );
      expect(shown).toHaveLength(lines);
      expect(shown.at(-1)).toBe(last ?? '::error title=Rollcall::wrong');
    },
  );

  test.each([
    ['id', '::error::2 lagi, semuanya ada di log di atas'],
    ['pt-BR', '::error::mais 2, todos no log acima'],
  ])('the number of the others is told in the policy’s language: %s', async (language, last) => {
    const all = Array.from({ length: 11 }, () => note);
    const policy = `account: "+44 7700 900001"\nlanguage: ${language}\n`;
    expect((await annotate(all, 0, policy)).at(-1)).toBe(last);
  });
});
