import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/render/text.ts';
import { toView } from '../../src/render/view.ts';
import { choirPlan, groupPlan, desiredGroup, inputOf, planOf } from './sample-plans.ts';

const plain = { colour: false, ascii: false, width: 96 };
const choir = { forecast: { adds: 18, lookups: 22, days: 1 }, memory: 'none' } as const;

describe('a plan as text', () => {
  it('shows a whole plan', async () => {
    const text = renderText(toView(inputOf(choirPlan(), choir)), plain);
    await expect(text).toMatchFileSnapshot('../golden/render-plan.txt');
  });

  it('says nothing more than the summary where nothing is to be done', () => {
    const plan = planOf([groupPlan(desiredGroup('a.yaml', 'A')), groupPlan(desiredGroup('b.yaml', 'B'))]);
    expect(renderText(toView(inputOf(plan)), plain)).toBe('Plan: nothing to change in 2 groups.\n');
  });
});
