import { afterEach, beforeEach, expect, test } from 'vitest';
import { choirFiles } from '../support/choir-stage.ts';
import type { ActStage } from './act-stage.ts';
import { openActStage } from './act-stage.ts';

let on: ActStage;
beforeEach(async () => {
  on = await openActStage();
});
afterEach(() => on.close());

test('a pull request: checked, planned, said, merged, applied, told', async () => {
  const pull = await on.propose('topic', { 'groups/altos.yaml': choirFiles['altos.yaml'] });
  const checked = await on.validate(pull);
  console.log(checked.log);
  expect(checked.jobs).toEqual({ validate: 'success' });
  const planned = await on.plan(pull);
  console.log(planned.log);
  expect(planned.jobs).toEqual({ plan: 'success' });
  expect(on.github.comments.map(({ body }) => body).join()).toContain('Thursdays');
  await on.merge(pull);
  const applied = await on.run('apply.yml', 'push');
  console.log(applied.log);
  expect(applied.jobs).toEqual({ apply: 'success' });
  expect(on.github.comments).toHaveLength(2);
  console.log(on.sandbox.world().groups[0]);
});
