import { describe, expect, it } from 'vitest';
import type { GroupId } from '../../../src/domain/group.ts';
import { renderJson } from '../../../src/render/json/plan-document.ts';
import { toView } from '../../../src/view/to-view.ts';
import { desiredGroup, groupPlan, inputOf, planOf } from '../../render/sample-plans.ts';
import { appliedPlan } from '../../render/sample-troubles.ts';

const meta = { toolVersion: '0.1.0', generatedAt: '2026-11-23T05:42:00.000Z' };

describe("a view's group", () => {
  it('shows a legacy group by name and file, never by its id', () => {
    const id = '447700900002-1598765432@g.us' as GroupId;
    const desired = { ...desiredGroup('old.yaml', 'Old friends'), id };
    const plan = planOf([
      groupPlan(desired, { refusals: [{ limit: 'adds', scope: 'group', count: 2, allowed: 1 }] }),
    ]);
    const json = renderJson(toView(inputOf(plan)), meta);
    expect(json).toContain('Old friends');
    expect(json).not.toMatch(/447700900002|1598765432/);
  });

  it('finds the outcome of a change that was read anew', () => {
    const { plan, outcome } = appliedPlan();
    const copied = structuredClone({ plan, outcome });
    const view = toView(inputOf(plan, { outcome: copied.outcome }));
    expect(view.run?.results).toEqual({ verified: 3, declined: 1, 'not-verified': 1, failed: 1, skipped: 1 });
    expect(view.run?.notApproved).toBe(1);
  });
});
