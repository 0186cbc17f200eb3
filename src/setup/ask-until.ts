import { InterruptedError, UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import { escapeInline } from '../safe/inline.ts';
import type { Words } from '../words/words.ts';
import type { Typed } from './read-words.ts';

/** Somebody who mistypes so often had better look something up. */
const tries = 3;

/** Asks until the answer will do. Throws `UsageError` after three that will not, `InterruptedError` on Ctrl-C. */
export async function askUntil<Value>(
  question: string,
  read: (answer: string) => Typed<Value>,
  { setup }: Words,
  io: Io,
): Promise<Value> {
  let fault = '';
  for (let asked = 0; asked < tries; asked += 1) {
    const answer = (await io.ask(question)).trim();
    if (io.signal.aborted) throw new InterruptedError();
    const found = read(answer);
    if ('value' in found) return found.value;
    ({ fault } = found);
    io.err(`${setup.again(escapeInline(fault))}\n`);
  }
  throw new UsageError(fault);
}
