import { comparePeople } from '../../domain/people/compare-people.ts';
import type { DesiredGroup, Reading } from '../../domain/group.ts';
import { toUnmadeId } from '../../domain/plan/creation.ts';
import type { PersonChange } from '../../domain/plan/change.ts';
import { isPersonChange } from '../../domain/plan/change.ts';
import { findLane } from '../../domain/plan/lane.ts';
import type { Creation, GroupPlan, KnownGroup } from '../../domain/plan/plan.ts';
import { creationSettles } from '../../domain/patience.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import { nameLimit } from '../../domain/whatsapp-facts.ts';
import type { Ground } from '../plan-input.ts';
import { toBlankGroup } from './blank-group.ts';
import type { Asked } from '../../domain/past.ts';
import { findMade, findNamesakes } from './find-namesakes.ts';

/** One group's part of a plan, from a reading. */
type PlanOne = (desired: KnownGroup, reading: Reading) => GroupPlan;

/**
 * The group of a file without an id: planned as if it were there with nobody in it but the account, so that its people, its
 * settings and its limits are judged like those of any other group; and what stands in the way of making it.
 */
export function planCreation(desired: DesiredGroup, ground: Ground, planOne: PlanOne): Creation {
  const { policy } = ground.input.organisation;
  const unmade = { ...desired, id: toUnmadeId(desired.file) };
  const phone = policy.accounts.get(desired.account);
  if (phone === undefined) throw new Error(`no account ${desired.account}`);
  const group = planOne(unmade, {
    kind: 'read',
    group: toBlankGroup(unmade, { key: toPersonKey(phone), phone }),
  });
  const { file, id, settings } = unmade;
  const firsts = findFirsts(group, ground);
  const [invited] = firsts.filter((change) => findLane(change) === 'link');
  return {
    making: {
      action: 'create',
      group: id,
      file,
      name: settings.name ?? '',
      ...(invited && { invited: invited.person.key }),
    },
    group,
    firsts,
    ...findObstacle(unmade, firsts, ground),
  };
}

/**
 * Whom the request may hold that makes the group, the best first. Admins before others: they expect it, and can help where
 * something goes wrong; then whoever was seen in a group, and so is on WhatsApp. Where nobody is to be added (`new-members:
 * invite`), one admin of the file comes with it all the same, since WhatsApp makes no group for one: the plan says who, and
 * nobody takes their place unseen.
 */
function findFirsts(
  { changes: settled, leftAlone, desired }: GroupPlan,
  { input }: Ground,
): readonly PersonChange[] {
  const admins = new Set(
    [...desired.people.values()].filter(({ role }) => role === 'admin').map(({ key }) => key),
  );
  const adds = settled.filter(isPersonChange).filter((change) => findLane(change) === 'add');
  const invited = leftAlone.flatMap(({ change, reason }) =>
    (reason as string) === 'new-members' && change && isPersonChange(change) && admins.has(change.person.key)
      ? [change]
      : [],
  );
  const weigh = ({ person }: PersonChange) =>
    (admins.has(person.key) ? 0 : 2) + (input.past.pairs.isUnique(person.key) ? 0 : 1);
  const sort = (changes: readonly PersonChange[]) =>
    changes
      .filter(({ action }) => action === 'add')
      .toSorted((a, b) => weigh(a) - weigh(b) || comparePeople(a.person, b.person));
  const added = sort(adds);
  return added.length > 0 ? added : sort(invited).slice(0, 1);
}

type Obstacle = Pick<Creation, 'obstacle' | 'others' | 'found'>;

function findObstacle(desired: KnownGroup, firsts: readonly PersonChange[], ground: Ground): Obstacle {
  const { input } = ground;
  const { name } = desired.settings;
  const { memory } = input.past;
  if (
    Object.values(desired.manage).every((mode) => mode === 'observe') ||
    desired.manage.members === 'observe'
  )
    return { obstacle: 'observe' };
  if (name === undefined) return { obstacle: 'no-name' };
  if (name.length > nameLimit) return { obstacle: 'name-too-long' };
  if (memory === 'unusable' || (memory === 'none' && !input.isSandbox)) return { obstacle: 'no-memory' };
  const there = findThere(desired, name, ground);
  if (there.obstacle || there.found) return there;
  return firsts.length === 0 ? { obstacle: 'nobody-first' } : {};
}

/** What WhatsApp has already: the group that an earlier request made, or another one of its name. */
function findThere(desired: KnownGroup, name: string, { input, guard }: Ground): Obstacle {
  const { past, own, now } = input;
  const asked = past.asked.get(desired.file);
  // A part that tells nothing is no reason never to make a group; nor to make one again.
  if (!own || own.list === 'unread' || (asked && own.list === 'partly')) return { obstacle: 'list-unread' };
  if (!asked) {
    const others = findNamesakes(own, (each) => each === name)
      .map(({ live }) => live.id)
      .toSorted();
    if (others.length > 0) return { obstacle: 'same-name', others };
    // Once it would have appeared, a whole list shows it, or that it is not there.
    const mayAppear = ({ at }: Asked) => own.list !== 'whole' || now < at + creationSettles;
    const isOpen = past.asked.all.some((other) => other.isNamed(name) && mayAppear(other));
    return isOpen ? { obstacle: 'same-name-open' } : {};
  }
  const isOther = (text: string) => past.asked.all.some(({ isNamed }) => isNamed(text));
  const found = findMade(own, { ...asked, isOther }, desired, guard.accounts);
  if (found.kind === 'one') return { found: found.group };
  if (found.kind === 'several') return { obstacle: 'several', others: found.groups };
  if (own.list === 'full') return { obstacle: 'list-full' };
  return now < asked.at + creationSettles ? { obstacle: 'may-appear' } : {};
}
