import { describe, expect, it } from 'vitest';
import { renderJson } from '../../../src/render/json/plan-document.ts';
import { parsePlanFile, PlanFileError } from '../../../src/render/json/plan-file.ts';
import { toView } from '../../../src/view/to-view.ts';
import { inputOf } from '../sample-plans.ts';
import { appliedPlan, refusedPlan } from '../sample-troubles.ts';

const meta = { toolVersion: '0.1.0', generatedAt: '2026-11-23T05:42:00.000Z' };

const good = {
  formatVersion: '1.0',
  kind: 'plan',
  account: 'main',
  keyId: 'abcdefghijklmnop',
  fingerprint: 'b'.repeat(32),
  sandbox: false,
  groups: [{ changes: [{ id: 'a'.repeat(32), refused: false }] }],
};

describe('parsePlanFile', () => {
  it('approves no id of a refused change', () => {
    const sample = inputOf(refusedPlan());
    const fine = sample.plan.groups[3]?.changes[0];
    const { approved } = parsePlanFile(renderJson(toView(sample), meta));
    expect(approved.map(({ id }) => id)).toEqual([fine && sample.toId(fine)]);
  });

  it('reads later minor versions, whatever they add', () => {
    const later = { ...good, formatVersion: '1.7', news: true };
    expect(parsePlanFile(JSON.stringify(later))).toEqual({
      account: 'main',
      keyId: 'abcdefghijklmnop',
      fingerprint: 'b'.repeat(32),
      sandbox: false,
      approved: [{ id: 'a'.repeat(32), file: '', label: '' }],
      refused: [],
    });
  });

  it.each([
    ['is no JSON', '{', 'This is no plan file: it is not JSON.'],
    ['is another JSON', '{"name":"rollcall"}', 'This JSON is no plan file of Rollcall.'],
    ['is of another major version', { ...good, formatVersion: '2.0' }, 'has format 2.0'],
    ['is a report', { ...good, kind: 'apply' }, 'the report of an apply'],
    [
      'has an id that is none',
      { ...good, groups: [{ changes: [{ id: '<b>', refused: false }] }] },
      'groups.0.changes.0.id: must be 32 letters',
    ],
    [
      'has an id that is too long for the journal',
      { ...good, groups: [{ changes: [{ id: 'a'.repeat(201), refused: false }] }] },
      'groups.0.changes.0.id: must be 32 letters',
    ],
    ['has a short fingerprint', { ...good, fingerprint: 'abc' }, 'fingerprint'],
    ['has a long key id', { ...good, keyId: 'a'.repeat(32) }, 'keyId'],
    [
      'does not say what is refused',
      { ...good, groups: [{ changes: [{ id: 'a'.repeat(32) }] }] },
      'groups.0.changes.0.refused',
    ],
    ['has no key', { ...good, keyId: undefined }, 'keyId'],
  ])('says what is wrong where it %s', (_name, document, message) => {
    const text = typeof document === 'string' ? document : JSON.stringify(document);
    expect(() => parsePlanFile(text)).toThrow(PlanFileError);
    expect(() => parsePlanFile(text)).toThrow(message);
  });

  it('does not take the report of an apply for a plan', () => {
    const { plan, outcome } = appliedPlan();
    expect(() => parsePlanFile(renderJson(toView(inputOf(plan, { outcome })), meta))).toThrow(PlanFileError);
  });
});
