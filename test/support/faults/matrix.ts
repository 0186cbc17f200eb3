import type { Endpoint } from './list.ts';
import { pickFaults } from './list.ts';
import type { Reference } from './try-fault.ts';
import { makeReference, tryFault } from './try-fault.ts';
import type { WorldKind } from './world.ts';
import { worldKinds } from './world.ts';

/** One line of the matrix of faults. */
export interface Row {
  readonly endpoint: string;
  /** "dropped before 1 0": the fault, the exit code with it, and the one of a second run without it. */
  readonly cells: readonly string[];
  /** What must never be; empty when all is well. */
  readonly wrongs: readonly string[];
}

/** Where the plain world does not come by: numbers are in doubt, or a group has a photo. */
const kinds: Readonly<Record<string, WorldKind>> = {
  'GET /group/participants': 'doubtful',
  'GET /user/check': 'doubtful',
  'GET /user/info': 'doubtful',
  'GET /user/avatar': 'pictured',
  'GET /pictures/*': 'pictured',
  'POST /group/photo': 'pictured',
};

/** What an apply without a fault comes to, in each kind of world. */
export async function makeReferences(): Promise<ReadonlyMap<WorldKind, Reference>> {
  const references = new Map<WorldKind, Reference>();
  for (const kind of worldKinds) references.set(kind, await makeReference(kind));
  return references;
}

/** Applies once for each fault at an endpoint; all of WhatsApp's refusals, or two of them. */
export async function tryFaults(
  endpoint: Endpoint,
  references: ReadonlyMap<WorldKind, Reference>,
  isAll: boolean,
): Promise<Row> {
  const kind = kinds[`${endpoint.method} ${endpoint.path}`] ?? 'plain';
  const reference = references.get(kind);
  if (!reference) throw new Error('there is nothing to compare with');
  const cells: string[] = [];
  const wrongs: string[] = [];
  for (const fault of pickFaults(endpoint, isAll)) {
    const tried = await tryFault(fault, endpoint, kind, reference);
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
