import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentLimit, commentMargin } from '../../../../src/domain/comment-limit.ts';
import { renderMarkdown } from '../../../../src/render/report/markdown/render-markdown.ts';
import { toView } from '../../../../src/view/to-view.ts';
import { viewOf } from '../../hostile.ts';
import {
  changesOf,
  choirPlan,
  desiredGroup,
  groupPlan,
  inputOf,
  listed,
  person,
  planOf,
} from '../../sample-plans.ts';
import { english } from '../../../../src/words/english/english.ts';
import { portuguese } from '../../../../src/words/portuguese/portuguese.ts';

/** So many groups in which so many people with such names join and leave. */
function bigView(groups: number, people: number, name: string) {
  return toView(
    inputOf(
      planOf(
        Array.from({ length: groups }, (_, index) => {
          const desired = desiredGroup(`group-${index}.yaml`, `${name} ${index}`);
          const { of } = changesOf(desired);
          const who = (last: number) => ({ ...person(last), name: `${name} ${last}` });
          return groupPlan(desired, {
            changes: Array.from({ length: people }, (_each, last) =>
              last % 2 === 0
                ? of('add', who(last), listed('team:all'))
                : of('remove', who(last), { kind: 'unlisted' }),
            ),
          });
        }),
      ),
    ),
  );
}

const limit = commentLimit - commentMargin;

describe('a Markdown report', () => {
  it('of many groups is cut between two of them, and says how many are left', () => {
    const text = renderMarkdown(bigView(500, 6, 'Ana'), english);
    expect(text.length).toBeLessThanOrEqual(limit);
    const shown = text.match(/^### 🔴/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(50);
    const rest = 500 - shown;
    expect(text).toContain(`${rest} more groups with ${rest * 6} changes, ${rest} of them with people`);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });

  it('of one large group leaves its table out rather than a name', () => {
    const text = renderMarkdown(bigView(1, 998, 'Ana Maria dos Santos Prescott'), english);
    expect(text.length).toBeLessThanOrEqual(limit);
    expect(text).not.toContain('changes in detail');
    for (let last = 0; last < 998; last += 1)
      expect(text).toContain(`Ana Maria dos Santos Prescott ${last}**`);
  });

  it('names what stands in the way of the run before each of many files that had mistakes', () => {
    const unread = Array.from(
      { length: 300 },
      (_, n) => ({ file: `group-${n}.yaml`, what: 'group' }) as const,
    );
    const file = '_people.yaml';
    const since = {
      base: 'main',
      origins: new Map(),
      arrived: [],
      stopped: [{ file: 'old.yaml', how: 'deleted' }] as const,
      numbers: [],
      relaxed: [{ file: 'tour.yaml', keys: ['topic'], modes: [] }] as const,
      loosened: [],
      known: new Set<string>(),
      unread: [...unread, { file, what: 'people' }] as const,
    };
    const refusals = [{ limit: 'removals', scope: 'run', count: 50, allowed: 20 }] as const;
    const text = renderMarkdown(toView({ ...inputOf({ ...planOf([]), refusals }), since }), english);
    const alerts = text.split('\n').filter((line) => line.startsWith('> ⚠️'));
    expect(
      alerts.slice(0, 4).map((line) => /people\.yaml|limit is 20|old\.yaml|tour\.yaml/.exec(line)?.[0]),
    ).toEqual(['people.yaml', 'limit is 20', 'old.yaml', 'tour.yaml']);
    expect(text).toMatch(/^… and \d{3} more$/m);
  });

  it('is never too long, whatever names are made of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        fc.string({ unit: fc.constantFrom('@', '#', '合', 'a\u0301', '|'), minLength: 1, maxLength: 80 }),
        (groups, people, name) => {
          expect(renderMarkdown(bigView(groups, people, name), portuguese).length).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is made of no view that shows numbers', () => {
    const view = toView(inputOf(choirPlan(), { showPhones: true }));
    expect(() => renderMarkdown(view, english)).toThrow(/must not/);
  });

  it('begins with its title, where it can be had as a page, and whom it removes in bold', () => {
    const [title, facts, page, headline] = renderMarkdown(viewOf('Altos'), english).split('\n\n');
    expect(title).toBe(`## ${english.report.title.plan}`);
    expect(facts).toMatch(/^<sub>.*<\/sub>$/);
    expect(page).toMatch(/^\*\*\[.*\]\(<https:.*#artifacts>\)\*\*$/);
    expect(headline).toMatch(/^\*\*Merging removes 1 person/);
  });
});
