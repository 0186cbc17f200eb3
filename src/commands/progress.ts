import type { RecordEvent } from '../domain/event.ts';
import type { Io } from '../io.ts';
import { createProgress } from '../render/progress.ts';

/** Events of a run on standard error, for whoever watches; on a terminal one line that redraws itself. */
export function showProgress(io: Io): RecordEvent {
  const progress = createProgress((text) => io.err(text), { interactive: io.terminal.isInteractive });
  return async (event) => progress(event);
}
