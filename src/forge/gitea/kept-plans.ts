import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keptFor } from '../../domain/patience.ts';
import type { Remote } from '../../git/remote.ts';
import { git, gitText } from '../../git/run-git.ts';
import type { KeptPlan, PlanPlace, SealedFile } from '../forge.ts';
import { candidateLimit, sizeLimit } from '../plan-limits.ts';

/*
 * Plans on a server that shows no run what another run has kept: one ref a plan, outside of branches and tags, so that it starts
 * no workflow, that what is too old is really gone, and that two runs never get in each other's way. Whoever may push may put
 * one there or take one away; what counts is its seal, which is for its time too.
 */

/** The repository on the server, and a folder of this job's own for git's objects. */
interface Shelf {
  readonly remote: Remote;
  readonly folder: string;
}

interface Dated extends PlanPlace {
  /** Milliseconds since 1970. */
  readonly at: number;
}

const shelfRef = 'refs/rollcall/plans';

/** So many that are too old are taken away at a time. */
const removalLimit = 100;

/** Puts a plan and its seal there. */
export async function keepPlan(
  shelf: Shelf,
  { at, ...place }: Dated,
  { plan, seal }: SealedFile,
): Promise<void> {
  const { remote, folder } = shelf;
  const { env } = remote.options;
  await openFolder(shelf);
  const [planId, sealId] = [await putObject(shelf, plan), await putObject(shelf, seal)];
  const tree = `100644 blob ${planId}\tplan.json\n100644 blob ${sealId}\tplan.seal\n`;
  const made = await gitText(folder, ['mktree'], { env, input: tree });
  const commit = await gitText(folder, ['commit-tree', made, '-m', 'a plan'], { env });
  await git(folder, ['push', '--quiet', remote.url, `${commit}:${toPrefix(place)}${at}`], remote.options);
  await removeOld(shelf, at - keptFor.plan);
}

/** Plans of this place from before a time, newest first. */
export async function* findKept(shelf: Shelf, place: PlanPlace, before: number): AsyncGenerator<KeptPlan> {
  const found = (await listRefs(shelf, toPrefix(place)))
    .filter(({ at }) => at < before)
    .toSorted((a, b) => b.at - a.at);
  for (const each of found.slice(0, candidateLimit))
    yield { keptAt: each.at, isTimeTold: false, read: () => readPlan(shelf, each) };
}

/** An account's name may hold what no ref can; the seal tells accounts apart. */
function toPrefix({ account, pullRequest, commit }: PlanPlace): string {
  return `${shelfRef}/${account.replaceAll(/[^\w-]/g, '-')}/${pullRequest}/${commit}/`;
}

async function openFolder({ folder, remote }: Shelf): Promise<void> {
  if (existsSync(join(folder, 'HEAD'))) return;
  await mkdir(folder, { recursive: true });
  await git(folder, ['init', '--quiet', '--bare', '--template='], { env: remote.options.env });
}

function putObject({ folder, remote }: Shelf, content: Uint8Array | string): Promise<string> {
  const input = Buffer.from(content).toString();
  return gitText(folder, ['hash-object', '-w', '--stdin'], { env: remote.options.env, input });
}

interface PlanRef {
  readonly ref: string;
  readonly commit: string;
  /** The time that its name says that it was kept at. */
  readonly at: number;
}

/** The refs of plans that begin so. */
async function listRefs(shelf: Shelf, prefix: string): Promise<PlanRef[]> {
  await openFolder(shelf);
  const { folder, remote } = shelf;
  const text = await gitText(folder, ['ls-remote', remote.url, `${prefix}*`], remote.options);
  return text.split('\n').flatMap((line) => {
    const [commit = '', ref = ''] = line.split('\t');
    const [, at] = /\/([1-9]\d{0,14})$/.exec(ref) ?? [];
    return ref.startsWith(prefix) && at ? [{ ref, commit, at: Number(at) }] : [];
  });
}

/** Whoever may push may have put this there, or taken it away since it was listed: what holds no plan is passed over. */
async function readPlan(shelf: Shelf, kept: PlanRef): Promise<SealedFile | undefined> {
  if (!(await fetchPlan(shelf, kept))) return undefined;
  const { folder, remote } = shelf;
  const { env } = remote.options;
  const read = async (name: string) => {
    const place = `${kept.commit}:${name}`;
    const size = Number(await gitText(folder, ['cat-file', '-s', place], { env }));
    return size > sizeLimit ? undefined : git(folder, ['cat-file', 'blob', place], { env });
  };
  try {
    const [plan, seal] = [await read('plan.json'), await read('plan.seal')];
    return plan && seal && { plan, seal: seal.toString() };
  } catch {
    return undefined;
  }
}

/** False where it is gone by now. A server that does not answer is no reason to go by an older one. */
async function fetchPlan(shelf: Shelf, { ref }: PlanRef): Promise<boolean> {
  const { folder, remote } = shelf;
  try {
    await git(folder, ['fetch', '--quiet', '--no-tags', '--depth=1', remote.url, ref], remote.options);
    return true;
  } catch (error) {
    const there = await listRefs(shelf, ref);
    if (there.some((other) => other.ref === ref)) throw error;
    return false;
  }
}

/** What lies there too long. That some of it stays does no harm: it does not count for what is merged now. */
async function removeOld(shelf: Shelf, since: number): Promise<void> {
  const { folder, remote } = shelf;
  const old = (await listRefs(shelf, `${shelfRef}/`)).filter(({ at }) => at < since).slice(0, removalLimit);
  if (old.length === 0) return;
  const removals = old.map(({ ref }) => `:${ref}`);
  await git(folder, ['push', '--quiet', remote.url, ...removals], remote.options).catch(() => undefined);
}
