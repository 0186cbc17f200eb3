import { checkApprovalOptions } from '../../approval/find-approval.ts';
import { toPlannedPace } from '../../approval/planned-pace.ts';
import type { Language, Pace } from '../../domain/organisation.ts';
import { isSamePace } from '../../domain/organisation.ts';
import type { Io } from '../../io.ts';
import type { ApplyOptions } from '../../options.ts';
import { showReading } from '../../output/progress.ts';
import type { Hooks } from '../../session/hooks.ts';
import type { Memory } from '../../session/memory.ts';
import { findStateFolder, openMemory } from '../../session/memory.ts';
import { findFiled } from '../../planning/creating/with-created.ts';
import type { Files, Work, WorkMode } from '../../session/work.ts';
import { openWork } from '../../session/work.ts';

/** What a command that writes begins with. */
interface Beginning {
  /** The pace of the files, or the slower one by which the plan files were judged. */
  readonly planned: Pace;
  /** Whoever asked for it closes it. */
  readonly work: Work;
}

/** Looks at what the options approve, then opens the server and the memory, which is locked for this run, and plans again. */
export async function beginWriting(
  files: Files,
  options: ApplyOptions,
  hooks: Hooks,
  io: Io,
): Promise<Beginning> {
  const hasMemory = findStateFolder(options, files.organisation, false) !== undefined;
  await checkApprovalOptions(options, hasMemory, io);
  const { pace, language } = files.organisation.policy;
  const planned = await toPlannedPace(pace, options.plans);
  const mode = { ...(await toMode(options, { ...hooks, language }, io)), slower: planned };
  return { planned, work: await openWork(files, options, mode, io) };
}

/** The memory is locked for this run. */
async function toMode(
  options: ApplyOptions,
  { beforeLookups, language }: Hooks & { readonly language: Language },
  io: Io,
): Promise<WorkMode> {
  return {
    beforeLookups,
    idsLeave: options.plans.length > 0 || options.expect !== undefined || options.json === true,
    openMemory: (input) => openMemory(options, input, io),
    progress: await showReading(language, options, io),
  };
}

/**
 * Remembers what the files say: their pace, and the ids that are in them by now of groups that `create` made. A memory that
 * knows of no pace learns first of the slower one by which the plan files were judged, so that the faster one waits there too.
 */
export async function keepWishes(
  { organisation, whole }: Pick<Files, 'organisation' | 'whole'>,
  planned: Pace,
  { past, record }: Memory,
): Promise<void> {
  const { pace } = organisation.policy;
  if (past.paces.length === 0 && !isSamePace(planned, pace)) await record({ type: 'pace', pace: planned });
  await record({ type: 'pace', pace });
  for (const file of findFiled(whole.groups, past)) await record({ type: 'filed', file });
}
