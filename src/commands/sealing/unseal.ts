import { setSeal } from '../../config/edit/set-seal.ts';
import { createPhoneReader } from '../../config/phone/phone-reader.ts';
import { createPhoneWriter } from '../../config/phone/write-phone.ts';
import { renumber } from '../../config/rewrite/renumber.ts';
import { UsageError } from '../../errors.ts';
import type { ExitCode } from '../../exit-codes.ts';
import { exitCodes } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import type { FileOptions } from '../../options.ts';
import { loadWords } from '../../words/load-words.ts';
import type { ToSeal } from './open-to-seal.ts';
import { openToSeal } from './open-to-seal.ts';
import type { Rewriting } from './rewrite-all.ts';
import { agree } from '../../output/agree.ts';
import { isSound, writeAll } from './rewrite-all.ts';

/**
 * Puts every sealed number back in plain text, and takes the key out of the policy, last. On a terminal alone, where somebody
 * agrees to it: no script opens what was closed for all. Needs the private key. Returns the exit code; talks to nobody.
 */
export async function unseal(options: FileOptions, io: Io): Promise<ExitCode> {
  if (!io.terminal.isInteractive) {
    throw new UsageError(
      'rollcall seal --open asks on a terminal, and there is none: it puts numbers of people where everybody reads them who may read the repository.',
    );
  }
  const desk = await openToSeal(options, 'needed', io);
  const words = await loadWords(desk.policy.language);
  const { open } = words.sealing;
  const { rewriting, numbers } = await draft(desk);
  if (!(await isSound(rewriting, words, io))) return exitCodes.mistakes;
  io.out(`${open.summary(numbers, rewriting.renumbered.rewritten.length)}\n`);
  const agreed = await agree(`\n${open.question}`, false, words, io);
  if (agreed !== exitCodes.ok) return agreed;
  const code = await writeAll(rewriting, words, io);
  if (code === exitCodes.ok) io.out(`${open.done}\n`);
  return code;
}

async function draft({
  parsed,
  policy: { country },
}: ToSeal): Promise<{ readonly rewriting: Rewriting; readonly numbers: number }> {
  const phones = createPhoneReader();
  phones.setCountry(country);
  phones.setRanges((await import('../../config/phone/known-ranges.ts')).findRange);
  const write = createPhoneWriter(phones.parse);
  const numbers = new Map<string, string>();
  for (const { handle, phone, sealed, isSecret } of parsed.people.people.values())
    if (sealed && phone && !isSecret) numbers.set(handle, write(phone) ?? `+${phone}`);
  const change = { numbers, handles: new Map(), added: new Map(), policy: withoutSeal };
  const renumbered = renumber(parsed.sources, parsed.people, change);
  const rewriting = {
    parsed,
    renumbered,
    opened: new Map(),
    named: new Set<string>(),
    excused: new Set(['plain-phone']),
  };
  return { rewriting, numbers: numbers.size };
}

function withoutSeal(text: string): string {
  return setSeal(text, undefined);
}
