/** Time limits of requests that pass when a test says so, and not by the clock. */
export interface Timeouts {
  /** Ends, with what AbortSignal.timeout ends by, everything that waits. Throws where nothing does: it would wait by the clock. */
  expire(): void;
  restore(): void;
}

/** From now on no time limit passes by itself; whoever calls it restores what was. */
export function holdTimeouts(): Timeouts {
  const { timeout } = AbortSignal;
  const waiting = new Set<AbortController>();
  AbortSignal.timeout = () => {
    const controller = new AbortController();
    waiting.add(controller);
    return controller.signal;
  };
  return {
    expire() {
      if (waiting.size === 0) throw new Error('no time limit is held');
      for (const controller of waiting)
        controller.abort(new DOMException('It took too long.', 'TimeoutError'));
      waiting.clear();
    },
    restore() {
      AbortSignal.timeout = timeout;
    },
  };
}
