import type { Parsed } from '../config/parse.ts';
import { parseInTurns } from '../config/parse.ts';
import { findLandlines } from '../config/phone/landlines.ts';
import { resolveOrganisation } from '../config/resolve.ts';
import type { Sources } from '../config/sources.ts';
import { loadFiles } from './load-files.ts';
import type { DesiredGroup } from '../domain/group.ts';
import type { Account, Organisation, Policy } from '../domain/organisation.ts';
import { MistakesError, UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import { toStyle } from '../io.ts';
import { renderDiagnostics } from '../render/terminal/diagnostics.ts';
import { renderWarningCounts } from '../render/terminal/warning-counts.ts';
import type { FileOptions, PhotoOptions } from '../options.ts';
import type { Need } from './open-people.ts';
import { openPeople } from './open-people.ts';
import { tellPublic } from './tell-public.ts';
import { addPictures, checkPhotos, readPhotos, withoutPhotos } from './read-photos.ts';

/**
 * Reads the files, unless their texts are there already, and resolves them, their photos left out; warnings go to
 * standard error, counted. Throws `MistakesError` with all mistakes at once.
 */
export async function openOrganisation(
  options: FileOptions & { readonly numbers?: Need },
  io: Io,
  sources?: Sources,
): Promise<Organisation> {
  const parsed = await parse({ numbers: 'needed', ...options }, io, sources);
  return withoutPhotos(resolve(parsed, io, options.quiet ? tellNothing : undefined));
}

async function parse(
  options: FileOptions & { readonly numbers: Need },
  io: Io,
  sources?: Sources,
): Promise<Parsed> {
  return openPeople(await parseInTurns(sources ?? (await loadFiles(options, io))), options.numbers, io);
}

/**
 * All files, resolved, with the photos of the groups that `--target` names, or of all; without any under
 * `--skip-photos`.
 */
export async function openWithPhotos(
  options: TargetOptions,
  io: Io,
  sources?: Sources,
): Promise<Organisation> {
  const parsed = await parse({ ...options, numbers: 'needed' }, io, sources);
  return resolveAll(parsed, options, io, { look: readPhotos });
}

/** What the files say, and what they come to. */
interface Checked {
  readonly parsed: Parsed;
  readonly organisation: Organisation;
}

/**
 * All files, resolved, for whoever wants to know of mistakes alone: photos are checked, and their pictures are not
 * there.
 */
export async function openToCheck(options: TargetOptions, io: Io): Promise<Checked> {
  const parsed = tellPublic(await addLandlines(await parse({ ...options, numbers: 'if-there' }, io)), io);
  return {
    parsed,
    organisation: await resolveAll(parsed, options, io, { look: checkPhotos, tell: renderDiagnostics }),
  };
}

/** Which numbers are of landlines takes tables that nobody waits for who wants to plan. */
async function addLandlines(parsed: Parsed): Promise<Parsed> {
  const { isLandline } = await import('../config/phone/known-ranges.ts');
  return { ...parsed, diagnostics: [...parsed.diagnostics, ...findLandlines(parsed, isLandline)] };
}

/**
 * All files, resolved, their photos left out, for whoever puts others beside them: that there is no group yet is no news.
 */
export async function openToAdd(options: FileOptions, io: Io): Promise<Checked> {
  const parsed = await parse({ ...options, numbers: 'needed' }, io);
  return { parsed, organisation: withoutPhotos(resolve(parsed, io, tellOthers)) };
}

function tellOthers(...[warnings, style]: Parameters<TellWarnings>): string {
  const others = warnings.filter(({ code }) => code !== 'no-groups');
  return others.length === 0 ? '' : renderWarningCounts(others, style);
}

type TargetOptions = PhotoOptions & {
  readonly target?: readonly string[];
  /** The world is made from all files then, so that it is the same one whatever is looked at. */
  readonly sandbox?: boolean;
};

async function resolveAll(
  parsed: Parsed,
  options: TargetOptions,
  io: Io,
  { look, tell: say }: { readonly look: typeof readPhotos; readonly tell?: TellWarnings },
): Promise<Organisation> {
  const tell = options.quiet ? tellNothing : say;
  if (options.skipPhotos) return withoutPhotos(resolve(parsed, io, tell));
  const { target = [] } = options;
  const wanted = parsed.groups.filter(
    ({ path: file, span, id }) =>
      target.length === 0 ||
      options.sandbox ||
      target.some((each) => isTarget({ file, span, id: id?.value }, each)),
  );
  const photos = await look(options.groups, wanted);
  const diagnostics = [...parsed.diagnostics, ...photos.diagnostics];
  return addPictures(resolve({ ...parsed, diagnostics }, io, tell), photos);
}

/** How warnings are told: whole where somebody checks the files, else counted, since every command would repeat them. */
type TellWarnings = typeof renderDiagnostics;

const tellNothing: TellWarnings = () => '';

function resolve(parsed: Parsed, io: Io, tell: TellWarnings = renderWarningCounts): Organisation {
  const resolution = resolveOrganisation(parsed, io.clock.now());
  if (resolution.kind === 'mistakes') throw new MistakesError(resolution.diagnostics);
  const { warnings } = resolution.organisation;
  if (warnings.length > 0) io.err(tell(warnings, toStyle(io)));
  return resolution.organisation;
}

/** The account that `--account` names, or the only one. Throws `UsageError`. */
export function pickAccount(
  { policy }: { readonly policy: Pick<Policy, 'accounts'> },
  name: string | undefined,
): Account {
  const names = [...policy.accounts.keys()];
  if (name === undefined && names.length > 1) {
    throw new UsageError(
      `The policy has several accounts. Pick one for this run: --account ${names.join(' | ')}`,
    );
  }
  const picked = name?.normalize('NFC') ?? names[0] ?? '';
  const phone = policy.accounts.get(picked);
  if (!phone) throw new UsageError(`The policy has no account "${picked}". It has: ${names.join(', ')}`);
  return { name: picked, phone };
}

/** Only the groups that `--target` names, by file or id; all without it. Throws `UsageError` for what is neither. */
export function narrowTo(organisation: Organisation, targets: readonly string[]): Organisation {
  if (targets.length === 0) return organisation;
  const lost = targets.find((target) => !organisation.groups.some((group) => isTarget(group, target)));
  if (lost !== undefined) {
    throw new UsageError(
      `--target ${lost} is neither the file nor the id of a group. \`rollcall groups\` lists both.`,
    );
  }
  const groups = organisation.groups.filter((group) => targets.some((target) => isTarget(group, target)));
  return { ...organisation, groups };
}

/**
 * The group that a text means: by its file or its id, as `--target` takes them, or by the name that its file gives it.
 * Throws `UsageError` for what is none, or several.
 */
export function findGroup({ groups }: Pick<Organisation, 'groups'>, text: string): DesiredGroup {
  const wanted = text.normalize('NFC');
  const placed = groups.filter((group) => isTarget(group, text));
  const found = placed.length > 0 ? placed : groups.filter(({ settings }) => settings.name === wanted);
  const [only, ...more] = found;
  if (only && more.length === 0) return only;
  if (only) {
    const files = found.map(({ file }) => file).join(', ');
    throw new UsageError(`${text} is the name of several groups: ${files}. Name one by its file.`);
  }
  throw new UsageError(
    `${text} is neither the file, the id nor the name of a group. \`rollcall groups\` lists them.`,
  );
}

/** Where a group is described, and which it is. */
type Place = Pick<DesiredGroup, 'file' | 'span'> & { readonly id?: string | undefined };

/** By file as it lies below the folder or as the user would type it, or by id; é is é, in one character or in two. */
function isTarget({ file, span, id }: Place, target: string): boolean {
  const wanted = target.normalize('NFC');
  return wanted === file || wanted.replace(/^\.\//, '') === span.file.normalize('NFC') || wanted === id;
}
