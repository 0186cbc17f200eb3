import { expect, test } from 'vitest';
import { toApprovalsView } from '../../src/view/to-approvals-view.ts';
import { changesOf, desiredGroup, person, stranger } from '../render/sample-plans.ts';

const group = desiredGroup('altos.yaml', 'Alt\u001bos');
const removal = changesOf(group).of('remove', stranger, { kind: 'unlisted' }, { before: 'admin' });

test('an approval is shown without numbers and harmless, as far as the files tell it', () => {
  const view = toApprovalsView(
    'main',
    [
      {
        id: 'a',
        about: { at: 0, on: '2026-12-01', plan: 'bcd' },
        since: '2026-06-01',
        group,
        change: removal,
      },
      { id: 'b', about: { at: 0, what: 'topic' }, since: '2026-06-01' },
    ],
    ['c'],
  );
  expect(view).toEqual({
    account: 'main',
    dropped: ['c'],
    approvals: [
      {
        id: 'a',
        file: 'altos.yaml',
        name: String.raw`Alt\u{1b}os`,
        action: 'remove',
        label: '+44 •••• ••• 817',
        before: 'admin',
        on: '2026-12-01',
        since: '2026-06-01',
        plan: 'bcd',
      },
      { id: 'b', file: '', name: '', action: 'set', setting: 'topic', label: '', since: '2026-06-01' },
    ],
  });
  expect(JSON.stringify(view)).not.toContain(person(817).phone);
});
