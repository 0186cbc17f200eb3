/**
 * Time as a parameter: a call that hangs for 45 s asks the clock to wait, and a test's clock
 * simply jumps. All times are milliseconds since 1970.
 */
export interface SandboxClock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** The computer's own clock: what `rollcall sandbox` runs on. Its waits do not keep a closed sandbox's process alive. */
export const realClock: SandboxClock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds).unref()),
};

/** A clock whose waits are over at once, and which has moved on by as much afterwards. */
export function createSkippingClock(start: number = Date.now()): SandboxClock {
  let now = start;
  return {
    now: () => now,
    sleep: (milliseconds) => {
      now += Math.max(0, milliseconds);
      return Promise.resolve();
    },
  };
}
