import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOpener } from '../../src/sealing/open-number.ts';
import { makePeopleKey } from '../../src/sealing/people-key.ts';
import { sealNumber, toAdditionalData } from '../../src/sealing/seal-number.ts';
import type { SealedNumber } from '../../src/sealing/sealed-number.ts';
import { findMisplaced, parseSealed, toHandleTag } from '../../src/sealing/sealed-number.ts';
import { tagBytes } from '../../src/sealing/seal-key.ts';
import { suites } from './suites.ts';

const [pair, next] = [makePeopleKey(), makePeopleKey()];
const open = createOpener(suites.node, [pair]);

async function seal(handle: string, number = '+447700900002', key = pair): Promise<SealedNumber> {
  return parseSealed(await sealNumber(suites.node, key, handle, number)) as SealedNumber;
}

describe.each(Object.entries(suites))('what the %s suite seals', (_name, sealer) => {
  test.each(Object.entries(suites))('opens with the %s suite', async (_other, opener) => {
    const sealed = parseSealed(await sealNumber(sealer, pair, 'ana', '+447700900002')) as SealedNumber;
    expect(await createOpener(opener, [pair])(sealed, 'ana')).toEqual({
      kind: 'opened',
      text: '+447700900002',
    });
  });
});

test('every number that there can be comes back', async () => {
  const number = fc.stringMatching(/^\+[1-9]\d{6,14}$/);
  await fc.assert(
    fc.asyncProperty(number, fc.string({ minLength: 1 }), async (text, handle) => {
      expect(await open(await seal(handle, text), handle)).toEqual({ kind: 'opened', text });
    }),
    { numRuns: 50 },
  );
});

test('a line of a pair that is not there says so; of several, each line takes its own', async () => {
  const other = await seal('ana', '+447700900003', next);
  expect(await open(other, 'ana')).toEqual({ kind: 'other-key' });
  expect(await createOpener(suites.node, [pair, next])(other, 'ana')).toMatchObject({ kind: 'opened' });
});

test('a line does not open for another handle, nor in another organisation, whatever its own words say', async () => {
  const sealed = await seal('ana');
  expect(await open({ ...sealed, handle: toHandleTag('budi') }, 'budi')).toEqual({ kind: 'damaged' });
  const moved = { ...pair, organisation: next.organisation };
  const there = { ...sealed, organisation: next.organisation.subarray(0, tagBytes) };
  expect(findMisplaced(there, moved, 'ana')).toBeUndefined();
  expect(await createOpener(suites.node, [moved])(there, 'ana')).toEqual({ kind: 'damaged' });
});

test('a line in which anything was changed does not open, though its checksum may have been made anew', async () => {
  const sealed = await seal('ana');
  const part = fc.constantFrom('encapsulated' as const, 'ciphertext' as const);
  await fc.assert(
    fc.asyncProperty(part, fc.nat(), fc.integer({ min: 1, max: 255 }), async (name, at, change) => {
      const bytes = Uint8Array.from(sealed[name]);
      const place = at % bytes.length;
      // The highest bit of an X25519 key means nothing (RFC 7748), but HPKE's context has it.
      bytes[place] = (bytes[place] ?? 0) ^ change;
      expect(await open({ ...sealed, [name]: bytes }, 'ana')).toEqual({ kind: 'damaged' });
    }),
    { numRuns: 60 },
  );
});

test.each([['<script>'], ['ana'], ['lid:123'], ['+'], ['1+2'], ['+44\n7700900002'], [`\u0664\u0664`], ['']])(
  'what opens and is no number is not repeated: %j',
  async (text) => {
    expect(await open(await seal('ana', text), 'ana')).toEqual({ kind: 'no-number' });
  },
);

test('all of it is bound to the handle in the form in which files compare it', async () => {
  expect(await open(await seal('jose\u0301'), 'jos\u00e9')).toMatchObject({ kind: 'opened' });
  expect(toAdditionalData(pair.organisation, 'a')).toHaveLength(13);
});
