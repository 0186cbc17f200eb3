import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Organisation } from '../domain/organisation.ts';
import type { SinceBase } from '../domain/origin.ts';
import type { Plan } from '../domain/plan.ts';
import { MistakesError, UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import { toChangeId } from '../planning/approval.ts';
import {
  findEditedIds,
  findNewNumbers,
  findOrigins,
  findStopped,
  refuseEditedIds,
  toStricter,
} from '../planning/origin.ts';
import { planGroups } from '../planning/plan.ts';
import { extractFolder } from './git.ts';
import { openWithPhotos } from './open-organisation.ts';
import type { PlanningOptions } from './options.ts';
import type { Files, Work } from './work.ts';

/** The files of another commit, which the pull request is compared with. */
export interface Base {
  /** As it was named. */
  readonly ref: string;
  /** Absent: that commit has no groups folder. */
  readonly organisation?: Organisation;
}

/**
 * The same folder as it is in another commit, resolved. Throws `UsageError` where git does not know the commit, or where
 * its files have mistakes: then neither its limits nor whose change it is can be told.
 */
export async function openBase(ref: string, options: PlanningOptions, io: Io): Promise<Base> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-base-'));
  try {
    if (!(await extractFolder(ref, options.groups, folder))) return { ref };
    // What its files warn of was said when they were merged.
    const silent = { ...io, err: () => undefined };
    const { skipPhotos } = options;
    const where = { groups: folder, ...(skipPhotos !== undefined && { skipPhotos }) };
    return { ref, organisation: await openWithPhotos(where, silent) };
  } catch (error) {
    if (!(error instanceof MistakesError)) throw error;
    const first = error.diagnostics.find(({ severity }) => severity === 'error');
    throw new UsageError(
      `The files of ${ref} have mistakes (${first?.summary}), so neither its limits nor whose change is whose can be told. Correct them there first: \`rollcall validate\` there says where.`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The files with limits and protection that are the stricter of both: loosening them in the same pull request gains nothing. */
export function withStricterPolicy(files: Files, { organisation: base }: Base): Files {
  if (!base) return files;
  const { organisation } = files;
  return {
    ...files,
    organisation: { ...organisation, policy: toStricter(organisation.policy, base.policy) },
  };
}

/** The plan with what the other commit objects to, and whose change is whose. */
export async function compareWithBase(
  { ref, organisation: base }: Base,
  work: Work,
  { groups, target }: PlanningOptions,
): Promise<{ readonly plan: Plan; readonly since: SinceBase }> {
  const { plan, input, organisation: head, key } = work;
  const isPending = (id: string) => input.past.pending.has(id);
  const empty: Plan = { ...plan, groups: [], toCreate: [], refusals: [] };
  const before = base ? planGroups({ ...input, organisation: base }) : empty;
  const origins = findOrigins(plan, before, (change) => isPending(toChangeId(change, key)));
  const wanted = base ?? { ...head, groups: [], people: new Map() };
  const isIgnored = await findIgnored(groups);
  return {
    plan: refuseEditedIds(plan, findEditedIds(head, wanted)),
    since: {
      base: ref,
      origins,
      // What `--target` leaves out is still managed.
      stopped: target.length === 0 ? findStopped(head, wanted, isIgnored) : [],
      numbers: findNewNumbers(head, wanted),
    },
  };
}

/** Tells whether a file lies somewhere below the folder under a name, or in a folder, that starts with `_`. */
async function findIgnored(root: string): Promise<(file: string) => boolean> {
  const places = await readdir(root, { recursive: true, encoding: 'utf8' });
  const ignored = new Set(
    places
      .map((place) => place.replaceAll('\\', '/'))
      .filter((place) => place.split('/').some((part) => part.startsWith('_')))
      .map((place) => basename(place).replace(/^_+/, '')),
  );
  return (file) => ignored.has(basename(file));
}
