import { findAllGroups } from '../../../src/domain/plan/plan.ts';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../../src/render/json/plan-document.ts';
import { parsePlanFile } from '../../../src/render/json/plan-file.ts';
import { toView } from '../../../src/view/to-view.ts';
import { choirPlan, inputOf } from '../sample-plans.ts';
import { reportViews } from '../sample-reports.ts';
import { appliedPlan } from '../sample-troubles.ts';

const meta = { toolVersion: '0.1.0', generatedAt: '2026-11-23T05:42:00.000Z' };

describe('a plan as JSON', () => {
  it('shows a whole plan', async () => {
    const json = renderJson(toView(inputOf(choirPlan())), meta);
    await expect(json).toMatchFileSnapshot('../../golden/render-plan.json');
  });

  it('shows what became of it', async () => {
    const { plan, outcome } = appliedPlan();
    const json = renderJson(toView(inputOf(plan, { outcome })), { ...meta, again: 'rollcall apply --yes' });
    await expect(json).toMatchFileSnapshot('../../golden/render-apply.json');
  });

  it.each(['refused', 'left-alone', 'links', 'compared', 'apply-stopped'])(
    'has a sentence in English for everything: %s',
    async (name) => {
      const view = reportViews[name]?.();
      if (!view) throw new Error(`no sample ${name}`);
      await expect(renderJson(view, meta)).toMatchFileSnapshot(`../../golden/render-${name}.json`);
    },
  );

  it('is a plan file that approves its ids', () => {
    const input = inputOf(choirPlan());
    const { approved, fingerprint } = parsePlanFile(renderJson(toView(input), meta));
    const changes = findAllGroups(input.plan).flatMap((group) => [
      ...group.changes,
      ...group.scheduled.filter(({ obstacle }) => !obstacle).map(({ change }) => change),
    ]);
    const makings = input.plan.toCreate.map(({ making }) => making);
    expect(approved.map(({ id }) => id).toSorted()).toEqual(
      [...makings, ...changes].map(input.toId).toSorted(),
    );
    expect(fingerprint).toBe(input.fingerprint);
  });
});
