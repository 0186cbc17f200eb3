import type { RecordEvent } from '../domain/event.ts';
import type { Io } from '../io.ts';
import { createProgress, createReadingProgress } from '../render/terminal/progress.ts';

/** Events of a run on standard error, for whoever watches; on a terminal one line that redraws itself. */
export function showProgress(io: Io): RecordEvent {
  const progress = createProgress(io.err, toOptions(io));
  return async (event) => progress(event);
}

/** How far the reading of groups has come, on standard error; on a terminal one line that redraws itself. */
export function showReading(io: Io) {
  return createReadingProgress(io.err, toOptions(io));
}

function toOptions({ terminal }: Io) {
  return { interactive: terminal.isInteractive, width: terminal.width };
}
