import { readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { SinceBase } from '../domain/origin.ts';
import type { Plan } from '../domain/plan.ts';
import { toChangeId } from '../planning/approval.ts';
import {
  findEditedIds,
  findNewNumbers,
  findOrigins,
  findRelaxed,
  findStopped,
  findUnreadPhotos,
  refuseEditedIds,
  toComparable,
  toStricter,
} from '../planning/origin.ts';
import { planGroups } from '../planning/plan.ts';
import type { Base } from './open-base.ts';
import type { PlanningOptions } from './options.ts';
import type { Files, Work } from './work.ts';

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
  { ref, organisation: base, unread }: Base,
  work: Work,
  { groups }: PlanningOptions,
): Promise<{ readonly plan: Plan; readonly since: SinceBase }> {
  const { plan, input, organisation: head, whole, key } = work;
  const isPending = (id: string) => input.past.pending.has(id);
  const wanted = base ?? { ...head, groups: [], people: new Map() };
  const before = planGroups({ ...input, organisation: toComparable(wanted, unread, input.account) });
  const origins = findOrigins(plan, before, (change) => isPending(toChangeId(change, key)));
  return {
    plan: refuseEditedIds(plan, findEditedIds(whole, wanted)),
    since: {
      base: ref,
      origins,
      // What `--target` leaves out is still managed, and its people are people too.
      stopped: findStopped(whole, wanted, await findIgnored(groups)),
      numbers: findNewNumbers(whole, wanted),
      relaxed: findRelaxed(head, wanted, unread),
      unread: [...unread, ...findUnreadPhotos(plan, wanted)],
    },
  };
}

/** Tells whether a file lies somewhere below the folder under a name, or in a folder, that starts with `_`. */
async function findIgnored(root: string): Promise<(file: string) => boolean> {
  // With their types, so that no link to a folder is followed: it may lead round in circles, or out of what was reviewed.
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const ignored = new Set(
    entries
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll('\\', '/'))
      .filter((place) => place.split('/').some((part) => part.startsWith('_')))
      .map((place) => basename(place).replace(/^_+/, '')),
  );
  return (file) => ignored.has(basename(file));
}
