import { describe, expect, it } from 'vitest';
import { toLeftAloneKey } from '../../../src/domain/plan/known.ts';
import type { LeftAlone, LeftAloneReason } from '../../../src/domain/plan/left-alone.ts';
import { leftAloneRules } from '../../../src/domain/plan/left-alone.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { renderHtml } from '../../../src/render/report/html/render-html.ts';
import { renderMarkdown } from '../../../src/render/report/markdown/render-markdown.ts';
import { renderText } from '../../../src/render/terminal/plan-text.ts';
import { toView } from '../../../src/view/to-view.ts';
import { english } from '../../../src/words/english/english.ts';
import {
  ana,
  budi,
  changesOf,
  citra,
  desiredGroup,
  groupPlan,
  inputOf,
  listed,
  person,
  planOf,
} from '../sample-plans.ts';

const groups = ['Altos', 'Basses', 'Tenors'].map((name) => desiredGroup(`${name.toLowerCase()}.yaml`, name));
const [altos, basses] = groups as [(typeof groups)[0], (typeof groups)[0]];

/** Somebody who is not added to a group, for this reason. */
function missing(group: typeof altos, who: Person, reason: LeftAloneReason, since?: string): LeftAlone {
  const change = changesOf(group).of('add', who, listed('x'));
  return { reason, change, ...(since !== undefined && { since }) };
}

type Items = readonly (readonly [typeof altos, LeftAlone])[];

function viewOf(items: Items, known?: Items) {
  const plan = planOf(
    groups.map((group) =>
      groupPlan(group, { leftAlone: items.filter(([own]) => own === group).map(([, item]) => item) }),
    ),
  );
  const since = known && {
    base: 'main',
    origins: new Map(),
    stopped: [],
    arrived: [],
    numbers: [],
    relaxed: [],
    loosened: [],
    unread: [],
    known: new Set(known.map(([group, item]) => toLeftAloneKey(group.id, item))),
  };
  return toView(inputOf(plan, since ? { since } : {}));
}

/** The lines that ask somebody to look, and those that are folded. */
function linesOf(items: Items, known?: Items): readonly string[] {
  const text = renderMarkdown(viewOf(items, known), english);
  const [asked = ''] = text.split('### Good to know');
  return asked.split('\n').filter((line) => /^(?:- |<details)/.test(line));
}

describe('for somebody to look at', () => {
  it('what has one reason is one sentence with all the names', () => {
    const many = Array.from({ length: 22 }, (_, n) => person(100 + n, `singer-${n}`));
    const [line = '', ...others] = linesOf(
      many.map((who) => [altos, missing(altos, who, 'not-on-whatsapp')]),
    );
    expect(others).toEqual([]);
    expect(many.filter(({ handle = '' }) => !line.includes(`**${handle}**`))).toEqual([]);
    expect(line.match(/not found on WhatsApp/g)).toHaveLength(1);
  });

  it('also in several groups, with the groups of each, and between which days it was', () => {
    expect(
      linesOf([
        [altos, missing(altos, ana, 'left', '2026-05-01')],
        [basses, missing(basses, ana, 'left', '2026-05-09')],
        [basses, missing(basses, budi, 'left', '2026-05-03')],
      ]),
    ).toEqual([
      '- **Ana Pereira** (“Altos” and “Basses”) and **budi** (“Basses”) are not added: were in the group and have left (between 1 May 2026 and 9 May 2026).',
    ]);
  });

  it('what stands in the way of whole groups names them, and how much it keeps from happening', () => {
    expect(
      linesOf([
        [altos, missing(altos, ana, 'not-admin')],
        [altos, missing(altos, budi, 'not-admin')],
        [basses, missing(basses, ana, 'not-admin')],
      ]),
    ).toEqual([
      '- **“Altos” (2) and “Basses” (1)** – The account that Rollcall uses is not an admin of this group; somebody has to make it one.',
    ]);
  });

  it('what most hangs on comes first', () => {
    const lines = linesOf([
      [altos, missing(altos, ana, 'left')],
      [altos, missing(altos, budi, 'perhaps-same')],
      [basses, missing(basses, citra, 'not-admin')],
    ]);
    expect(lines.map((line) => /have left|has left|nearly the same|not an admin/.exec(line)?.[0])).toEqual([
      'not an admin',
      'nearly the same',
      'has left',
    ]);
  });

  it('what was so before this pull request is folded, and says how much it is', () => {
    const old: Items = [[altos, missing(altos, ana, 'left')]];
    const lines = linesOf([...old, [altos, missing(altos, budi, 'left')]], old);
    expect(lines).toEqual([
      '- **“Altos”** – **budi** is not added: was in the group and has left.',
      '<details><summary>For somebody to look at, as before this pull request (1)</summary>',
      '- **“Altos”** – **Ana Pereira** is not added: was in the group and has left.',
    ]);
    const html = renderHtml(viewOf(old, old), english);
    expect(html).toContain('<details><summary><h2>For somebody to look at, as before this pull request</h2>');
    expect(html).not.toContain('<h2>For somebody to look at</h2>');
  });

  it('on a terminal as well: a group in which nothing else is to be said is a line', () => {
    const old: Items = [[altos, missing(altos, ana, 'left')]];
    const style = { width: 100, colour: false, unicode: true } as never;
    expect(renderText(viewOf(old, old), english, style)).toMatch(/Left alone\n.*Altos.*1 person not added/);
    expect(renderText(viewOf(old), english, style)).not.toContain('Left alone');
  });

  it('a group that nobody could read is for somebody', () => {
    const reading = { kind: 'unreadable', reason: 'no-such-group', text: 'gone' } as const;
    const text = renderMarkdown(toView(inputOf(planOf([groupPlan(altos, { reading })]))), english);
    expect(text).toContain('### For somebody to look at\n\n- **“Altos”** – This group no longer exists');
  });

  it('owners who stay are nobody’s work', () => {
    const stays = changesOf(altos).of('remove', ana, { kind: 'unlisted' });
    expect(linesOf([[altos, { reason: 'owner', change: stays }]])).toEqual([
      expect.stringContaining('Left alone, and why (1)'),
      expect.stringContaining('**Ana Pereira** is not removed'),
    ]);
    expect(leftAloneRules.owner.needsHuman).toBe(false);
  });
});
