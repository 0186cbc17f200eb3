import type { Created, Past } from '../../domain/past.ts';
import { toUnmadeId } from '../../domain/plan/creation.ts';
import { keptFor } from '../../domain/patience.ts';
import type { Pseudonym, Pseudonyms } from '../pseudonyms.ts';
import { ifAny, recall } from './recall.ts';
import type { Recollection } from './recollection.ts';
import { toNameKey } from './remember-creations.ts';

/** What is known of groups that were made, or asked for, as it stands by the time it is asked. */
export function toCreations(
  memory: Recollection,
  pseudonyms: Pseudonyms,
  now: number,
): Pick<Past, 'creates' | 'asked' | 'created'> {
  const toName = (file: string) => pseudonyms.group(toUnmadeId(file));
  const toAsked = ({ at, name }: { readonly at: number; readonly name: Pseudonym }) => ({
    at,
    isNamed: (text: string) => pseudonyms.mark(toNameKey(text)) === name,
  });
  return {
    creates: memory.creates.filter(({ at }) => at > now - keptFor.spent),
    asked: {
      ...recall(toName, (name) => ifAny(memory.asked.get(name), toAsked)),
      get all() {
        return [...memory.asked.values()].map(toAsked);
      },
    },
    created: {
      ...recall(toName, (name) => ifAny(memory.created.get(name), (each) => toCreated(each, pseudonyms))),
      get all() {
        return [...memory.created.values()].flatMap((each) => toCreated(each, pseudonyms) ?? []);
      },
    },
  };
}

/** Undefined where the id does not come back: nobody knows then which group it was. */
function toCreated(
  { at, sealed, isFiled }: { readonly at: number; readonly sealed: string; readonly isFiled: boolean },
  { unsealGroup }: Pseudonyms,
): Created | undefined {
  const group = unsealGroup(sealed);
  return group && { group, at, isFiled };
}
