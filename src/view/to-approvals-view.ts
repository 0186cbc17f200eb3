import type { PersonChange } from '../domain/plan/change.ts';
import type { Day } from '../domain/group.ts';
import type { Pending } from '../domain/past.ts';
import type { KnownGroup } from '../domain/plan/plan.ts';
import type { SafeText } from '../safe/escape.ts';
import { makeSafety } from '../safe/labels.ts';
import type { WhatView } from './to-what-view.ts';
import { toWhatView } from './to-what-view.ts';

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

/** The approvals of an account that wait, and those that were just taken back, as everybody may see them. */
export interface ApprovalsView {
  readonly account: SafeText;
  readonly approvals: readonly ApprovalView[];
  /** Ids. */
  readonly dropped: readonly string[];
}

export interface ApprovalView extends WhatView {
  readonly id: string;
  /** Empty where no file is about its group any more. */
  readonly file: SafeText;
  /** Empty where the file gives no name. */
  readonly name: SafeText;
  /** Whom it is about; empty where the files do not tell. */
  readonly label: SafeText;
  /** Of an admin the role goes with the membership. */
  readonly before?: 'member' | 'admin';
  /** It is about the making of the file's group. */
  readonly isMaking?: true;
  /** They may come by themselves, and are not added. */
  readonly lane?: 'link';
  /** For what a date brings: the first day on which it is due. */
  readonly on?: Day;
  readonly since: Day;
  /** How the plan file is called that approved it, as its `plan` says. */
  readonly plan?: string;
}

/** Without numbers, whoever looks. */
export function toApprovalsView(
  account: string,
  items: readonly ApprovalItem[],
  dropped: readonly string[],
): ApprovalsView {
  const safety = makeSafety(false);
  const approvals = items.map(({ id, about, since, group, change }) => {
    const { on, plan, lane } = about;
    return {
      id,
      file: safety.line(group?.file ?? ''),
      name: safety.line(group?.settings.name ?? ''),
      ...toWhatView(change?.action ?? about.what),
      label: change ? safety.label(change.person) : safety.line(''),
      ...(change?.action === 'remove' && change.before && { before: change.before }),
      ...(about.what === 'create' && { isMaking: true as const }),
      ...(lane && { lane }),
      ...(on !== undefined && { on }),
      since,
      ...(plan !== undefined && { plan }),
    };
  });
  return { account: safety.line(account), approvals, dropped };
}
