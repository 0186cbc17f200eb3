import { expect, test } from 'vitest';
import { toApprovalsDocument } from '../../../src/render/json/approvals-document.ts';
import type { ApprovalsView } from '../../../src/view/to-approvals-view.ts';

test('what is approved, with a version of its own and nothing else of the view', () => {
  const view = { account: 'main', approvals: [], dropped: [], more: 'not told' } as unknown as ApprovalsView;
  expect(toApprovalsDocument(view)).toEqual({
    formatVersion: '1.0',
    kind: 'approvals',
    account: 'main',
    approvals: [],
    dropped: [],
  });
});
