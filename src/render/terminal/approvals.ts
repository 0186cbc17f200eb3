import type { PersonAction, PersonChange } from '../../domain/change.ts';
import type { Day } from '../../domain/group.ts';
import type { SettingName } from '../../domain/settings.ts';
import type { Pending } from '../../domain/past.ts';
import type { KnownGroup } from '../../domain/plan.ts';
import type { SafeText } from '../../safe/escape.ts';
import { makeSafety } from '../../safe/labels.ts';
import { groupAlike } from '../group-alike.ts';
import type { StyleOptions } from './style.ts';
import { actionTones, makeStyle } from './style.ts';
import type { Row } from './rows.ts';
import { layRows } from './rows.ts';
import { actionWords, adminLeaves, approvalWords } from '../../words/terminal-words.ts';

/** One approval that waits, as the memory and the files tell it. */
export interface ApprovalItem {
  readonly id: string;
  readonly about: Pending;
  /** The day on which it was approved. */
  readonly since: Day;
  /** Absent: no file is about its group any more. */
  readonly group?: KnownGroup;
  /** Absent for settings, and for people whom the files do not know. */
  readonly change?: PersonChange;
}

/** The same as everybody may see it. */
export interface ApprovalView {
  readonly id: string;
  /** Empty where no file is about its group any more. */
  readonly file: SafeText;
  /** Empty where the file gives no name. */
  readonly name: SafeText;
  readonly action?: PersonAction | 'set';
  readonly setting?: SettingName | 'photo';
  /** Whom it is about; empty where the files do not tell. */
  readonly label: SafeText;
  /** Of an admin the role goes with the membership. */
  readonly before?: 'member' | 'admin';
  /** For what a date brings: the first day on which it is due. */
  readonly on?: Day;
  readonly since: Day;
  /** How the plan file is called that approved it, as its `plan` says. */
  readonly plan?: string;
}

export function toApprovalViews(items: readonly ApprovalItem[]): ApprovalView[] {
  const safety = makeSafety(false);
  return items.map(({ id, about, since, group, change }) => {
    const { on, plan } = about;
    return {
      id,
      file: safety.line(group?.file ?? ''),
      name: safety.line(group?.settings.name ?? ''),
      ...toKind(change?.action ?? about.what),
      label: change ? safety.label(change.person) : safety.line(''),
      ...(change?.action === 'remove' && change.before && { before: change.before }),
      ...(on !== undefined && { on }),
      since,
      ...(plan !== undefined && { plan }),
    };
  });
}

function toKind(what: Pending['what']): Pick<ApprovalView, 'action' | 'setting'> {
  switch (what) {
    case undefined:
      return {};
    case 'set':
    case 'add':
    case 'promote':
    case 'demote':
    case 'remove':
      return { action: what };
    default:
      return { action: 'set', setting: what };
  }
}

/** The version of the document, apart from that of plans. */
const approvalsVersion = '1.0';

/** The document of `approvals --json`. */
export function toApprovalsDocument(
  account: string,
  approvals: readonly ApprovalView[],
  dropped: readonly string[],
) {
  const name = makeSafety(false).line(account);
  return { formatVersion: approvalsVersion, kind: 'approvals', account: name, approvals, dropped };
}

/** The list for a terminal or a log, by group. Ends in a newline. */
export function renderApprovals(
  approvals: readonly ApprovalView[],
  dropped: number,
  options: StyleOptions,
): string {
  const style = makeStyle(options);
  const groups = groupAlike(approvals, ({ file }) => file);
  const rows = groups.flatMap((alike): Row[] => [
    { kind: 'blank' },
    toHeading(alike[0]),
    ...alike.map(toRow),
  ]);
  const lead = [
    ...(dropped > 0 ? [approvalWords.dropped(dropped)] : []),
    approvalWords.summary(approvals.length),
  ];
  return `${[...lead, ...layRows(rows, style)].map((line) => line.trimEnd()).join('\n')}\n`;
}

function toHeading(view: ApprovalView | undefined): Row {
  const { name = '', file = '' } = view ?? {};
  if (file === '') return { kind: 'heading', text: approvalWords.noFile, file: '' };
  return name === '' ? { kind: 'heading', text: file, file: '' } : { kind: 'heading', text: name, file };
}

function toRow(view: ApprovalView): Row {
  const { action = 'set', setting, label, before, on, since, plan, id } = view;
  const text = action === 'set' ? approvalWords.changes : actionWords[action];
  const whom = label === '' ? approvalWords.unknown : label;
  return {
    kind: 'columns',
    sign: action,
    tone: actionTones[action],
    label: action === 'set' ? (setting ?? approvalWords.something) : whom,
    text: action === 'remove' && before === 'admin' ? adminLeaves : text,
    note: [
      ...(on === undefined ? [] : [`on ${on}`]),
      approvalWords.since(since, plan),
      `--drop ${id.slice(0, 8)}`,
    ].join(', '),
  };
}
