import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTip } from '../../git/remote.ts';
import type { Job } from '../job.ts';
import type { Merged } from '../review/merged.ts';
import { findMerged } from '../review/merged.ts';
import type { Approving } from '../review/reviewed-plan.ts';
import { findApproving } from '../review/reviewed-plan.ts';
import { openState } from '../state/state-branch.ts';

/** Milliseconds; nothing is pushed here. */
const pause = 0;

/**
 * Whether this is what the branch stands at, and what approves it: the plan files of the pull requests that were merged
 * since the last apply. What a pull request is, which head it had and who approved it, the forge tells; nothing is taken
 * from the text of a comment or the inside of an archive that is not sealed. Outputs `tip`, `plans`, `pull-requests`.
 */
export async function findPlans(job: Job): Promise<void> {
  const { runner, remote, workspace, work, ref, commit } = job;
  if ((await readTip(remote, workspace, ref)) !== commit)
    return runner.setOutputs({ tip: 'false', plans: '', 'pull-requests': '' });
  const state = await openState(job, { pause });
  const merged = await findMerged(job, state.applied);
  const found = await findApproving(job, merged.pulls, state.sealer);
  const files = await writePlans(found, join(work, 'plans'));
  const warnings = [...(state.fault ? [state.fault] : []), ...toWarnings(merged, found)];
  runner.annotate(warnings.map((text) => ({ level: 'warning', title: 'Rollcall', text })));
  const numbers = merged.pulls.map(({ number }) => number);
  await runner.setOutputs({ tip: 'true', plans: files.join('\n'), 'pull-requests': numbers.join('\n') });
}

async function writePlans(found: readonly Approving[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = new Set<string>();
  for (const { pull, result } of found) {
    if (result.kind !== 'plan') continue;
    const file = join(folder, `${pull.head}.json`);
    await writeFile(file, result.text);
    files.add(file);
  }
  return [...files];
}

const sentences: Readonly<Record<Exclude<Approving['result']['kind'], 'plan'>, string>> = {
  none: 'Merged without a plan (none, expired, made after the merge, or with another key)',
  'not-reviewed':
    'Merged with a plan that was made, or became another one, after the last review that approved it',
  disputed: 'Merged with others that had the same commit and showed another plan',
};

/** What was merged and is not approved for all that. */
function toWarnings({ alone, isCut }: Merged, found: readonly Approving[]): string[] {
  const texts = Object.entries(sentences).flatMap(([kind, sentence]) => {
    const pulls = found.filter(({ result }) => result.kind === kind).map(({ pull }) => `#${pull.number}`);
    return pulls.length > 0 ? [`${sentence}: ${pulls.join(' and ')}. Nothing of it is approved.`] : [];
  });
  if (alone.length > 0)
    texts.push(
      `Commits that came with no merged pull request, as far as GitHub tells: ${alone.length} (the newest is ${alone[0]}). Nothing of them is approved.`,
    );
  if (isCut)
    texts.push(
      'Too much was merged since the last apply, or history was rewritten: what lies further back is not approved.',
    );
  return texts;
}
