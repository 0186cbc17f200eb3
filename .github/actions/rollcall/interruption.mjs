/*
 * Who cancels a job sends SIGINT, SIGTERM 7.5 seconds later, and kills 2.5 seconds after that. This process goes on until
 * what is known is pushed; it is the tool that ends, and nothing new is begun.
 */

const listeners = new Set();
let asked = false;

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    asked = true;
    for (const listener of listeners) listener();
  });
}

/** Whether the job was cancelled. */
export function isInterrupted() {
  return asked;
}

/** Calls `listener` at each signal, until what is returned is called. */
export function onInterrupt(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
