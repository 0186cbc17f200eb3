import type { Inline } from '../safe/inline.ts';
import { join, say } from '../safe/inline.ts';
import type { RunView, Totals, View } from '../view/view.ts';
import type { CreationWords } from '../words/creation-words.ts';
import type { TerminalWords } from '../words/terminal-words.ts';
import type { Words } from '../words/words.ts';

type SummaryWords = TerminalWords['summary'];
type Part = readonly [kind: keyof SummaryWords['counts'], number: number];

/** "3 to leave, 1 to promote": parts that are 0 are left out; '' when all are. */
function list(parts: readonly Part[], words: SummaryWords): Inline {
  const some = parts.filter(([, number]) => number > 0);
  return join(
    some.map(([kind, number]) => words.counts[kind](number)),
    ', ',
  );
}

/** The one line that a plan or a report begins and ends with, so that nobody has to scroll for it. */
export function summarise(view: View, { terminal: { summary: words }, creations }: Words): Inline {
  const { run, totals, sandbox } = view;
  const kind = words.title[run ? 'applied' : 'plan'];
  const title = sandbox ? say`${kind} (${words.sandbox})` : kind;
  const beside = list(run ? besideRun(run, totals) : besidePlan(totals), words);
  const main = run
    ? join(summariseWhole(view, run, { words, creations }), ', ')
    : summarisePlan(totals, words);
  return say`${title}: ${main}.${beside && say` ${beside}.`}`;
}

function summarisePlan(totals: Totals, words: SummaryWords): Inline {
  const { toJoin, toLeave, toPromote, toDemote, toChange, groups, groupsWithChanges } = totals;
  const counted: Part[] = [
    ['add', toJoin],
    ['remove', toLeave],
    ['promote', toPromote],
    ['demote', toDemote],
    ['set', toChange],
  ];
  const changes = list(counted, words);
  return changes === '' ? words.nothing(groups) : say`${changes} ${words.where(groupsWithChanges, groups)}`;
}

function besidePlan(totals: Totals): Part[] {
  return [
    ['toCreate', totals.toCreate],
    ['toInvite', totals.toInvite],
    ['coming', totals.coming],
    ['comingRefused', totals.comingRefused],
    ['refused', totals.refused],
    ['unreadable', totals.unreadable],
    ['needHuman', totals.needHuman],
    ['leftAlone', totals.leftAlone],
  ];
}

/** Groups that were made, and what was done in groups; of a run that made some, the second only where there is anything. */
function summariseWhole(
  { toCreate }: View,
  run: RunView,
  { words, creations }: { readonly words: SummaryWords; readonly creations: CreationWords },
): Inline[] {
  const fates = toCreate.flatMap(({ fate }) => (fate ? [fate] : []));
  if (fates.length === 0) return [summariseRun(run, words)];
  const made = fates.filter(({ result }) => result === 'made' || result === 'taken').length;
  const isAnything = Object.values(run.results).some((number) => number > 0);
  return [creations.summary(made, fates.length), ...(isAnything ? [summariseRun(run, words)] : [])];
}

/** "3 of 4 verified, 1 declined"; what was not approved is not counted here. */
function summariseRun({ results, waiting }: RunView, words: SummaryWords): Inline {
  const approved = Object.values(results).reduce((sum, number) => sum + number, 0);
  if (approved === 0) return waiting.length > 0 ? words.nothingDone : words.nothingApproved;
  const kinds = ['declined', 'not-verified', 'failed', 'skipped'] as const;
  const rest = list(
    kinds.map((kind) => [kind, results[kind]]),
    words,
  );
  return join([words.verified(results.verified, approved), rest], ', ');
}

function besideRun({ notApproved, waiting }: RunView, totals: Totals): Part[] {
  return [
    ['waiting', waiting.length],
    ['refused', totals.refused],
    ['notApproved', notApproved],
    ['toInvite', totals.toInvite],
    ['unreadable', totals.unreadable],
    ['needHuman', totals.needHuman],
  ];
}
