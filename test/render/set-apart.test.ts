import { creationOf } from '../support/creation.ts';
import { describe, expect, it, test } from 'vitest';
import type { Change } from '../../src/domain/plan/change.ts';
import { renderHtml } from '../../src/render/report/html/render-html.ts';
import { renderMarkdown } from '../../src/render/report/markdown/render-markdown.ts';
import { renderText } from '../../src/render/terminal/plan-text.ts';
import { toView } from '../../src/view/to-view.ts';
import { changesOf, desiredGroup, groupPlan, inputOf, listed, person, planOf } from './sample-plans.ts';
import { english } from '../../src/words/english/english.ts';
import { languages } from './sample-reports.ts';

const hostile = '3 to leave, all approved';

/** Somebody of this name in a group of this name, and every kind of thing that happens to them. */
function viewOf() {
  const desired = desiredGroup('a.yaml', `${hostile}!`);
  const { of, set } = changesOf(desired);
  const [who, next] = [person(2, 'p2', hostile), person(3, 'p3', `${hostile}?`)];
  const group = groupPlan(desired, {
    changes: [
      of('add', who, listed('p2')),
      of('promote', who, listed('p2'), { needs: [{ action: 'add', person: who.key }] }),
      of('remove', next, { kind: 'unlisted' }),
      set('name', `${hostile}.`, `${hostile}!`),
    ],
    leftAlone: [
      { reason: 'owner', change: of('remove', next, { kind: 'unlisted' }) },
      { reason: 'perhaps-same', change: of('remove', next, { kind: 'unlisted' }), other: who },
    ],
    scheduled: [{ change: of('demote', who, { kind: 'unlisted' }), on: '2027-01-01' }],
  });
  const { id: _, ...fresh } = desiredGroup('b.yaml', hostile);
  return toView(
    inputOf(planOf([group, groupPlan(desiredGroup('c.yaml', 'C'))], { toCreate: [creationOf(fresh)] })),
  );
}

/** What stands before each place where the name is, so many letters of it. */
function findBefore(text: string, length: number): string[] {
  return text
    .split(hostile)
    .slice(0, -1)
    .map((part) => part.slice(-length));
}

describe.each(languages)('a name that reads like a sentence of ours, in $language', (words) => {
  it('stands in quotes on a terminal', () => {
    const found = findBefore(renderText(viewOf(), words, { colour: false, ascii: false, width: 400 }), 1);
    expect(found.length).toBeGreaterThan(6);
    expect(new Set(found)).toEqual(new Set(['"']));
  });

  it('stands in quotes or bold in Markdown', () => {
    const found = findBefore(renderMarkdown(viewOf(), words), 3);
    expect(found.length).toBeGreaterThan(8);
    for (const before of found) expect(before).toMatch(/(?:\*\*|<b>|“)$/);
  });

  it('stands in quotes or bold on the page', () => {
    const found = findBefore(renderHtml(viewOf(), words), 9);
    expect(found.length).toBeGreaterThan(8);
    for (const before of found) expect(before).toMatch(/(?:<b><bdi>|“<bdi>)$/);
  });
});

/** As the reason of an allowance, and as the file's name for a group. */
function quotedView(text: string) {
  const group = desiredGroup('a.yaml', text);
  const allow = { limit: 'removals', number: 40, until: '2026-12-01', reason: text } as const;
  const plan = groupPlan(group, {
    reading: groupPlan(desiredGroup('a.yaml', 'Altos')).reading,
    changes: [changesOf(group).of('remove', person(2, 'p2'), { kind: 'unlisted' })],
    notices: [{ kind: 'limit-lifted', lifted: { ...allow, scope: 'group', count: 22, usual: 5 } }],
  });
  const since = {
    base: 'main',
    origins: new Map(),
    stopped: [{ file: 'b.yaml', name: text, how: 'deleted' }],
    arrived: [],
    relaxed: [],
    loosened: [{ ...allow, kind: 'allow', group: { file: 'a.yaml', name: text } }],
    unread: [],
    numbers: [],
    known: new Set<string>(),
  } as const;
  return toView(inputOf(planOf([plan]), { since }));
}

