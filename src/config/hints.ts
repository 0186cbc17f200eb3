import { countSlips } from '../domain/text.ts';

/** The candidate that was most likely meant: the nearest within a third of the word's length, at least one edit. */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = countSlips(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { candidate, distance };
  }
  return best?.candidate;
}

/**
 * The sentence " Did you mean `topic`?" with the candidate nearest to a word, to be appended to a message; '' where
 * none is near.
 */
export function toHint(word: string, candidates: Iterable<string>, show = (name: string) => name): string {
  const nearest = findNearest(word, candidates);
  return nearest === undefined ? '' : ` Did you mean \`${show(nearest)}\`?`;
}
