import { describe, expect, it } from 'vitest';
import type { TextOptions } from '../../../src/render/terminal/plan-text.ts';
import { measure } from '../../../src/render/columns.ts';
import { renderText } from '../../../src/render/terminal/plan-text.ts';
import type { ViewInput } from '../../../src/view/to-view.ts';
import { toView } from '../../../src/view/to-view.ts';
import { changesOf, choirPlan, desiredGroup, groupPlan, inputOf, planOf } from '../sample-plans.ts';
import { linksInput } from '../sample-links.ts';
import { reportViews } from '../sample-reports.ts';
import { appliedPlan, leftAlonePlan, provedPlan, refusedPlan } from '../sample-troubles.ts';
import { english } from '../../../src/words/english/english.ts';
import { indonesian } from '../../../src/words/indonesian/indonesian.ts';
import { portuguese } from '../../../src/words/portuguese/portuguese.ts';

const plain: TextOptions = { colour: false, ascii: false, width: 96 };
const choir = {
  forecast: { adds: 18, lookups: 22, days: 1, minutes: 13, isByAdding: true },
  memory: 'none',
} as const;
const stop = {
  kind: 'stop',
  code: 'rate-limited',
  text: 'info query returned status 429: rate-overlimit',
} as const;

interface Sample {
  readonly name: string;
  readonly input: ViewInput;
  readonly options?: Partial<TextOptions>;
}

function runOf({ plan, outcome }: ReturnType<typeof appliedPlan>): ViewInput {
  return inputOf(plan, { outcome });
}

const samples: readonly Sample[] = [
  { name: 'plan', input: inputOf(choirPlan(), choir) },
  { name: 'plan-ascii', input: inputOf(choirPlan(), choir), options: { ascii: true } },
  { name: 'plan-narrow', input: inputOf(choirPlan(), choir), options: { width: 72 } },
  { name: 'plan-colour', input: inputOf(choirPlan(), choir), options: { colour: true } },
  { name: 'plan-phones', input: inputOf(choirPlan(), { showPhones: true }) },
  { name: 'plan-sandbox', input: inputOf(choirPlan(), { sandbox: true }) },
  { name: 'plan-refused', input: inputOf(refusedPlan()) },
  { name: 'plan-links', input: linksInput() },
  { name: 'plan-left-alone', input: inputOf(leftAlonePlan(), { memory: 'unusable' }) },
  { name: 'apply', input: runOf(appliedPlan()), options: { again: 'rollcall apply plan.json' } },
  { name: 'apply-ascii', input: runOf(appliedPlan()), options: { ascii: true } },
  { name: 'apply-stopped', input: runOf(appliedPlan({ stop, interrupted: true, paceSpent: true })) },
  { name: 'apply-proved', input: runOf(provedPlan()) },
];

/** What everybody meets, in the other languages. */
const translated = samples
  .filter(({ name }) =>
    ['plan', 'plan-links', 'plan-left-alone', 'plan-refused', 'apply', 'apply-stopped'].includes(name),
  )
  .flatMap(({ name, input }) => [indonesian, portuguese].map((words) => ({ name, input, words })));

/** The letters of a plan in so many columns. */
function toLetters(width: number): string {
  return renderText(toView(inputOf(choirPlan(), choir)), english, { ...plain, width }).replace(/[\s│]+/g, '');
}

describe('on a narrow terminal', () => {
  const widths = [40, 46, 52, 59, 66, 80];
  it.each(samples.flatMap((sample) => widths.map((width) => ({ ...sample, width }))))(
    '$name fits into $width columns',
    ({ input, width }) => {
      for (const words of [english, indonesian, portuguese]) {
        const text = renderText(toView(input), words, { ...plain, width });
        const wide = text
          .split('\n')
          .filter((line) => measure(line) > width)
          // One line where there is room for most of it; and what is there to be copied.
          .filter((line) => !(width >= 60 && /^\w+(?: \(\w+\))?: /.test(line)))
          .filter((line) => !line.includes('rollcall '));
        expect(wide).toEqual([]);
      }
    },
  );

  it('says all that a wide one says', () => {
    expect(toLetters(40).length).toBe(toLetters(96).length);
  });
});

describe('text', () => {
  it.each(samples)('$name', async ({ name, input, options }) => {
    const text = renderText(toView(input), english, { ...plain, ...options });
    await expect(text).toMatchFileSnapshot(`../../golden/render-${name}.txt`);
  });

  it.each(translated)('$name in $words.language', async ({ name, input, words }) => {
    const text = renderText(toView(input), words, plain);
    await expect(text).toMatchFileSnapshot(`../../golden/render-${name}-${words.language}.txt`);
  });

  it.each([english, indonesian, portuguese])(
    'what a pull request does besides, in $language',
    async (words) => {
      const view = reportViews.compared?.();
      if (!view) throw new Error('no sample');
      const text = renderText(view, words, plain);
      await expect(text).toMatchFileSnapshot(`../../golden/render-compared-${words.language}.txt`);
    },
  );

  it('says nothing but the summary where nothing is to be done', () => {
    const plan = planOf([groupPlan(desiredGroup('a.yaml', 'A')), groupPlan(desiredGroup('b.yaml', 'B'))]);
    expect(renderText(toView(inputOf(plan)), english, plain)).toBe('Plan: nothing to change in 2 groups.\n');
  });

  it.each(['x'.repeat(300), '合唱団'.repeat(60), 'word '.repeat(60).trim(), `- ${'y'.repeat(200)} - z`])(
    'a line of a topic that fills several is marked on each of them: %s',
    (topic) => {
      const desired = desiredGroup('a.yaml', 'A');
      const changes = [changesOf(desired).set('topic', '', topic)];
      const text = renderText(toView(inputOf(planOf([groupPlan(desired, { changes })]))), english, plain);
      const lines = text.split('\n').filter((line) => line.includes('│'));
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.filter((line) => !/^ +│ \+ \S/.test(line))).toEqual([]);
      expect(
        lines
          .map((line) => line.slice(line.indexOf('+') + 2))
          .join('')
          .replaceAll(' ', ''),
      ).toBe(topic.replaceAll(' ', ''));
    },
  );
});
