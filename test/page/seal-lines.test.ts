import { expect, test } from 'vitest';
import { sealLines, toPeopleLines } from '../../src/page/seal-lines.ts';
import { makeNodeSuite } from '../../src/sealing/node-suite.ts';
import { createOpener } from '../../src/sealing/open-number.ts';
import { parseSealed } from '../../src/sealing/sealed-number.ts';
import { testKey } from '../support/sealing.ts';

test('every line is sealed for its own handle, and it is told how many are done', async () => {
  const lines = Array.from({ length: 250 }, (_, at) => ({
    kind: 'good' as const,
    handle: `p${at}`,
    number: `+44770090${String(at).padStart(4, '0')}`,
  }));
  const told: number[] = [];
  const sealed = await sealLines(makeNodeSuite(), testKey, lines, async (done) => void told.push(done));
  const open = createOpener(makeNodeSuite(), [testKey]);
  for (const { handle, number } of lines) {
    const found = parseSealed(sealed.get(handle) ?? '');
    expect(typeof found === 'object' && (await open(found, handle))).toEqual({
      kind: 'opened',
      text: number,
    });
  }
  expect(told).toEqual([0, 100, 200]);
});

test('lines stand as a file of people has them, and words of YAML in quotes', () => {
  const sealed = new Map([
    ['ana', 'sealed:a'],
    ['no', 'sealed:b'],
    ['5b', 'sealed:c'],
  ]);
  expect(toPeopleLines(sealed)).toBe('  ana: sealed:a\n  "no": sealed:b\n  "5b": sealed:c\n');
});
