import { expect, test } from 'vitest';
import type { Refusal } from '../../src/domain/plan/refusal.ts';
import { makeSafety } from '../../src/safe/labels.ts';
import { toAllow, toRefusalView } from '../../src/view/to-refusal-view.ts';
import { desiredGroup } from '../render/sample-plans.ts';

const safety = makeSafety(false);
const removals: Refusal = { limit: 'removals', scope: 'group', count: 6, allowed: 3 };
const adds: Refusal = { limit: 'adds', scope: 'group', count: 120, allowed: 100 };
const emptied: Refusal = { limit: 'emptied', scope: 'group', count: 2, allowed: 0 };
const desired = desiredGroup('altos.yaml', 'Altos', {
  allow: { counts: { promotions: 3 }, until: '2026-12-01', reason: 'new board' },
} as never);

test('one allow is for all that a group refuses, with what its file allows already', () => {
  expect(toAllow([removals, adds], { desired, notices: [] })).toEqual({
    promotions: 3,
    removals: 6,
    adds: 120,
  });
});

test('an allow that is over counts no more, and a list that is emptied is about removals', () => {
  expect(toAllow([emptied], { desired, notices: [{ kind: 'allow-expired' }] })).toEqual({ removals: 2 });
});

test.each<[string, Refusal, boolean]>([
  ["a group's limit", removals, true],
  ['a list that is emptied', emptied, true],
  ["a run's limit", { ...removals, scope: 'run' }, false],
  ['the last admin', { limit: 'admins', scope: 'group', count: 0, allowed: 1 }, false],
  ['another id', { limit: 'id-edited', scope: 'group', count: 1, allowed: 0, file: 'a.yaml' }, false],
])('an allow is shown where it helps: %s', (_, refusal, isShown) => {
  expect('allow' in toRefusalView(refusal, safety, { removals: 6 })).toBe(isShown);
});

test("a file's name is a stranger's text", () => {
  const file = '\u202e447700900002.yaml';
  expect(toRefusalView({ ...removals, file }, safety).file).toBe(String.raw`\u{202e}•••••••••002.yaml`);
});
