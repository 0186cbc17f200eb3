type Names = ReadonlySet<string>;

/** Nothing and nobody. */
export const none: Names = new Set();

/** Everything that is in any of them. */
export function union(...sets: readonly Names[]): Names {
  return new Set(sets.flatMap((set) => [...set]));
}

/** What is in all of them. */
export function intersection(first: Names, ...others: readonly Names[]): Names {
  return new Set([...first].filter((name) => others.every((other) => other.has(name))));
}

/** What is in the first and in none of the others. */
export function difference(first: Names, ...others: readonly Names[]): Names {
  return new Set([...first].filter((name) => !others.some((other) => other.has(name))));
}
