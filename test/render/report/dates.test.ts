import { describe, expect, it } from 'vitest';
import type { PersonChange } from '../../../src/domain/plan/change.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import type { Scheduled } from '../../../src/domain/plan/scheduled.ts';
import { renderHtml } from '../../../src/render/report/html/render-html.ts';
import { renderMarkdown } from '../../../src/render/report/markdown/render-markdown.ts';
import { toView } from '../../../src/view/to-view.ts';
import { english } from '../../../src/words/english/english.ts';
import { ana, budi, changesOf, citra, desiredGroup, groupPlan, inputOf, planOf } from '../sample-plans.ts';

const [altos, basses] = [desiredGroup('altos.yaml', 'Altos'), desiredGroup('basses.yaml', 'Basses')];

function leaving(group: typeof altos, who: Person, on: string, more: Partial<Scheduled> = {}): Scheduled {
  const change = changesOf(group).of('remove', who, { kind: 'ended', until: on, via: [] });
  return { change: { ...change, before: 'member' } as PersonChange, on, ...more };
}

function viewOf(
  own: readonly Scheduled[],
  others: readonly Scheduled[] = [],
  approved: readonly Scheduled[] = [],
) {
  const plan = planOf([
    groupPlan(altos, { scheduled: [...own, ...approved] }),
    groupPlan(basses, { scheduled: others }),
  ]);
  const input = inputOf(plan);
  const ids = new Set(approved.map(({ change }) => input.toId(change)));
  return toView({ ...input, isPending: (id) => ids.has(id) });
}

function rowsOf(...lists: Parameters<typeof viewOf>): string[] {
  const text = renderMarkdown(viewOf(...lists), english);
  const [, table = ''] = text.split('### Coming dates');
  return table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Day'));
}

describe('coming dates', () => {
  it('are one table, the nearest first, with what is alike in one row', () => {
    expect(
      rowsOf(
        [leaving(altos, ana, '2026-12-01'), leaving(altos, budi, '2026-12-01')],
        [leaving(basses, ana, '2026-11-01')],
      ),
    ).toEqual([
      '| 1 November 2026 | “Basses” | **Ana Pereira** is removed. |  |',
      '| 1 December 2026 | “Altos” | **Ana Pereira** and **budi** are removed. |  |',
    ]);
  });

  it('say what stands in their way, and what is approved already comes last', () => {
    expect(
      rowsOf(
        [leaving(altos, ana, '2026-12-01', { obstacle: 'not-admin' })],
        [leaving(basses, budi, '2026-12-02', { obstacle: 'owner' })],
        [leaving(altos, citra, '2026-11-01')],
      ),
    ).toEqual([
      '| 1 December 2026 | “Altos” | **Ana Pereira** is removed. | at the moment: the account that Rollcall uses is not an admin of this group; somebody has to make it one |',
      '| 2 December 2026 | “Basses” | **budi** is removed. | not approved: whoever created a group is never touched by Rollcall; put them on the list, or see on a phone what can be done |',
      '| 1 November 2026 | “Altos” | **citra** is removed. | approved already |',
    ]);
  });

  it('tell an admin who goes from a member', () => {
    const change = {
      ...changesOf(altos).of('remove', ana, { kind: 'ended', until: '2026-12-01', via: [] }),
      before: 'admin',
    };
    expect(rowsOf([{ change: change as PersonChange, on: '2026-12-01' }])).toEqual([
      expect.stringContaining('**Ana Pereira** (an admin) is removed.'),
    ]);
  });

  it('stand in the page as a table too', () => {
    const html = renderHtml(viewOf([leaving(altos, ana, '2026-12-01')]), english);
    expect(html).toContain('<table class="dates">');
    expect(html).toContain('<th scope="row">1 December 2026</th>');
  });
});
