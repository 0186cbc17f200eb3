import { expect, test } from 'vitest';
import type { Verdict } from '../../../src/domain/plan/outcome.ts';
import { renderMarkdown } from '../../../src/render/report/markdown/render-markdown.ts';
import { toLabel, toSentences } from '../../../src/render/report/sentences.ts';
import { escapeTerminal } from '../../../src/safe/escape.ts';
import type { ChangeView } from '../../../src/view/change-view.ts';
import { toView } from '../../../src/view/to-view.ts';
import { ana, budi, changesOf, desiredGroup, groupPlan, inputOf, listed, planOf } from '../sample-plans.ts';
import { english } from '../../../src/words/english/english.ts';
import { plainVoice } from './plain-voice.ts';

const altos = desiredGroup('choir/altos.yaml', 'Altos');
const { of } = changesOf(altos);

/** A report of a run in which these became of one add each. */
function report(...verdicts: readonly Verdict[]): string {
  const people = [ana, budi];
  const changes = people.slice(0, verdicts.length).map((who) => of('add', who, listed('team:altos')));
  const group = groupPlan(altos, { changes });
  const outcomes = changes.flatMap((change, index) => {
    const verdict = verdicts[index];
    return verdict ? [{ change, ...verdict }] : [];
  });
  const groups = [{ group: altos.id, file: altos.file, outcomes, reading: group.reading }];
  const outcome = { groups, paceSpent: false, interrupted: false };
  return renderMarkdown(toView(inputOf(planOf([group]), { outcome })), english);
}

test.each<[string, Verdict, string]>([
  [
    'a photo that could not be read again is not the group',
    { result: 'not-verified', cause: 'photo-unread', details: { text: 'the photo could not be read again' } },
    'it was sent, but the photo could not be read again; the next run looks again.',
  ],
  [
    'a list that is not whole is no yes of WhatsApp',
    {
      result: 'not-verified',
      cause: 'incomplete',
      details: { text: 'the people could not all be read again' },
    },
    'it was sent, but not everybody in the group could be read again; the next run looks again.',
  ],
  [
    'a newcomer without a number may be the person',
    { result: 'not-verified', cause: 'perhaps-hidden', details: { text: 'a member without a number' } },
    'somebody in the group hides their number and could be the same person; the next run looks again.',
  ],
  [
    'no clear answer is no yes of WhatsApp, whatever could not be read',
    {
      result: 'not-verified',
      cause: 'no-answer',
      details: { text: 'no clear answer (it could not be read)' },
    },
    'no clear answer came, and the group does not show it so far; the next run looks again.',
  ],
  [
    'what a server says decides nothing',
    { result: 'failed', cause: 'rejected', details: { text: 'your pace is spent, it could not be read' } },
    'WhatsApp did not accept it; the log of the run says more.',
  ],
  [
    'what was never sent was not refused',
    { result: 'skipped', cause: 'gave-up', details: { text: 'GOWA keeps refusing numbers' } },
    'WhatsApp did not accept others in this group, so this was not tried; the log of the run says more.',
  ],
  [
    'a lost session is no refusal by WhatsApp',
    { result: 'skipped', cause: 'line-lost', details: { text: 'you are not logged in' } },
    'the connection was lost at that very moment; the next run looks again.',
  ],
  [
    'the run that stopped because of what could not be read has stopped',
    {
      result: 'skipped',
      cause: 'stopped',
      details: { text: 'the run stopped before: it could not be read' },
    },
    'the run ended before its turn came.',
  ],
])('a report for people: %s', (_, verdict, words) => {
  expect(report(verdict)).toContain(`: ${words}\n`);
});

test('causes that are told in the same words are one sentence', () => {
  const text = report(
    { result: 'skipped', cause: 'left-alone', details: { leftAlone: { reason: 'full' } } },
    { result: 'skipped', cause: 'not-due' },
  );
  expect(text.match(/by now it is no longer needed or not possible/g)).toHaveLength(1);
});

const due = (changes: readonly ChangeView[]) => toSentences(changes, 'due', plainVoice);
const view = (action: string, label: string, extra: object = {}) =>
  ({
    action,
    label: escapeTerminal(label),
    id: label,
    before: action === 'add' ? 'none' : 'member',
    ...extra,
  }) as unknown as ChangeView;

test('the risky ones come first, whatever order the plan has', () => {
  const changes = ['add', 'remove', 'promote', 'demote'].map((action) => view(action, action));
  expect(due(changes).map(({ action }) => action)).toEqual(['promote', 'remove', 'demote', 'add']);
});

const crowd = (action: string, count: number) =>
  Array.from({ length: count }, (_, index) => view(action, `n${index}`));

test('many who join are a number with a list to open; who loses something is never folded away', () => {
  expect(due(crowd('add', 12))[0]).not.toHaveProperty('names');
  expect(due(crowd('add', 13))[0]).toMatchObject({ names: expect.stringContaining('*n12*') });
  expect(due(crowd('add', 13))[0]?.text).not.toContain('n12');
  expect(due(crowd('remove', 13))[0]?.text).toContain('*n12*');
});

test('whoever only gets another number is one sentence; an admin who would lose the role by it is two', () => {
  const fresh = view('add', 'ana', { number: 'new' });
  expect(due([view('remove', 'ana', { number: 'old' }), fresh])).toHaveLength(1);
  const admin = due([view('remove', 'ana', { number: 'old', before: 'admin' }), fresh]);
  expect(admin.map(({ action }) => action)).toEqual(['remove', 'add']);
});

const label = (before: string) => toLabel(view('remove', 'ana', { before }), plainVoice);

test('of a removed admin it is said that they were one', () => {
  expect(label('member')).toBe('*ana*');
  expect(label('admin')).toBe(plainVoice.words.report.isAdmin(toLabel(view('add', 'ana'), plainVoice)));
});
