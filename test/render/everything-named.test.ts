import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Origin, SinceBase } from '../../src/domain/origin.ts';
import { toIdentity } from '../../src/domain/plan/change-identity.ts';
import type { Change } from '../../src/domain/plan/change.ts';
import type { GroupPlan } from '../../src/domain/plan/plan.ts';
import { renderJson } from '../../src/render/json/plan-document.ts';
import { renderHtml } from '../../src/render/report/html/render-html.ts';
import { renderMarkdown } from '../../src/render/report/markdown/render-markdown.ts';
import { renderText } from '../../src/render/terminal/plan-text.ts';
import { toView } from '../../src/view/to-view.ts';
import { english } from '../../src/words/english/english.ts';
import { changesOf, desiredGroup, groupPlan, inputOf, listed, person, planOf } from './sample-plans.ts';

const origins = ['pull-request', 'phone', 'date', 'earlier-merge'] as const;

interface Drawn {
  readonly action: Exclude<Change['action'], 'set'>;
  readonly origin: Origin;
  readonly isComing: boolean;
}

const draws = fc.array(
  fc.array(
    fc.record<Drawn>({
      action: fc.constantFrom('add', 'remove', 'promote', 'demote'),
      origin: fc.constantFrom(...origins),
      isComing: fc.boolean(),
    }),
    { maxLength: 40 },
  ),
  { minLength: 1, maxLength: 12 },
);

/** A name that no other one is a part of. */
function toName(group: number, index: number): string {
  return `Person${group}x${index}y`;
}

/** A plan of groups in which people, each with a name of their own, have one change each. */
function viewOf(groups: readonly (readonly Drawn[])[]) {
  const found = new Map<string, Origin>();
  const plans = groups.map((drawn, group): GroupPlan => {
    const desired = desiredGroup(`group-${group}.yaml`, `Group ${group}`);
    const { of } = changesOf(desired);
    const all = drawn.map(({ action, origin, isComing }, index) => {
      const who = person((group * 61 + index) % 1000, `p${group}-${index}`, toName(group, index));
      const isLoss = action === 'remove' || action === 'demote';
      const change = of(action, who, isLoss ? { kind: 'unlisted' } : listed(`p${group}-${index}`));
      found.set(toIdentity(change), origin);
      return { change, isComing };
    });
    return groupPlan(desired, {
      changes: all.filter(({ isComing }) => !isComing).map(({ change }) => change),
      scheduled: all.filter(({ isComing }) => isComing).map(({ change }) => ({ change, on: '2027-01-01' })),
    });
  });
  const since: SinceBase = {
    base: 'main',
    origins: found,
    stopped: [],
    arrived: [],
    relaxed: [],
    loosened: [],
    unread: [],
    numbers: [],
    known: new Set(),
  };
  return toView(inputOf(planOf(plans), { since }));
}

function findNames(groups: readonly (readonly Drawn[])[]): string[] {
  return groups.flatMap((drawn, group) => drawn.map((_, index) => toName(group, index)));
}

describe('everything that merging carries out', () => {
  it('is named in text, Markdown, HTML and JSON, whoever caused it', () => {
    fc.assert(
      fc.property(draws, (groups) => {
        const view = viewOf(groups);
        const texts = [
          renderText(view, english, { colour: false, ascii: false, width: 100 }),
          renderMarkdown(view, english),
          renderHtml(view, english),
          renderJson(view, { toolVersion: '0', generatedAt: '' }),
        ];
        for (const name of findNames(groups)) for (const text of texts) expect(text).toContain(name);
      }),
      { numRuns: 40 },
    );
  });

  it('is named or counted where a comment has no room for all of it', () => {
    const groups = Array.from({ length: 90 }, (_, group) =>
      Array.from({ length: 60 }, (_each, index): Drawn => ({
        action: index % 2 === 0 ? 'remove' : 'add',
        origin: group < 5 ? 'pull-request' : 'phone',
        isComing: false,
      })),
    );
    const text = renderMarkdown(viewOf(groups), english);
    const missing = findNames(groups).filter((name) => !text.includes(name)).length;
    const counted = [...text.matchAll(/more groups? with ([\d,]+) changes/g)];
    const short = text.match(/There is no room for the names here/g)?.length ?? 0;
    const rest = counted.reduce((sum, [, count]) => sum + Number(count?.replace(',', '')), 0);
    expect(missing).toBeGreaterThan(0);
    expect(rest + short * 60).toBe(missing);
    for (const name of findNames(groups.slice(0, 5))) expect(text).toContain(name);
  });
});
