import { describe, expect, it } from 'vitest';
import { toIdentity } from '../../../src/domain/plan/change-identity.ts';
import type { Change } from '../../../src/domain/plan/change.ts';
import type { Origin, SinceBase } from '../../../src/domain/origin.ts';
import type { Outcome } from '../../../src/domain/plan/outcome.ts';
import type { Refusal } from '../../../src/domain/plan/refusal.ts';
import { renderMarkdown } from '../../../src/render/report/markdown/render-markdown.ts';
import { toView } from '../../../src/view/to-view.ts';
import {
  ana,
  budi,
  changesOf,
  citra,
  desiredGroup,
  groupPlan,
  inputOf,
  listed,
  planOf,
} from '../sample-plans.ts';
import { verdicts } from '../../support/verdicts.ts';
import { english } from '../../../src/words/english/english.ts';

const altos = desiredGroup('altos.yaml', 'Altos');
const { of, set } = changesOf(altos);
const removal = of('remove', citra, { kind: 'unlisted' });
const add = of('add', ana, listed('ana'));

/** The report of a plan of these changes. */
function comparedReport(
  { changes, ...compared }: SinceBase & { readonly changes: readonly Change[] },
  refusals: readonly Refusal[] = [],
): string {
  const plan = planOf([groupPlan(altos, { changes, refusals })]);
  return renderMarkdown(toView(inputOf(plan, { since: compared })), english);
}

function since(
  ...origins: readonly (readonly [Change, Origin])[]
): SinceBase & { readonly changes: readonly Change[] } {
  return {
    changes: origins.map(([change]) => change),
    base: 'origin/main',
    origins: new Map(origins.map(([change, origin]) => [toIdentity(change), origin])),
    stopped: [],
    arrived: [],
    numbers: [],
    relaxed: [],
    loosened: [],
    known: new Set<string>(),
    unread: [],
  };
}

describe('a plan that is compared with another commit', () => {
  it('says once what the policy takes from many groups alike, and by itself what a file does', () => {
    const modes = [{ part: 'members', before: 'exact', after: 'additive' }] as const;
    const relaxed = ['a', 'b', 'c'].map((name) => ({ file: `${name}.yaml`, name, keys: [], modes }));
    const own = { file: 'd.yaml', name: 'd', keys: ['topic'] as const, modes };
    const text = comparedReport({ ...since(), relaxed: [...relaxed, own] });
    const alerts = text.split('\n').filter((line) => line.startsWith('> ⚠️'));
    expect(alerts).toHaveLength(2);
    expect(alerts[0]).toContain('From now on nobody is taken out of “a”, “b” and “c”.');
  });

  it('says that merging carries out what others caused, and names who is removed', () => {
    const text = comparedReport(since([removal, 'phone'], [add, 'pull-request']));
    expect(text).toContain('**Merging removes 1 person from “Altos” and makes nobody an admin.**');
    expect(text).toContain('1 of these 2 changes does not come from this pull request, but merging carries');
    expect(text).toContain('### Not from this pull request\n\nMerging carries this out as well');
    expect(text).toContain('#### 🔴 “Altos” · altos.yaml');
    expect(text).toContain('**Changed on a phone, or never approved:** **citra** is removed.');
  });

  it('says what lifts a limit also where others caused all that passes it', () => {
    const lifted = {
      limit: 'removals',
      scope: 'group',
      count: 22,
      usual: 5,
      number: 28,
      until: '2026-12-01',
      reason: 'split',
    } as const;
    const notices = [{ kind: 'limit-lifted', lifted }] as const;
    for (const origin of ['phone', 'pull-request'] as const) {
      const { changes, ...compared } = since([removal, origin], [add, 'phone']);
      const plan = planOf([groupPlan(altos, { changes, notices })]);
      const text = renderMarkdown(toView(inputOf(plan, { since: compared })), english);
      expect(text.match(/A limit is lifted here/g)).toHaveLength(1);
    }
  });

  it('says so of everything where the pull request causes nothing', () => {
    const text = comparedReport(since([removal, 'date']));
    expect(text).toContain('None of this comes from this pull request, but merging carries it out.');
    expect(text).not.toMatch(/^### 🔴/m);
  });

  it('shows what a limit stops with its group, never among what merging carries out', () => {
    const text = comparedReport(since([removal, 'phone']), [
      { limit: 'removals', scope: 'group', count: 1, allowed: 0 },
    ]);
    expect(text).toContain('### ⛔ “Altos”');
    expect(text).toContain('**Stopped by a limit:** **citra** is not removed.');
    expect(text).not.toContain('Not from this pull request');
  });
});

it('a group whose file a limit stops is no group of small changes, even where nothing is due', () => {
  const refusals: Refusal[] = [
    { limit: 'id-edited', scope: 'group', file: 'altos.yaml', count: 1, allowed: 0 },
  ];
  const text = renderMarkdown(toView(inputOf(planOf([groupPlan(altos, { refusals })]))), english);
  expect(text).toContain('### ⛔ “Altos” · altos.yaml\n\n_nothing is done here_');
});

it('beside what a limit stops, the rest is said to be done', () => {
  const plan = planOf([groupPlan(altos, { changes: [removal, add] })], {
    refusals: [{ limit: 'removals', scope: 'run', count: 1, allowed: 0 }],
  });
  expect(renderMarkdown(toView(inputOf(plan)), english)).toContain(
    '**Will be done:** **Ana Pereira** is added.',
  );
});

/** The report of a run with these outcomes. */
function runReport(...outcomes: Outcome[]): string {
  const changes = outcomes.map(({ change }) => change);
  const group = groupPlan(altos, { changes });
  const done = { group: altos.id, file: altos.file, outcomes, reading: group.reading };
  const outcome = { groups: [done], paceSpent: false, interrupted: false };
  return renderMarkdown(toView(inputOf(planOf([group]), { outcome })), english);
}

describe('after an apply', () => {
  it('nobody is said to be in the group still who may be out of it', () => {
    const text = runReport({
      change: removal,
      result: 'not-verified',
      cause: 'unreadable',
      details: { text: 'status 500' },
    });
    expect(text).toContain('It is not certain whether 1 person was removed from “Altos”; nobody became');
    expect(text).not.toMatch(/nobody was removed/i);
  });

  it.each([
    ['no-answer', 'no clear answer came'],
    ['perhaps-hidden', 'somebody in the group hides their number'],
    ['without-effect', 'WhatsApp said yes'],
  ] as const)('why it is not certain: %s', (cause, told) => {
    expect(runReport({ change: add, result: 'not-verified', cause })).toContain(told);
  });

  it('what failed is told by what stays as it is', () => {
    const changes = [set('name', 'Old', 'Altos'), set('announce', false, true)];
    const text = runReport(...changes.map((change): Outcome => ({ change, ...verdicts.failed })), {
      change: of('promote', budi, listed('budi')),
      ...verdicts.failed,
    });
    expect(text).toContain('**budi** does not become an admin: WhatsApp did not accept it');
    expect(text).toContain('The name and who may send messages stay as they are: WhatsApp did not accept it');
  });
});
