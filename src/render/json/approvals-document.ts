import type { ApprovalsView } from '../../view/to-approvals-view.ts';

/** The version of the document, apart from that of plans. */
const approvalsVersion = '1.0';

/** The document of `approvals --json`. */
export function toApprovalsDocument({ account, approvals, dropped }: ApprovalsView) {
  return { formatVersion: approvalsVersion, kind: 'approvals', account, approvals, dropped };
}
