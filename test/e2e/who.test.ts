import { afterEach, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { Stage } from '../support/stage.ts';
import { createTestClock, openStage } from '../support/stage.ts';

const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const files = {
  '_policy.yaml': 'account: "+44 7700 900001"\nmanage: exact\n',
  '_people.yaml': 'people:\n  ana: "+44 7700 900002"\n',
  'altos.yaml': 'id: 120363000000000001@g.us\nmembers: [ana]\n',
};

test('somebody who hides their number is found by the LID that the memory knows, and nobody is asked', async () => {
  const clock = createTestClock();
  const self = { pn: '447700900001', role: 'superadmin' as const };
  const members = [self, { pn: '447700900002', hidden: true }];
  const groups = [{ id: '120363000000000001', subject: 'Altos', owner: self.pn, members }];
  const world = { server: { devices: [{ pn: self.pn }] }, people: [], groups };
  const stage = await openStage({ files, world, clock, isUnmarked: true });
  stages.push(stage);
  const memory = ['--state', stage.path('memory')];
  const before = await stage.run('who', 'ana', ...memory);
  expect(before.out).toMatch(/now +not seen, but somebody there hides the number/);
  await stage.run('apply', '--new-journal', ...memory);
  await clock.sleep(2 * 86_400_000);
  await stage.run('apply', '--yes', ...memory);
  const asked = stage.sandbox.requests().length;
  const { code, out } = await stage.run('who', 'ana', ...memory);
  expect(code).toBe(exitCodes.ok);
  expect(out).toMatch(/now +member +hides the number, known by their LID/);
  const paths = stage.sandbox
    .requests()
    .slice(asked)
    .map(({ path }) => path);
  expect(paths.filter((path) => /participants|user\/(?:info|check)/.test(path))).toEqual([]);
  expect(out).not.toMatch(/7700 ?900/);
});
