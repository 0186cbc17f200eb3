import type { RecordEvent } from '../domain/event.ts';
import type { Io } from '../io.ts';
import type { FileOptions } from '../options.ts';
import type { Language } from '../domain/organisation.ts';
import { loadWords } from '../words/load-words.ts';
import { createProgress, createReadingProgress } from '../render/terminal/progress.ts';

/** Whether nobody wants to watch. */
type Quiet = Pick<FileOptions, 'quiet'>;

/** Events of a run on standard error, for whoever watches; on a terminal one line that redraws itself. */
export function showProgress(language: Language, { quiet }: Quiet, io: Io): RecordEvent {
  if (quiet) return async () => undefined;
  const loading = loadWords(language).then((words) => createProgress(io.err, words, toOptions(io)));
  return async (event) => (await loading)(event);
}

/** How far the reading of groups has come, on standard error; on a terminal one line that redraws itself. */
export async function showReading(language: Language, { quiet = false }: Quiet, io: Io) {
  const options = toOptions(io);
  const interactive = options.interactive && !quiet;
  return createReadingProgress(io.err, await loadWords(language), { ...options, interactive });
}

/** Says, once somebody interrupts, that what is on its way is waited for; until the function that it resolves to is called. */
export async function tellOfWaiting(
  { language }: { readonly language: Language },
  { signal, err }: Pick<Io, 'signal' | 'err'>,
): Promise<() => void> {
  const { terminal } = await loadWords(language);
  const tell = () => err(`\n${terminal.notes.waits}\n`);
  signal.addEventListener('abort', tell, { once: true });
  return () => signal.removeEventListener('abort', tell);
}

function toOptions({ terminal }: Io) {
  return { interactive: terminal.isInteractive, width: terminal.width, every };
}

/** Keeps nobody's process from ending. */
function every(milliseconds: number, act: () => void): () => void {
  const timer = setInterval(act, milliseconds).unref();
  return () => clearInterval(timer);
}
