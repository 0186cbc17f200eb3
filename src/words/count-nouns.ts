import type { Inline } from '../safe/inline.ts';

/** What happens, as a noun, of one and of more. */
type Nouns = Readonly<
  Record<'add' | 'remove' | 'promote' | 'demote' | 'set', readonly [one: Inline, more: Inline]>
>;

/** How often things happen, in a language that tells one from more: with their number, and without it for a caption. */
export function countNouns(nouns: Nouns, many: (count: number, one: Inline, more: Inline) => Inline) {
  const each = <Phrase>(say: (one: Inline, more: Inline) => Phrase) => ({
    add: say(...nouns.add),
    remove: say(...nouns.remove),
    promote: say(...nouns.promote),
    demote: say(...nouns.demote),
    set: say(...nouns.set),
  });
  return {
    counts: each((one, more) => (count: number) => many(count, one, more)),
    captions: each((one, more) => (count: number) => (count === 1 ? one : more)),
  };
}
