/** Time limits of requests that pass when a test says so, and not by the clock. */
export interface Timeouts {
  /** Ends everything that waits, as the clock would. Throws where nothing does: it would wait by the clock. */
  expire(): void;
  restore(): void;
}

/** Below it, and with values for what they call, are the timers of libraries, which go on by the clock. Milliseconds. */
const shortest = 30_000;

/** From now on no time limit passes by itself; whoever calls it restores what was. */
export function holdTimeouts(): Timeouts {
  const { timeout } = AbortSignal;
  const { setTimeout } = globalThis;
  const waiting = new Set<() => void>();
  AbortSignal.timeout = () => {
    const controller = new AbortController();
    waiting.add(() => controller.abort(new DOMException('It took too long.', 'TimeoutError')));
    return controller.signal;
  };
  globalThis.setTimeout = Object.assign(
    (act: (...values: unknown[]) => void, milliseconds = 0, ...values: unknown[]) => {
      if (milliseconds >= shortest && values.length === 0) waiting.add(act);
      return setTimeout(act, milliseconds, ...values);
    },
    setTimeout,
  );
  return {
    expire() {
      if (waiting.size === 0) throw new Error('no time limit is held');
      for (const end of waiting) end();
      waiting.clear();
    },
    restore() {
      AbortSignal.timeout = timeout;
      globalThis.setTimeout = setTimeout;
    },
  };
}
