import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { endStep, readDocument, toCode } from '../../src/forge/end.ts';
import { makeFolder } from '../support/folder.ts';
import { openJobStage } from './job-stage.ts';

const printed = { out: 'the plan of +447700900002\n', err: '' };

test.each([
  [exitCodes.ok, '', 0],
  [exitCodes.failed, 'failed', 1],
  [exitCodes.changes, '', 2],
  [exitCodes.incomplete, 'incomplete', 3],
  [exitCodes.refused, 'refused', 4],
  [exitCodes.usage, 'usage', 64],
  [exitCodes.mistakes, 'mistakes', 65],
  [exitCodes.bug, 'bug', 70],
  [exitCodes.interrupted, 'interrupted', 130],
  [99, 'bug', 99],
])('the code %i is the step’s own, and its reason is %j', async (code, reason, expected) => {
  const { job, outputs, written } = await openJobStage({});
  expect(await endStep({ code, ...printed }, job)).toBe(expected);
  expect(outputs()).toMatchObject({ 'failure-reason': reason, changes: '0', fingerprint: '' });
  expect(written.out.includes('::error')).toBe(code !== 0);
});

test.each([
  ['en', 'A limit objects (exit 4)'],
  ['id', 'Sebuah batas menolaknya (kode 4)'],
  ['pt-BR', 'Um limite não deixa (código 4)'],
])('why a step ended so is told in the policy’s language: %s', async (language, text) => {
  const policy = `account: "+44 7700 900001"\nlanguage: ${language}\n`;
  const { job, written } = await openJobStage({ env: { GROUPS: makeFolder({ '_policy.yaml': policy }) } });
  await endStep({ code: exitCodes.refused, ...printed }, job);
  expect(written.out).toContain(`::error title=Rollcall::${text}\n`);
});

test.each([
  [exitCodes.incomplete, 0],
  [exitCodes.failed, 1],
  [exitCodes.refused, 4],
])('where what is left for later is no failure, the code %i becomes %i', async (code, expected) => {
  const { job } = await openJobStage({});
  expect(await endStep({ code, ...printed, isQuiet: true }, job)).toBe(expected);
});

test.each([
  ['', 0],
  ['failed', 1],
  ['mistakes', 65],
  ['bug', 1],
  ['whatever', 1],
])('the reason %j stands for the code %i', (reason, code) => expect(toCode(reason)).toBe(code));

test('the report is the summary; without one it is what was printed, with numbers masked', async () => {
  const withReport = await openJobStage({ files: { 'report.md': '# Report\n' } });
  await endStep({ code: 0, ...printed }, withReport.job);
  expect(withReport.summary()).toBe('# Report\n\n');
  const without = await openJobStage({});
  await endStep({ code: 1, err: 'Error: no\n', out: printed.out }, without.job);
  expect(without.summary()).toMatch(/^```[^\n]*\nError: no\nthe plan of /);
  expect(without.summary()).not.toContain('900002');
});

test('the numbers of the plan are outputs', async () => {
  const { job, outputs } = await openJobStage({});
  const summary = { toJoin: 2, toLeave: 1, toPromote: 3, toDemote: 4, toChange: 5 };
  await endStep({ code: 0, ...printed, document: { summary, fingerprint: 'abc' } as never }, job);
  expect(outputs()).toMatchObject({ changes: '15', 'to-add': '2', 'to-remove': '1', fingerprint: 'abc' });
});

test('a document that is not there is none', async () => {
  const file = join(makeFolder(), 'plan.json');
  expect(await readDocument(file)).toBeUndefined();
  await writeFile(file, '{"kind":"plan"}');
  expect(await readDocument(file)).toEqual({ kind: 'plan' });
});
