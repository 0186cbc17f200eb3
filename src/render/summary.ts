import type { Totals, View } from './view-types.ts';
import { count, resultWords } from './words.ts';

type Part = readonly [number: number, words: string];

/** "3 to leave, 1 to promote": parts that are 0 are left out; '' when all are. */
function list(parts: readonly Part[]): string {
  return parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${words}`)
    .join(', ');
}

/** The one line that a plan or a report begins and ends with, so that nobody has to scroll for it. */
export function summarise(view: View): string {
  const title = `${view.run ? 'Applied' : 'Plan'}${view.sandbox ? ' (sandbox)' : ''}`;
  const beside = list(view.run ? besideRun(view) : besidePlan(view.totals));
  return `${title}: ${view.run ? summariseRun(view) : summarisePlan(view.totals)}.${beside && ` ${beside}.`}`;
}

function summarisePlan(totals: Totals): string {
  const changes = list([
    [totals.toJoin, 'to join'],
    [totals.toLeave, 'to leave'],
    [totals.toPromote, 'to promote'],
    [totals.toDemote, 'to demote'],
    [totals.toChange, 'to change'],
  ]);
  const groups = count(totals.groups, 'group');
  return changes
    ? `${changes} in ${totals.groupsWithChanges} of ${groups}`
    : `nothing to change in ${groups}`;
}

function besidePlan(totals: Totals): Part[] {
  return [
    [totals.refused, 'refused by a limit'],
    [totals.unreadable, 'not readable'],
    [totals.needHuman, totals.needHuman === 1 ? 'needs a human' : 'need a human'],
    [totals.leftAlone, 'left alone'],
  ];
}

/** "3 of 4 verified, 1 declined"; what was not approved is not counted here. */
function summariseRun({ run }: View): string {
  const results = run?.results;
  if (!results) return '';
  const { verified, declined, failed, skipped, 'not-verified': notVerified } = results;
  const approved = verified + declined + failed + skipped + notVerified;
  if (approved === 0) return 'nothing was due and approved';
  const rest = list([
    [declined, resultWords.declined],
    [notVerified, resultWords['not-verified']],
    [failed, resultWords.failed],
    [skipped, resultWords.skipped],
  ]);
  return `${verified} of ${approved} verified${rest && `, ${rest}`}`;
}

function besideRun({ totals, run }: View): Part[] {
  const notApproved = run?.notApproved ?? 0;
  return [
    [totals.refused, 'refused by a limit'],
    [notApproved, 'not approved'],
    [totals.unreadable, 'not readable'],
    [totals.needHuman, totals.needHuman === 1 ? 'needs a human' : 'need a human'],
  ];
}
