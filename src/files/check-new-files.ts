import { join } from 'node:path';
import { toRole } from '../config/layout.ts';
import { parseInTurns } from '../config/parse.ts';
import { resolveOrganisation } from '../config/resolve.ts';
import type { Source, Sources } from '../config/sources.ts';
import type { DesiredGroup, Mode } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import type { NewFile } from '../importing/new-file.ts';
import { planGroups } from '../planning/plan-groups.ts';
import type { PlanInput } from '../planning/plan-input.ts';

/** What all files come to with the new ones. */
interface Checked {
  readonly organisation: Organisation;
  /** Of the new files, those whose groups a plan would change all the same, since defaults add to them. */
  readonly changedByDefaults: readonly string[];
}

/**
 * Makes sure, before they are written, that these texts are files without a mistake, and that what they say of their groups
 * is what those are: a plan changes nothing there, also if each of them were `exact`. Returns what all files come to. Throws
 * where it is not so, which is a bug of whoever made them.
 */
export async function checkNewFiles(
  sources: Sources,
  made: readonly NewFile[],
  input: Omit<PlanInput, 'organisation'>,
): Promise<Checked> {
  const texts = made.flatMap((file) => toSource(file, sources.root));
  const paths = new Set(texts.map(({ path }) => path));
  // What defaults bring to every group below them is no doing of the new files.
  const others = sources.files.filter(({ path }) => !paths.has(path));
  const there = others.filter(({ path }) => toRole(path) !== 'defaults');
  const resolve = async (files: readonly Source[]) => {
    const sorted = [...files, ...texts].toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return resolveOrganisation(await parseInTurns({ ...sources, files: sorted }), input.now);
  };
  const resolution = await resolve(there);
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
  if (others.length === there.length) return { organisation, changedByDefaults: [] };
  const whole = await resolve(others);
  const changedByDefaults =
    whole.kind === 'mistakes' ? [] : findChanged(whole.organisation, paths, strict).map(toFile);
  return { organisation, changedByDefaults };
}

function toFile({ desired }: GroupPlan): string {
  return desired.file;
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
  const groups = organisation.groups.map((group) => withMode(group, mode));
  const bad = findChanged({ ...organisation, groups }, paths, input);
  if (bad.length === 0) return;
  const told = bad.map(
    ({ desired, changes }) => `${desired.file} (${changes.map(({ action }) => action).join(', ')})`,
  );
  throw new Error(`The files to be written would change their groups, so none was: ${told.join(', ')}`);
}

/** Of the groups of these files those that a plan changes or refuses. */
function findChanged(
  organisation: Organisation,
  paths: ReadonlySet<string>,
  input: Omit<PlanInput, 'organisation'>,
): readonly GroupPlan[] {
  const groups = organisation.groups.filter(({ file }) => paths.has(file));
  const plan = planGroups({ ...input, organisation: { ...organisation, groups } });
  return plan.groups.filter(({ changes, refusals }) => changes.length > 0 || refusals.length > 0);
}

function withMode(group: DesiredGroup, mode: Mode | undefined): DesiredGroup {
  return mode === undefined ? group : { ...group, manage: { members: mode, admins: mode, settings: mode } };
}
