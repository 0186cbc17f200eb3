import { creationOf } from '../support/creation.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhoneNumber } from '../../src/domain/people/person.ts';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import { renderJson, toPlanDocument } from '../../src/render/json/plan-document.ts';
import { renderText } from '../../src/render/terminal/plan-text.ts';
import { toView } from '../../src/view/to-view.ts';
import {
  changesOf,
  choirPlan,
  desiredGroup,
  groupPlan,
  inputOf,
  listed,
  person,
  planOf,
} from '../render/sample-plans.ts';
import { leftAlonePlan, refusedPlan } from '../render/sample-troubles.ts';
import { english } from '../../src/words/english/english.ts';

const meta = { toolVersion: '0.1.0', generatedAt: '2026-11-23T05:42:00.000Z' };
const plain = { colour: false, ascii: false, width: 80 };

/** A plan in which every text that others write is this one, and everybody's number this. */
function planWith(text: string, phone: PhoneNumber) {
  const desired = desiredGroup('a.yaml', text);
  const { of, set } = changesOf(desired);
  const somebody = { key: toPersonKey(phone), phone };
  const named = { ...person(1), name: text };
  const group = groupPlan(desired, {
    changes: [
      set('name', text, `${text}.`),
      set('topic', text, `x${text}\n${text}`),
      of('add', somebody, listed(text)),
      of('promote', named, listed(text), { needs: [{ action: 'add', person: somebody.key }] }),
    ],
    leftAlone: [{ reason: 'owner', change: of('remove', somebody, { kind: 'unlisted' }) }],
    scheduled: [
      {
        change: of('remove', somebody, { kind: 'ended', until: '2026-12-31', via: [text] }),
        on: '2027-01-01',
      },
    ],
    notices: [{ kind: 'lid-known', lid: '330631678702157' as never, person: somebody }],
  });
  const lost = groupPlan(desiredGroup('b.yaml', text), {
    reading: { kind: 'unreadable', reason: 'failed', text: `Phone ${phone}@s.whatsapp.net: ${text}` },
  });
  return planOf([group, lost], { toCreate: [creationOf(desired)] });
}

const phones = fc
  .tuple(fc.constantFrom('1', '44', '62', '55', '351'), fc.stringMatching(/^[1-9]\d{8}$/))
  .map(([country, rest]) => `${country}${rest}` as PhoneNumber);

const hostileTexts = fc.string({
  unit: fc.constantFrom(
    '\n',
    '\r',
    '\u001b',
    '[',
    '\u202e',
    '\u200b',
    '\u0085',
    '\u0301',
    '+',
    '│',
    ' ',
    'a',
    '合',
    '"',
    '👩',
  ),
  maxLength: 60,
});

/** No line may hold one of these; the ends of lines are ours. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\u200b\ufeff]/u;

function countSigns(text: string): number {
  const lines = renderText(toView(inputOf(planWith(text, person(9).phone))), english, plain).split('\n');
  return lines.filter((line) => /^ {0,2}[-+~↑↓=!✗] /.test(line)).length;
}

describe('a view', () => {
  it('lets no text that others wrote reach a terminal or a file as it is', () => {
    fc.assert(
      fc.property(hostileTexts, phones, (text, phone) => {
        const view = toView(inputOf(planWith(text, phone)));
        const lines = [
          ...renderText(view, english, plain).split('\n'),
          ...renderJson(view, meta).split('\n'),
        ];
        expect(lines.filter((line) => unsafe.test(line))).toEqual([]);
      }),
    );
  });

  it('lets nobody write a line of ours: what others wrote adds no line that begins like one', () => {
    const usual = countSigns('Altos');
    fc.assert(
      fc.property(hostileTexts, (text) => {
        expect(countSigns(`a${text}`)).toBe(usual);
      }),
    );
  });

  it('keeps lines within the width, so that the terminal breaks none of them', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '+', ' '), minLength: 1, maxLength: 200 }),
        (text) => {
          const lines = renderText(toView(inputOf(planWith(text, person(9).phone))), english, plain)
            .split('\n')
            .slice(1, -2);
          expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
        },
      ),
    );
  });

  it('holds no number, whoever wrote it and however, unless they are asked for', () => {
    fc.assert(
      fc.property(phones, fc.constantFrom('', ' ', '-', '.'), (phone, gap) => {
        const written = phone.replace(/(\d{3})(?=\d)/g, `$1${gap}`);
        const plan = planWith(`Call ${written}!`, phone);
        const masked =
          renderJson(toView(inputOf(plan)), meta) + renderText(toView(inputOf(plan)), english, plain);
        expect(masked).not.toContain(phone);
        expect(masked).not.toContain(written);
        expect(renderText(toView(inputOf(plan, { showPhones: true })), english, plain)).toContain(
          `+${phone}`,
        );
      }),
    );
  });

  it('that shows numbers becomes no file', () => {
    expect(() => toPlanDocument(toView(inputOf(choirPlan(), { showPhones: true })), meta)).toThrow(
      /must not/,
    );
  });

  it('is the same however often it is made', () => {
    for (const sample of [choirPlan, refusedPlan, leftAlonePlan]) {
      expect(renderJson(toView(inputOf(sample())), meta)).toBe(renderJson(toView(inputOf(sample())), meta));
    }
  });
});
