import type { RunView, Totals, View } from '../../view/types.ts';
import { notApprovedWord, resultWords, summaryWords as words } from '../../words/terminal-words.ts';

type Part = readonly [number: number, words: string];

/** "3 to leave, 1 to promote": parts that are 0 are left out; '' when all are. */
function list(parts: readonly Part[]): string {
  return parts
    .filter(([number]) => number > 0)
    .map(([number, part]) => `${number} ${part}`)
    .join(', ');
}

/** The one line that a plan or a report begins and ends with, so that nobody has to scroll for it. */
export function summarise({ run, totals, sandbox }: View): string {
  const kind = run ? words.applied : words.plan;
  const title = sandbox ? `${kind} (${words.sandbox})` : kind;
  const beside = list(run ? besideRun(run, totals) : besidePlan(totals));
  return `${title}: ${run ? summariseRun(run) : summarisePlan(totals)}.${beside && ` ${beside}.`}`;
}

function summarisePlan(totals: Totals): string {
  const changes = list([
    [totals.toJoin, words.add],
    [totals.toLeave, words.remove],
    [totals.toPromote, words.promote],
    [totals.toDemote, words.demote],
    [totals.toChange, words.set],
  ]);
  if (changes === '') return words.nothing(totals.groups);
  return `${changes} ${words.where(totals.groupsWithChanges, totals.groups)}`;
}

function besidePlan(totals: Totals): Part[] {
  return [
    [totals.coming, words.coming],
    [totals.comingRefused, words.comingRefused],
    [totals.refused, words.refused],
    [totals.unreadable, words.unreadable],
    [totals.needHuman, words.needHuman(totals.needHuman)],
    [totals.leftAlone, words.leftAlone],
  ];
}

/** "3 of 4 verified, 1 declined"; what was not approved is not counted here. */
function summariseRun({ results, waiting }: RunView): string {
  const { verified, declined, failed, skipped, 'not-verified': notVerified } = results;
  const approved = verified + declined + failed + skipped + notVerified;
  if (approved === 0) return waiting.length > 0 ? words.nothingDone : words.nothingApproved;
  const rest = list([
    [declined, resultWords.declined],
    [notVerified, resultWords['not-verified']],
    [failed, resultWords.failed],
    [skipped, resultWords.skipped],
  ]);
  return `${words.verified(verified, approved)}${rest && `, ${rest}`}`;
}

function besideRun({ notApproved, waiting }: RunView, totals: Totals): Part[] {
  return [
    [waiting.length, words.waiting],
    [totals.refused, words.refused],
    [notApproved, notApprovedWord],
    [totals.unreadable, words.unreadable],
    [totals.needHuman, words.needHuman(totals.needHuman)],
  ];
}
