import { rename, writeFile } from 'node:fs/promises';
import type { RunEvent } from '../domain/event.ts';
import type { ApplyOutcome, GroupOutcome, Outcome, Verdict } from '../domain/outcome.ts';
import type { GroupPlan, Plan } from '../domain/plan.ts';
import { isRefused } from '../domain/plan.ts';
import { UsageError } from '../errors.ts';

/** A report that is rewritten while a run goes on, so that it is true wherever the run ends. */
export interface Report {
  /** Takes the events of the run. */
  follow(event: RunEvent): Promise<void>;
}

/**
 * Writes what is done, what is not and what is unknown after every group; `write` makes a file's text from an outcome.
 * Throws `UsageError` where the file cannot be written.
 */
export function createReport(path: string, plan: Plan, write: (outcome: ApplyOutcome) => string): Report {
  const done = new Map<string, readonly Outcome[]>();
  let current: string | undefined = undefined;
  const rewrite = () => {
    const groups = plan.groups.map((group) => toOutcome(group, plan, done, current));
    const known = groups.filter(({ outcomes }) => outcomes.length > 0);
    // Were the run to end here, that is what it would have been.
    return replaceFile(path, write({ groups: known, paceSpent: false, interrupted: true }));
  };
  return {
    async follow(event) {
      if (event.type === 'group-started') current = event.group;
      if (event.type === 'group-done') {
        done.set(event.group, event.outcomes);
        current = undefined;
      }
      // A disk that is full later on is no reason to stop in the middle: the last report says so again.
      if (event.type === 'run-started') await rewrite();
      if (event.type === 'group-started' || event.type === 'group-done')
        await rewrite().catch(() => undefined);
    },
  };
}

const underWay: Verdict = {
  result: 'not-verified',
  cause: 'under-way',
  text: 'the run was at this group: it may or may not have happened',
};

const notReached: Verdict = {
  result: 'skipped',
  cause: 'not-reached',
  text: 'the run did not come to this group',
};

/** A group's outcomes as far as they are known: nothing is known of the group that the run is at. */
function toOutcome(
  group: GroupPlan,
  plan: Plan,
  done: ReadonlyMap<string, readonly Outcome[]>,
  current: string | undefined,
): GroupOutcome {
  const { desired, reading, changes } = group;
  const open = desired.id === current ? underWay : notReached;
  const due = changes.filter((change) => !isRefused(plan, group, change));
  const outcomes = done.get(desired.id) ?? due.map((change) => ({ change, ...open }));
  return { group: desired.id, file: desired.file, outcomes, reading };
}

/** Whole or not at all: whoever reads it meanwhile finds the last one. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${(error as Error).message}`);
  }
}
