import { join } from 'node:path';
import { toRole } from '../config/layout.ts';
import { parseInTurns } from '../config/parse.ts';
import { resolveOrganisation } from '../config/resolve.ts';
import type { Source, Sources } from '../config/sources.ts';
import type { DesiredGroup, Mode } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { NewFile } from '../importing/new-file.ts';
import { planGroups } from '../planning/plan-groups.ts';
import type { PlanInput } from '../planning/plan-input.ts';

/**
 * Makes sure, before they are written, that these texts are files without a mistake, and that what they say of their groups
 * is what those are: a plan changes nothing there, also if each of them were `exact`. Returns what all files come to. Throws
 * a plain error where it is not so, which is a bug of whoever made them.
 */
export async function checkNewFiles(
  sources: Sources,
  made: readonly NewFile[],
  input: Omit<PlanInput, 'organisation'>,
): Promise<{ readonly organisation: Organisation }> {
  const texts = made.flatMap((file) => toSource(file, sources.root));
  const paths = new Set(texts.map(({ path }) => path));
  // What defaults bring to every group below them is no doing of the new files.
  const there = sources.files.filter(({ path }) => !paths.has(path) && toRole(path) !== 'defaults');
  const files = [...there, ...texts];
  const parsed = await parseInTurns({
    ...sources,
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  });
  const resolution = resolveOrganisation(parsed, input.now);
  if (resolution.kind === 'mistakes') {
    const errors = resolution.diagnostics.filter(({ severity }) => severity === 'error');
    const told = errors.map(
      ({ code, span }) => `${code} in ${span?.file ?? 'the folder'}:${span?.line ?? 1}`,
    );
    throw new Error(`The files to be written have mistakes, so none was: ${told.join(', ')}`);
  }
  const { organisation } = resolution;
  // A memory that cannot be used holds everything back, and would hide what is wrong.
  const strict = { ...input, past: { ...input.past, memory: 'none' as const } };
  for (const mode of [undefined, 'exact'] as const) checkPlan(organisation, mode, paths, strict);
  return { organisation };
}

function toSource({ path, content }: NewFile, root: string): Source[] {
  return typeof content === 'string' ? [{ path, file: join(root, path), text: content }] : [];
}

function checkPlan(
  organisation: Organisation,
  mode: Mode | undefined,
  paths: ReadonlySet<string>,
  input: Omit<PlanInput, 'organisation'>,
): void {
  const groups = organisation.groups
    .filter(({ file }) => paths.has(file))
    .map((group) => withMode(group, mode));
  const plan = planGroups({ ...input, organisation: { ...organisation, groups } });
  const bad = plan.groups.filter(({ changes, refusals }) => changes.length > 0 || refusals.length > 0);
  if (bad.length === 0) return;
  const told = bad.map(
    ({ desired, changes }) => `${desired.file} (${changes.map(({ action }) => action).join(', ')})`,
  );
  throw new Error(`The files to be written would change their groups, so none was: ${told.join(', ')}`);
}

function withMode(group: DesiredGroup, mode: Mode | undefined): DesiredGroup {
  return mode === undefined ? group : { ...group, manage: { members: mode, admins: mode, settings: mode } };
}
