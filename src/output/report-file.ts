import type { Change } from '../domain/plan/change.ts';
import type { RunEvent } from '../domain/event.ts';
import { toIdentity } from '../domain/plan/change-identity.ts';
import type { ApplyOutcome, GroupOutcome, Outcome, Verdict } from '../domain/plan/outcome.ts';
import type { GroupPlan, Plan } from '../domain/plan/plan.ts';
import { isRefused } from '../domain/plan/plan.ts';
import { tryToWrite } from '../disk/storage-error.ts';
import { writeAtomically } from '../disk/write-atomically.ts';

/** A report that is rewritten while a run goes on, so that it is true wherever the run ends. */
export interface ReportFile {
  /** Takes the events of the run. */
  follow(event: RunEvent): Promise<void>;
}

/**
 * Writes what is done, what is not and what is unknown after every group and before every request, so that what was on
 * its way is told from what was never sent; `write` makes a file's text from an outcome. Throws a `StorageError` where the file cannot be written.
 */
export function createReport(path: string, plan: Plan, write: (outcome: ApplyOutcome) => string): ReportFile {
  const done = new Map<string, readonly Outcome[]>();
  const sent = new Set<string>();
  const rewrite = () => {
    const groups = plan.groups.map((group) => toOutcome(group, plan, { done, sent }));
    const known = groups.filter(({ outcomes }) => outcomes.length > 0);
    // Were the run to end here, that is what it would have been.
    writeAtomically(path, write({ groups: known, paceSpent: false, interrupted: true }));
  };
  return {
    async follow(event) {
      if (event.type === 'run-started') rewrite();
      if (event.type === 'group-done') done.set(event.group, event.outcomes);
      if (event.type === 'intent') for (const change of event.step) sent.add(toIdentity(change));
      // A disk that is full later on is no reason to stop in the middle: the last report says so again.
      if (event.type === 'intent' || event.type === 'group-done') tryToWrite(rewrite);
    },
  };
}

const underWay: Verdict = { result: 'not-verified', cause: 'under-way' };
const notReached: Verdict = { result: 'skipped', cause: 'not-reached' };

interface Progress {
  readonly done: ReadonlyMap<string, readonly Outcome[]>;
  /** Identities of the changes that were about to be sent. */
  readonly sent: ReadonlySet<string>;
}

/** A group's outcomes as far as they are known. */
function toOutcome(group: GroupPlan, plan: Plan, { done, sent }: Progress): GroupOutcome {
  const { desired, reading, changes } = group;
  const due = changes.filter((change) => !isRefused(plan, group, change));
  const toOpen = (change: Change) => ({ change, ...(sent.has(toIdentity(change)) ? underWay : notReached) });
  const outcomes = done.get(desired.id) ?? due.map(toOpen);
  return { group: desired.id, file: desired.file, outcomes, reading };
}
