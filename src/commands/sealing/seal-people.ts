import { toOpenedKey } from '../../config/sealed/opened-numbers.ts';
import type { OpenedNumbers } from '../../config/sealed/opened-numbers.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';
import { makeNodeSuite } from '../../sealing/node-suite.ts';
import type { SealKey } from '../../sealing/seal-key.ts';
import { sealNumber } from '../../sealing/seal-number.ts';

/** Numbers that were sealed. */
export interface SealedPeople {
  /** By handle, as files have them. */
  readonly numbers: ReadonlyMap<string, string>;
  /** What is known of sealed numbers by then: those, and what was known before. */
  readonly opened: OpenedNumbers;
}

/** Seals the numbers of these people, each for their handle. `before`: what is known of sealed numbers already. */
export async function sealPeople(
  people: Iterable<{ readonly handle: string; readonly phone: PhoneNumber }>,
  seal: SealKey,
  before: OpenedNumbers = new Map(),
): Promise<SealedPeople> {
  const suite = makeNodeSuite();
  const numbers = new Map<string, string>();
  const opened = new Map(before);
  for (const { handle, phone } of people) {
    const text = await sealNumber(suite, seal, handle, `+${phone}`);
    numbers.set(handle, text);
    opened.set(toOpenedKey(handle, text), phone);
  }
  return { numbers, opened };
}
