import type { ChangeView } from '../view/change-view.ts';

/** True for what the pull request itself changes: without another commit to compare with, everything. */
export function isOwn({ origin }: Pick<ChangeView, 'origin'>): boolean {
  return origin === undefined || origin === 'pull-request';
}
