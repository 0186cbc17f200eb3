/** So many arguments of one call have no place where `withLittleStack` runs. */
export const tooManyArguments = 12_000;

/**
 * Runs what begins with little of the stack left, so that a call that takes a whole list as its arguments fails with a list of
 * 12,000 as it would elsewhere with 130,000, which take ten times as long to make. Synchronous work alone.
 */
export function withLittleStack<T>(work: () => T): T {
  const room = tooManyArguments - 2_000;
  const hold = (..._held: readonly undefined[]) => work();
  return hold(...toArguments(findRoom() - room));
}

/** About how many arguments one call takes from here. */
function findRoom(): number {
  let [fits, fails] = [0, 262_144];
  while (fails - fits > 500) {
    const middle = Math.floor((fits + fails) / 2);
    if (takesArguments(middle)) fits = middle;
    else fails = middle;
  }
  return fits;
}

/** Filled, for `Array.from` asks for each of them. */
const toArguments = (count: number) => Array<undefined>(count).fill(undefined);

const takeAll = (..._all: readonly undefined[]) => true;

function takesArguments(count: number): boolean {
  try {
    return takeAll(...toArguments(count));
  } catch {
    return false;
  }
}
