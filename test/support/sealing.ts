import { makeNodeSuite } from '../../src/sealing/node-suite.ts';
import { formatPeopleKey, parsePeopleKey } from '../../src/sealing/people-key.ts';
import type { PeopleKey } from '../../src/sealing/people-key.ts';
import { sealNumber } from '../../src/sealing/seal-number.ts';
import { formatSealKey } from '../../src/sealing/seal-key.ts';

/** A pair that is the same in every run, since golden files and messages name it. */
export function toTestKey(seed: number, organisation = seed): PeopleKey {
  const bytes = Uint8Array.from(
    { length: 44 },
    (_, at) => (at < 32 ? seed * 7 + at : organisation * 11 + at) & 0xff,
  );
  const key = parsePeopleKey(
    formatPeopleKey({
      privateKey: bytes.subarray(0, 32),
      publicKey: bytes.subarray(0, 32),
      organisation: bytes.subarray(32),
    }),
  );
  if (typeof key !== 'object') throw new Error('A pair of tests cannot be read.');
  return key;
}

/** The pair of most tests, as it stands in a policy and in the environment. */
export const testKey = toTestKey(1);
export const sealLine = `seal: ${formatSealKey(testKey)}`;
export const peopleKeyEnv = { ROLLCALL_PEOPLE_KEY: formatPeopleKey(testKey) };

const suite = makeNodeSuite();

/** A sealed number, another one each time. */
export function sealFor(handle: string, number: string, key: PeopleKey = testKey): Promise<string> {
  return sealNumber(suite, key, handle, number);
}
