import type { LidAnswer } from '../../../src/domain/gateway.ts';
import type { Person, PersonKey } from '../../../src/domain/people/person.ts';
import { noPairs } from '../../../src/domain/people/seen-pairs.ts';
import type { Knowledge, KnowledgeSources } from '../../../src/planning/identity/knowledge.ts';
import { createKnowledge } from '../../../src/planning/identity/knowledge.ts';
import { byKey, key, lid, singer } from '../../support/choir.ts';

/** What look-ups told: singer → LID, or that there is none. */
export function told(answers: Readonly<Record<number, string | 'none' | 'unknown'>>) {
  const lids = new Map<PersonKey, LidAnswer>();
  for (const [n, answer] of Object.entries(answers)) {
    const isKind = answer === 'none' || answer === 'unknown';
    lids.set(key(Number(n)), isKind ? { kind: answer } : { kind: 'lid', lid: lid(answer) });
  }
  return lids;
}

/** What is known where the files know singers 2 to 9, the first of them as Ana. */
export function known(more: Partial<KnowledgeSources> = {}): Knowledge {
  const people: readonly Person[] = [
    { ...singer(2), handle: 'ana', name: 'Ana' },
    ...[3, 4, 5, 6, 7, 8, 9].map(singer),
  ];
  return createKnowledge({ lids: new Map(), pairs: noPairs, readings: [], people: byKey(people), ...more });
}
