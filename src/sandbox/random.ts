/** A source of numbers in [0, 1), like `Math.random`, but repeatable from its seed. */
export type Random = () => number;

/** Returns a repeatable {@link Random}; two sandboxes with one seed make up the same ids. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Returns `length` letters drawn from `alphabet`. */
export function drawText(random: Random, alphabet: string, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += 1) text += alphabet[Math.floor(random() * alphabet.length)] ?? '';
  return text;
}
