import type { RecordEvent } from '../domain/event.ts';
import type { Io } from '../io.ts';
import type { Language } from '../domain/organisation.ts';
import { loadWords } from '../words/load-words.ts';
import { createProgress, createReadingProgress } from '../render/terminal/progress.ts';

/** Events of a run on standard error, for whoever watches; on a terminal one line that redraws itself. */
export function showProgress(language: Language, io: Io): RecordEvent {
  const loading = loadWords(language).then((words) => createProgress(io.err, words, toOptions(io)));
  return async (event) => (await loading)(event);
}

/** How far the reading of groups has come, on standard error; on a terminal one line that redraws itself. */
export async function showReading(language: Language, io: Io) {
  return createReadingProgress(io.err, await loadWords(language), toOptions(io));
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
