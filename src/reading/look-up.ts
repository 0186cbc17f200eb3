import type { LidAnswer, Reader } from '../domain/gateway.ts';
import { negativesToConfirm } from '../domain/patience.ts';
import type { Person, PersonKey } from '../domain/people/person.ts';
import type { KnownLids } from '../planning/identity/knowledge.ts';

export interface LookUpOptions {
  /** So many people are looked up at the most: mass look-ups get accounts banned (docs/gowa.md#t15). */
  readonly people: number;
  /** So often may be asked, each time for `costOfLid`: whoever is not found is asked about twice. */
  readonly asks: number;
  /** Told before every look-up, each of which costs `costOfLid`; `isFirst`: the first about this person. */
  readonly onAsk?: (person: PersonKey, isFirst: boolean) => Promise<void>;
  readonly onAnswer?: (person: PersonKey, answer: LidAnswer) => Promise<void>;
}

/** Looks people up, one after the other, as far as there is something left; returns what was known before with it. */
export type LookUp = (people: readonly Person[], known: KnownLids) => Promise<KnownLids>;

/** Looks people up over this reader; all calls together stay within the options' sums. */
export function createLookUp(reader: Reader, { people: most, asks, onAsk, onAnswer }: LookUpOptions): LookUp {
  const left = { people: most, asks: Math.floor(asks) };
  const askOnce = async ({ key, phone }: Person, isFirst: boolean) => {
    if (left.asks < 1) return undefined;
    left.asks -= 1;
    await onAsk?.(key, isFirst);
    return reader.findLid(phone);
  };
  /** GOWA says "not on WhatsApp" also where one look-up failed, and without a check no LID at first: asked once more. */
  const ask = async (person: Person): Promise<LidAnswer | undefined> => {
    let answer = await askOnce(person, true);
    for (let asked = 1; asked < negativesToConfirm && isDoubtful(answer); asked += 1)
      answer = await askOnce(person, false);
    return answer?.kind === 'untold' ? { kind: 'unknown' } : answer;
  };
  return async (people, known) => {
    const lids = new Map(known);
    for (const person of people) {
      if (left.people < 1) break;
      left.people -= 1;
      const answer = await ask(person);
      if (!answer || (answer.kind === 'unknown' && lids.get(person.key)?.kind === 'lid')) continue;
      lids.set(person.key, answer);
      await onAnswer?.(person.key, answer);
    }
    return lids;
  };
}

function isDoubtful(answer: Awaited<ReturnType<Reader['findLid']>> | undefined): boolean {
  return answer?.kind === 'none' || answer?.kind === 'untold';
}
