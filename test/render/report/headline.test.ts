import { describe, expect, test } from 'vitest';
import { toPlanHeadline, toRunHeadline } from '../../../src/render/report/headline.ts';
import type { Outcome } from '../../../src/domain/plan/outcome.ts';
import type { GroupPlan } from '../../../src/domain/plan/plan.ts';
import { toView } from '../../../src/view/to-view.ts';
import type { ViewInput } from '../../../src/view/to-view.ts';
import { verdicts } from '../../support/verdicts.ts';
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
import { plainVoice } from './plain-voice.ts';

const altos = desiredGroup('altos.yaml', 'Altos');
const { of } = changesOf(altos);
const add = of('add', ana, listed('ana'));
const removal = of('remove', citra, { kind: 'unlisted' });
const promotion = of('promote', budi, listed('budi'));
const lost = groupPlan(desiredGroup('lost.yaml', 'Lost'), {
  reading: { kind: 'unreadable', reason: 'failed', text: '' },
});

const plan = (
  parts: Parameters<typeof groupPlan>[1],
  others: readonly GroupPlan[] = [],
  extra: Partial<ViewInput> = {},
) => toPlanHeadline(toView(inputOf(planOf([groupPlan(altos, parts), ...others]), extra)), plainVoice);

describe('the first sentence of a plan', () => {
  test.each([
    ['nothing', {}, 'Merging changes nothing'],
    ['joins alone', { changes: [add] }, 'Merging removes nobody and makes nobody an admin.'],
    [
      'a removal',
      { changes: [add, removal] },
      'Merging removes 1 person from “<Altos>” and makes nobody an admin.',
    ],
    ['a promotion', { changes: [promotion] }, 'Merging removes nobody, but makes 1 new admin in “<Altos>”.'],
    [
      'a coming removal',
      { scheduled: [{ change: removal, on: '2027-01-01' }] },
      '1 removal, the first on 1 January 2027.',
    ],
  ] as const)('says of %s', (_, parts, says) => {
    expect(plan(parts)[0]).toContain(says);
  });

  test('says also what nobody could read: it may hide anything', () => {
    expect(plan({}, [lost])[0]).toContain('“<Lost>”');
    expect(plan({ changes: [add] }, [lost])[0]).toContain('“<Lost>”');
  });
});

test('what a limit stops is no part of what merging does, and is told', () => {
  const refusals = [{ limit: 'removals', scope: 'run', count: 1, allowed: 0 }] as const;
  const view = toView(inputOf(planOf([groupPlan(altos, { changes: [removal, add] })], { refusals })));
  const [first, ...more] = toPlanHeadline(view, plainVoice);
  expect(first).toContain('removes nobody');
  expect(more.join(' ')).toMatch(/limit/);
  expect(plan({ changes: [removal, add] })[0]).toContain('removes 1 person');
});

test('how long it takes is told where it takes time', () => {
  const forecast = { adds: 1, lookups: 1, days: 1, minutes: 13, isByAdding: true };
  expect(plan({ changes: [add] }, [], { forecast }).join(' ')).toContain('13 minutes');
  expect(plan({ changes: [add] }, [], { forecast, sandbox: true }).join(' ')).not.toContain('minutes');
});

/** After a run with these outcomes. */
function run(...outcomes: Outcome[]) {
  const group = groupPlan(altos, { changes: outcomes.map(({ change }) => change) });
  const groups = [{ group: altos.id, file: altos.file, outcomes, reading: group.reading }];
  const outcome = { groups, paceSpent: false, interrupted: false };
  return toRunHeadline(toView(inputOf(planOf([group]), { outcome })), plainVoice).join(' ');
}

const uncertain = { result: 'not-verified', cause: 'no-answer' } as const;

test.each([
  ['all of it', [{ change: add, result: 'verified' }], /^(?:All|The|Everything|1 )/],
  [
    'somebody who was not added',
    [{ change: add, ...verdicts.failed }],
    /^The one person to be added was not added: “<Ana Pereira>” \(“<Altos>”\)\./,
  ],
  ['somebody of whom it is not certain', [{ change: add, ...uncertain }], /not certain.*“<Ana Pereira>”/],
  [
    'an addition that the day did not pay for',
    [{ change: add, result: 'skipped', cause: 'pace' }],
    /^The one addition waits for the next run: enough was done for one day\. Nobody/,
  ],
  [
    'a removal that was done',
    [{ change: removal, result: 'verified' }],
    /1 person was removed from “<Altos>”; nobody became/,
  ],
  ['one that may have been', [{ change: removal, ...uncertain }], /not certain whether 1 person was removed/],
  ['none', [{ change: add, result: 'verified' }], /Nobody was removed/],
] as const)('after a run it says of %s', (_, outcomes, says) => {
  expect(run(...(outcomes as unknown as Outcome[]))).toMatch(says);
});

test('nobody is told that all is well where something was not done', () => {
  const done = { change: add, result: 'verified' } as const;
  const { allDone } = plainVoice.words.report.headline;
  expect(run(done)).toContain(allDone(1));
  const some = run(done, { change: promotion, ...verdicts.failed } as Outcome);
  expect(some).not.toContain(allDone(2));
  expect(some).toContain('1 of the 2 changes did not happen');
});
