import { afterAll, beforeAll, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { writeEndpoints } from '../support/faults/list.ts';
import type { Row } from '../support/faults/matrix.ts';
import { makeReferences, printMatrix, tryFaults } from '../support/faults/matrix.ts';

const rows: Row[] = [];
let references: Awaited<ReturnType<typeof makeReferences>>;

beforeAll(async () => {
  references = await makeReferences();
});

afterAll(() => console.log(printMatrix(rows)));

test('without a fault everything is verified; somebody who is not on WhatsApp fails once', () => {
  const { failed, ok } = exitCodes;
  expect(references.get('plain')?.codes).toEqual([ok, ok]);
  expect(references.get('pictured')?.codes).toEqual([ok, ok]);
  expect(references.get('doubtful')?.codes).toEqual([failed, ok]);
});

test.each(writeEndpoints)('$method $path: no fault does harm, or hides', async (endpoint) => {
  const row = await tryFaults(endpoint, references, false);
  rows.push(row);
  expect(row.cells.length).toBeGreaterThan(7);
  expect(row.wrongs).toEqual([]);
});
