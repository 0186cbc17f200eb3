/** Draws from a seed: the same seed, the same draws. */
export interface Draw {
  /** True so often; 0 to 1. */
  chance(share: number): boolean;
  /** One of them. Throws for none. */
  from<T>(values: readonly T[]): T;
  /** Each of them so often, in their order. */
  some<T>(values: readonly T[], share: number): T[];
  shuffle<T>(values: readonly T[]): T[];
}

/** A draw from a seed (a whole number). */
export function createDraw(seed: number): Draw {
  const next = createNumbers(seed);
  const chance = (share: number) => next() < share;
  const from = <T>(values: readonly T[]): T => {
    if (values.length === 0) throw new Error('there is nothing to draw from');
    return values[Math.floor(next() * values.length)] as T;
  };
  return {
    chance,
    from,
    some: (values, share) => values.filter(() => chance(share)),
    shuffle: (values) =>
      values
        .map((value) => [next(), value] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, value]) => value),
  };
}

/** Numbers from 0 up to, but not, 1: a Weyl sequence through a multiply-and-shift mix. */
function createNumbers(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
  };
}
