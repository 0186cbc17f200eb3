import { parseSources } from '../config/parse.ts';
import { resolveOrganisation } from '../config/resolve.ts';
import { loadSources } from '../config/sources.ts';
import type { DesiredGroup } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PhoneNumber } from '../domain/person.ts';
import { MistakesError, UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import { renderDiagnostics } from '../render/diagnostics.ts';
import type { FileOptions } from './options.ts';

/** The account of a run: one run is one account. */
export interface Account {
  readonly name: string;
  readonly phone: PhoneNumber;
}

/** Reads and resolves the files; warnings go to standard error. Throws `MistakesError` with all mistakes at once. */
export async function openOrganisation({ groups }: FileOptions, io: Io): Promise<Organisation> {
  const resolution = resolveOrganisation(parseSources(await loadSources(groups)), io.clock.now());
  if (resolution.kind === 'mistakes') throw new MistakesError(resolution.diagnostics);
  const { warnings } = resolution.organisation;
  if (warnings.length > 0) io.err(renderDiagnostics(warnings, toStyle(io)));
  return resolution.organisation;
}

/** The account that `--account` names, or the only one. Throws `UsageError`. */
export function pickAccount({ policy }: Organisation, name: string | undefined): Account {
  const names = [...policy.accounts.keys()];
  if (name === undefined && names.length > 1) {
    throw new UsageError(
      `The policy has several accounts. Pick one for this run: --account ${names.join(' | ')}`,
    );
  }
  const picked = name ?? names[0] ?? '';
  const phone = policy.accounts.get(picked);
  if (!phone) throw new UsageError(`The policy has no account "${picked}". It has: ${names.join(', ')}`);
  return { name: picked, phone };
}

/** Only the groups that `--target` names, by file or id; all without it. Throws `UsageError` for what is neither. */
export function narrowTo(organisation: Organisation, targets: readonly string[]): Organisation {
  if (targets.length === 0) return organisation;
  const lost = targets.find((target) => !organisation.groups.some((group) => isTarget(group, target)));
  if (lost !== undefined) {
    throw new UsageError(`--target ${lost} is neither the file nor the id of a group.`);
  }
  const groups = organisation.groups.filter((group) => targets.some((target) => isTarget(group, target)));
  return { ...organisation, groups };
}

/** By file as it lies below the folder or as the user would type it, or by id. */
function isTarget({ file, span, id }: DesiredGroup, target: string): boolean {
  return target === file || target.replace(/^\.\//, '') === span.file || target === id;
}

/** How texts are drawn for whoever sits there. */
export function toStyle({ terminal }: Io) {
  return { colour: terminal.hasColour, ascii: terminal.isAscii, width: terminal.width };
}
