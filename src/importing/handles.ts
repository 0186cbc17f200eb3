import { isName, toHandle } from '../config/people/handle.ts';
import { toForms } from '../safe/alike.ts';
import { isReserved } from '../safe/reserved-words.ts';
import type { ToSkeleton } from '../safe/plain-letters.ts';

/** Gives out handles that nobody has, and that nobody takes for somebody else's. */
export interface Handles {
  /** The handle that is wanted, or the first of `ana-2`, `ana-3` … that is free; undefined for what can be none. */
  take(wanted: string): string | undefined;
}

/** `taken`: the handles that the files have already. */
export function createHandles(taken: Iterable<string>, toSkeleton: ToSkeleton): Handles {
  const forms = new Set<string>();
  const isFree = (handle: string) => toForms(handle, toSkeleton).every((form) => !forms.has(form));
  const add = (handle: string) => {
    for (const form of toForms(handle, toSkeleton)) forms.add(form);
  };
  // Of many people with one name, the next one need not try all of their numbers again.
  const next = new Map<string, number>();
  for (const handle of taken) add(handle);
  return {
    take(wanted) {
      const handle = toHandle(wanted);
      if (!isName(handle) || isReserved(handle)) return undefined;
      let found = handle;
      for (let number = next.get(handle) ?? 2; !isFree(found); number += 1) {
        found = `${handle}-${number}`;
        next.set(handle, number + 1);
      }
      if (!isName(found)) return undefined;
      add(found);
      return found;
    },
  };
}