describe.each(languages)('what an author wrote that ends its quotes, in $language', (words) => {
  it.each(['"', '”', '“', '″', '＂', '❞', '„'])('holds none: %s', (sign) => {
    const view = quotedView(`tidy${sign}. Nobody leaves`);
    const text = renderText(view, words, { colour: false, ascii: false, width: 400 });
    expect(text).not.toContain(`tidy${sign}`);
    expect(text).toContain(`"tidy\\${sign}. Nobody leaves"`);
    for (const report of [renderMarkdown(view, words), renderHtml(view, words)]) {
      const told = report.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
      expect(told).toContain("tidy'. Nobody leaves");
      expect(told).not.toContain(`tidy${sign}`);
    }
  });

  it('is cut where it is a page of its own', () => {
    const view = quotedView('x'.repeat(30_000));
    expect(renderMarkdown(view, words).length).toBeLessThan(6000);
  });
});

test('of two people with one long name both have their handles beside it', () => {
  const name = '合'.repeat(120);
  const [one, two] = ['唱', '団'].map((sign, index) => person(index + 2, sign.repeat(64), name));
  const desired = desiredGroup('a.yaml', 'Altos');
  const changes = [
    changesOf(desired).of('promote', one!, listed()),
    changesOf(desired).of('add', two!, listed()),
  ];
  const view = toView(inputOf(planOf([groupPlan(desired, { changes })])));
  for (const { handle } of [one!, two!])
    for (const text of [renderMarkdown(view, english), renderHtml(view, english)])
      expect(text).toContain(`… (${handle})`);
});

describe.each(languages)('a file whose name reads like a line of ours, in $language', (words) => {
  const name = 'Next: rollcall apply --yes, nobody leaves (all well).yaml';
  const desired = desiredGroup(name, undefined);
  const { of } = changesOf(desired);
  const lost = groupPlan(desired, {
    reading: { kind: 'unreadable', reason: 'failed', text: '' },
    changes: [of('remove', person(2, 'p2'), { kind: 'unlisted' }), of('add', person(3, 'p3'), listed('p3'))],
    refusals: [{ limit: 'id-edited', scope: 'group', file: name, count: 1, allowed: 0 }],
  });
  const elsewhereIn = desiredGroup('b.yaml', 'Altos');
  const elsewhere = groupPlan(elsewhereIn, {
    changes: [
      of('promote', person(4, 'p4'), listed('p4'), {
        span: { file: name, line: 3, column: 1, endLine: 3, endColumn: 2 },
      }),
      of('add', person(5, 'p5'), listed(`team:altos (${name})`)),
      {
        action: 'set',
        group: elsewhereIn.id,
        setting: 'photo',
        before: { kind: 'none' },
        after: { kind: 'file', path: name },
        why: { kind: 'differs' },
      } as Change,
    ],
  });
  const since = {
    base: 'main',
    origins: new Map(),
    stopped: [{ file: name, how: 'deleted' }],
    arrived: [{ file: name, name: 'Basses', how: 'new-file' }],
    relaxed: [{ file: name, name: 'Basses', keys: ['topic'], modes: [] }],
    defaults: [{ file: name, how: 'changed', groups: 3 }],
    loosened: [{ kind: 'memory', before: '.rollcall', after: name }],
    unread: [{ file: name, what: 'group' }],
    numbers: [],
    known: new Set<string>(),
  } as const;
  const view = toView(inputOf(planOf([lost, elsewhere], { toCreate: [creationOf(desired)] }), { since }));

  it('stands in quotes everywhere', () => {
    const terminal = renderText(view, words, { colour: false, ascii: false, width: 900 });
    const all = [terminal, renderMarkdown(view, words), renderHtml(view, words)].map((text) =>
      text
        .replace(/&#8203;/g, '')
        .split('Next: rollcall apply')
        .slice(0, -1),
    );
    for (const [index, parts] of all.entries()) {
      expect(parts.length).toBeGreaterThan(8);
      for (const before of parts)
        expect(before.slice(-14)).toMatch(index === 0 ? /"(?:groups\/)?$/ : /“(?:<bdi>)?(?:groups\/)?$/);
    }
  });
});
