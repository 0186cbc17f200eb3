import { readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { isAboutPeople, isSetAside } from '../config/layout.ts';
import type { Loosened } from '../domain/loosened.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { SinceBase } from '../domain/origin.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { ToId } from '../planning/approval.ts';
import { findArrived } from '../planning/base/arrived.ts';
import { findNewPeople } from '../planning/base/new-people.ts';
import type { ToSkeleton } from '../safe/plain-letters.ts';
import { toAsciiSkeleton } from '../safe/plain-letters.ts';
import { findChangedDefaults } from '../planning/base/changed-defaults.ts';
import { findEditedIds, refuseEditedIds } from '../planning/base/edited-ids.ts';
import { findKnown } from '../planning/base/find-known.ts';
import { findLoosened } from '../planning/base/find-loosened.ts';
import { toStricterOrganisation } from '../planning/base/stricter.ts';
import {
  findNewNumbers,
  findOrigins,
  findRelaxed,
  findStopped,
  findUnreadPhotos,
  toComparable,
} from '../planning/base/find-origins.ts';
import { withCreated } from '../planning/creating/with-created.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import { planGroups } from '../planning/plan-groups.ts';
import { toGuard } from '../planning/plan-input.ts';
import type { Base } from '../files/open-base.ts';
import type { PlanningOptions } from '../options.ts';
import type { Files } from './work.ts';

/**
 * The files with the stricter rules of both commits: loosening them in the same pull request gains nothing. What is told
 * of it is told in the language of the other commit, as far as that is known.
 */
export function withStricterPolicy(files: Files, { organisation: base, unread }: Base): Files {
  const organisation = toStricterOrganisation(files.organisation, base);
  const { policy } = organisation;
  const isKnown = base && unread.every(({ what }) => what !== 'policy');
  const language = isKnown ? base.policy.language : policy.language;
  return {
    ...files,
    organisation: { ...organisation, policy: { ...policy, language } },
    loosened: findLoosened(files.whole, base, unread),
  };
}

/** The files as they are now, and what follows from them. */
interface Head {
  readonly organisation: Organisation;
  /** With the groups too that `--target` leaves out. */
  readonly whole: Organisation;
  readonly input: PlanInput;
  readonly plan: Plan;
  readonly toId: ToId;
  readonly loosened?: readonly Loosened[];
  /** Which letters look alike; absent: ASCII's alone. */
  readonly toSkeleton?: ToSkeleton;
}

/** The plan with what the other commit objects to, and whose change is whose. */
export async function compareWithBase(
  { ref, organisation: base, unread }: Base,
  { plan, input, organisation: head, whole, toId, toSkeleton = toAsciiSkeleton, loosened = [] }: Head,
  { groups }: PlanningOptions,
): Promise<{ readonly plan: Plan; readonly since: SinceBase }> {
  // What `create` made and nobody has merged yet is theirs as well.
  const wanted = withCreated(base ?? { ...head, groups: [], people: new Map() }, input.past);
  const before = planGroups({ ...input, organisation: toComparable(wanted, unread, input.account) });
  const origins = findOrigins(plan, before, (change) => input.past.pending.has(toId(change)));
  const edited = findEditedIds(whole, wanted);
  const isTold = base !== undefined && unread.every(({ what }) => what !== 'people');
  return {
    plan: refuseEditedIds(plan, edited, toGuard(input)),
    since: {
      base: ref,
      origins,
      // What `--target` leaves out is still managed, and its people are people too.
      stopped: findStopped(whole, wanted, await findIgnored(groups), new Set(edited.values())),
      arrived: findArrived(whole, wanted, unread, edited),
      numbers: findNewNumbers(whole, wanted),
      ...(isTold && { newPeople: findNewPeople(whole, wanted, toSkeleton) }),
      before: [...wanted.people.values()],
      relaxed: findRelaxed(head, wanted, unread),
      defaults: findChangedDefaults(whole, wanted),
      loosened,
      known: findKnown(before),
      unread: [...unread, ...findUnreadPhotos(plan, wanted)],
    },
  };
}

/** Tells whether a file lies somewhere below the folder under a name, or in a folder, that starts with `_` and holds no people. */
async function findIgnored(root: string): Promise<(file: string) => boolean> {
  // With their types, so that no link to a folder is followed: it may lead round in circles, or out of what was reviewed.
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const ignored = new Set(
    entries
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll('\\', '/'))
      .filter((place) => isSetAside(place) && !isAboutPeople(place))
      .map((place) => basename(place).replace(/^_+/, '')),
  );
  return (file) => ignored.has(basename(file));
}
