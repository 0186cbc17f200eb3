import { expect, test } from 'vitest';
import { renderApprovals } from '../../../src/render/terminal/approvals-text.ts';
import type { ApprovalView } from '../../../src/view/to-approvals-view.ts';
import { escapeTerminal } from '../../../src/safe/escape.ts';
import { english } from '../../../src/words/english/english.ts';

const text = escapeTerminal;
const approval = (extra: Partial<ApprovalView>): ApprovalView => ({
  id: 'abcdefghijklmnop',
  file: text('a.yaml'),
  name: text('Altos'),
  label: text('ana'),
  action: 'add',
  since: '2026-06-01',
  ...extra,
});
const render = (approvals: readonly ApprovalView[], dropped: readonly string[] = []) =>
  renderApprovals({ account: text('main'), approvals, dropped }, english, {
    colour: false,
    ascii: false,
    width: 140,
  });

test('a list of nothing says so', () => {
  expect(render([])).toBe(`${english.terminal.approvals.summary(0)}\n`);
});

test('each with its day, its plan and how to take it back, below its group', () => {
  const other = approval({
    file: text('b.yaml'),
    name: text(''),
    label: text('budi'),
    action: 'remove',
    before: 'admin',
  });
  const found = render([
    approval({ plan: 'kcnfdmge', on: '2027-01-01' }),
    other,
    approval({ label: text('citra') }),
  ]);
  expect(found.split('\n').filter((line) => /^\S/.test(line))).toEqual([
    english.terminal.approvals.summary(3),
    'Altos  a.yaml',
    'b.yaml',
  ]);
  expect(found).toMatch(
    /\+ ana +joins +on 2027-01-01, approved on 2026-06-01 by plan kcnfdmge, --drop abcdefgh\n/,
  );
  expect(found).toMatch(/- budi +leaves \(is an admin\) +approved on 2026-06-01, --drop abcdefgh$/m);
});

test('of what the files do not know, that is said; a setting stands by its name', () => {
  const found = render([
    approval({ file: text(''), name: text(''), label: text('') }),
    approval({ action: 'set', setting: 'topic', label: text('') }),
  ]);
  expect(found).toContain(english.terminal.approvals.noFile);
  expect(found).toContain(english.terminal.approvals.unknown);
  expect(found).toMatch(/~ topic +is changed/);
});

test('what was just taken back is counted first', () => {
  expect(render([], ['a', 'b'])).toBe(
    `${english.terminal.approvals.dropped(2)}\n${english.terminal.approvals.summary(0)}\n`,
  );
});

test('a group that is to be made is called that', () => {
  const { action: _, ...making } = approval({ label: text(''), isMaking: true });
  expect(render([making])).toMatch(/^ +\+ the group +is made +approved on 2026-06-01/m);
});

test('whoever comes by themselves is said to in the note, so that what is said of each begins in one column', () => {
  const lines = render([approval({ lane: 'link' }), approval({ label: text('budi'), action: 'promote' })])
    .split('\n')
    .filter((line) => line.includes('approved on'));
  expect(lines[0]).toMatch(/\+ ana +joins +is let in when they ask, and not added, approved on/);
  const [first, second] = lines.map((line) => line.search(/is let in|approved on/));
  expect(first).toBe(second);
});
