import { escapeInline } from '../../safe/inline.ts';
import type { ApprovalsView, ApprovalView } from '../../view/to-approvals-view.ts';
import type { Words } from '../../words/words.ts';
import { groupAlike } from '../group-alike.ts';
import { toActionText } from './change-rows.ts';
import type { StyleOptions } from './style.ts';
import { actionTones, makeStyle } from './style.ts';
import type { Row } from './rows.ts';
import { layRows } from './rows.ts';

/** The list for a terminal or a log, by group. Ends in a newline. */
export function renderApprovals(
  { approvals, dropped }: ApprovalsView,
  words: Words,
  options: StyleOptions,
): string {
  const style = makeStyle(options);
  const { approvals: own } = words.terminal;
  const groups = groupAlike(approvals, ({ file }) => file);
  const rows = groups.flatMap((alike): Row[] => [
    { kind: 'blank' },
    toHeading(alike[0], words),
    ...alike.map((view) => toRow(view, words)),
  ]);
  const lead = [...(dropped.length > 0 ? [own.dropped(dropped.length)] : []), own.summary(approvals.length)];
  return `${[...lead, ...layRows(rows, style)].map((line) => line.trimEnd()).join('\n')}\n`;
}

function toHeading(view: ApprovalView | undefined, { terminal }: Words): Row {
  const { name = '', file = '' } = view ?? {};
  if (file === '') return { kind: 'heading', text: terminal.approvals.noFile, file: '' };
  return name === '' ? { kind: 'heading', text: file, file: '' } : { kind: 'heading', text: name, file };
}

function toRow(view: ApprovalView, words: Words): Row {
  const { approvals: own, coming } = words.terminal;
  const {
    isMaking = false,
    action = isMaking ? 'add' : 'set',
    setting,
    lane,
    on,
    since,
    plan = '',
    id,
  } = view;
  return {
    kind: 'columns',
    sign: action,
    tone: actionTones[action],
    label: isMaking ? own.group : action === 'set' ? (setting ?? own.something) : whom(view, words),
    text: isMaking ? own.isMade : toText({ ...view, action }, words),
    note: [
      ...(lane ? [own.byLink] : []),
      ...(on === undefined ? [] : [coming.on(escapeInline(on))]),
      own.since(escapeInline(since), escapeInline(plan)),
      `--drop ${id.slice(0, 8)}`,
    ].join(', '),
  };
}

function whom({ label }: ApprovalView, { terminal }: Words): string {
  return label === '' ? terminal.approvals.unknown : label;
}

function toText({ action = 'set', before }: ApprovalView, words: Words): string {
  return action === 'set' ? words.terminal.approvals.changes : toActionText({ action, before }, words);
}
