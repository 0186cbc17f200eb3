import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEndpoints } from '../support/faults/list.ts';
import type { Row } from '../support/faults/matrix.ts';
import { makeReferences, printMatrix, tryFaults } from '../support/faults/matrix.ts';

const rows: Row[] = [];
let references: Awaited<ReturnType<typeof makeReferences>>;

beforeAll(async () => {
  references = await makeReferences();
});

afterAll(() => console.log(printMatrix(rows)));

test.each(readEndpoints)('$method $path: no fault does harm, or hides', async (endpoint) => {
  const row = await tryFaults(endpoint, references, false);
  rows.push(row);
  expect(row.cells.length).toBeGreaterThan(4);
  expect(row.wrongs).toEqual([]);
});
