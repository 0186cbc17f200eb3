import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTip } from '../../git/remote.ts';
import { escapeInline, list, say } from '../../safe/inline.ts';
import type { Words } from '../../words/words.ts';
import type { ForgeName } from '../../output/forge-name.ts';
import type { Job } from '../job.ts';
import { loadOwnWords } from '../offer/load-own-words.ts';
import type { Merged } from '../review/merged.ts';
import { findMerged } from '../review/merged.ts';
import type { Approving } from '../review/reviewed-plan.ts';
import { findApproving } from '../review/reviewed-plan.ts';
import { tellUnsealed } from '../state/tell-unsealed.ts';
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
  const words = await loadOwnWords(job);
  await tellUnsealed(job, state);
  const warnings = toWarnings(merged, found, { words, forge: job.forge.name });
  await runner.annotate(warnings.map((text) => ({ level: 'warning', title: 'Rollcall', text })));
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

const reasons = ['none', 'not-reviewed', 'disputed'] as const;

interface Telling {
  readonly words: Words;
  readonly forge: ForgeName;
}

/** What was merged and is not approved for all that. */
function toWarnings({ alone, isCut }: Merged, found: readonly Approving[], telling: Telling): string[] {
  const { unapproved } = telling.words.forge;
  const texts = reasons.flatMap((kind) => {
    const pulls = found.filter(({ result }) => result.kind === kind).map(({ pull }) => say`#${pull.number}`);
    return pulls.length > 0 ? [unapproved[kind](list(pulls, telling.words.and))] : [];
  });
  if (alone.length > 0)
    texts.push(unapproved.alone(escapeInline(telling.forge), alone.length, escapeInline(alone[0] ?? '')));
  return isCut ? [...texts, unapproved.cut] : texts;
}
