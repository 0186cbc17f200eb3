import type { Endpoint } from './list.ts';
import { pickFaults } from './list.ts';
import type { Reference } from './try-fault.ts';
import { makeReference, tryFault } from './try-fault.ts';

/** One line of the matrix of faults. */
export interface Row {
  readonly endpoint: string;
  /** "dropped before 1 0": the fault, the exit code with it, and the one of a second run without it. */
  readonly cells: readonly string[];
  /** What must never be; empty when all is well. */
  readonly wrongs: readonly string[];
}

/** People have to be looked up only where somebody hides their number or has none. */
const doubtful = new Set(['/group/participants', '/user/check', '/user/info']);

/** What an apply without a fault comes to: in a plain world, and in one where people have to be looked up. */
export async function makeReferences(): Promise<ReadonlyMap<boolean, Reference>> {
  const kinds = [false, true] as const;
  const made = await Promise.all(kinds.map((isDoubtful) => makeReference({ isDoubtful })));
  return new Map(kinds.flatMap((kind, index) => (made[index] ? [[kind, made[index]] as const] : [])));
}

/** Applies once for each fault at an endpoint; all of WhatsApp's refusals, or two of them. */
export async function tryFaults(
  endpoint: Endpoint,
  references: ReadonlyMap<boolean, Reference>,
  isAll: boolean,
): Promise<Row> {
  const isDoubtful = endpoint.method === 'GET' && doubtful.has(endpoint.path);
  const reference = references.get(isDoubtful);
  if (!reference) throw new Error('there is nothing to compare with');
  const cells: string[] = [];
  const wrongs: string[] = [];
  for (const fault of pickFaults(endpoint, isAll)) {
    const tried = await tryFault(fault, endpoint, { isDoubtful }, reference);
    cells.push(`${fault.name} ${tried.codes.join(' ')}`);
    wrongs.push(...tried.wrongs.map((wrong) => `${fault.name}: ${wrong}`));
  }
  return { endpoint: `${endpoint.method} ${endpoint.path}`, cells, wrongs };
}

/** The matrix as text, an endpoint a line. */
export function printMatrix(rows: readonly Row[]): string {
  const title = 'For each endpoint and fault: the exit code with it, and the one of a second run without it';
  return [title, ...rows.map(({ endpoint, cells }) => `${endpoint}: ${cells.join(', ')}`)].join('\n');
}
