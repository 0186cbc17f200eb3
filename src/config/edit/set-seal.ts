import { policyShape } from '../schema.ts';
import { applyEdits } from './edits.ts';
import { removePair, setPair } from './edit-map.ts';
import { readMap } from './read-map.ts';

/**
 * The text of a policy with this public key in its `seal:`, or without one. Everything else stays byte for byte. Throws where
 * the text is no map: only files without mistakes are edited.
 */
export function setSeal(text: string, key: string | undefined): string {
  const map = readMap(text);
  if (key !== undefined)
    return applyEdits(text, setPair(text, map, { key: 'seal', value: [key] }, Object.keys(policyShape)));
  const pair = map.pairs.find((each) => each.key === 'seal');
  return pair ? applyEdits(text, [removePair(text, map, pair)]) : text;
}
