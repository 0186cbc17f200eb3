import type { SinceBase, Unread, Untold } from '../domain/origin.ts';
import type { Safety } from '../safe/labels.ts';
import type { ToLiveName } from './to-loosened-view.ts';
import { toLoosenedView, toPlaceView } from './to-loosened-view.ts';
import type { SinceView } from './since-view.ts';

/** What a pull request does besides its changes, as people see it. Numbers are masked even where others are shown. */
export function toSinceView(since: SinceBase, safety: Safety, toLiveName?: ToLiveName): SinceView {
  const { base, numbers, unread, stopped, arrived, relaxed, defaults = [], loosened } = since;
  return {
    base: safety.line(base),
    numbers: numbers.map(({ person, before, groups, adminIn }) => ({
      label: safety.name(person),
      before: safety.masked(before),
      after: safety.masked(person.phone),
      ...(person.isSealed && { isSealed: person.isSealed }),
      groups,
      adminIn,
    })),
    newPeople: toNewPeople(since, safety),
    unread: sortByGravity(unread).map(({ file, what }) => ({ file: safety.line(file), what })),
    // Their files are those of the other commit, and may be another group's by now.
    stopped: stopped.map(({ how, ...group }) => ({ ...toPlaceView(group, safety), how })),
    arrived: arrived.map(({ how, ...group }) => ({ ...toPlaceView(group, safety, toLiveName), how })),
    relaxed: relaxed.map(({ keys, modes, ...group }) => ({
      ...toPlaceView(group, safety, toLiveName),
      keys,
      modes,
    })),
    defaults: defaults.map(({ file, ...about }) => ({ file: safety.line(file), ...about })),
    loosened: loosened.map((each) => toLoosenedView(each, safety, toLiveName)),
  };
}

function toNewPeople({ newPeople }: SinceBase, safety: Safety): SinceView['newPeople'] {
  const { arrived, renamed, alike } = newPeople ?? { arrived: [], renamed: [], alike: [] };
  return {
    arrived: arrived.map(safety.label),
    renamed: renamed.map(({ person, before, ...how }) => ({
      label: safety.label(person),
      before: safety.line(before),
      ...how,
    })),
    alike: alike.map(({ person, other }) => ({ label: safety.label(person), other: safety.label(other) })),
  };
}

/** What hides most comes first. */
const gravity: Readonly<Record<Untold, number>> = {
  people: 0,
  policy: 1,
  protected: 2,
  defaults: 3,
  id: 4,
  group: 5,
  photo: 6,
};

function sortByGravity(unread: readonly Unread[]): Unread[] {
  return unread.toSorted((one, other) => gravity[one.what] - gravity[other.what]);
}
