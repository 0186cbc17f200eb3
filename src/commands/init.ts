import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { toRole } from '../config/layout.ts';
import type { Language } from '../domain/organisation.ts';
import { findForeignFolder, tellForeignFolder } from '../disk/foreign-folder.ts';
import { guardWriting } from '../disk/storage-error.ts';
import { InterruptedError, UsageError } from '../errors.ts';
import type { ExitCode } from '../exit-codes.ts';
import { exitCodes } from '../exit-codes.ts';
import { writeNewFiles } from '../files/write-new-files.ts';
import type { Io } from '../io.ts';
import { toStyle } from '../io.ts';
import { keyLength } from '../journal/key.ts';
import { agree } from '../output/agree.ts';
import { renderFileDiffs } from '../render/terminal/file-diff.ts';
import { renderSetup } from '../render/terminal/setup-text.ts';
import { maskPhone } from '../safe/mask.ts';
import type { ActionPlace } from '../setup/action-place.ts';
import { findOwnPlace, parseActionPlace, toUses } from '../setup/action-place.ts';
import type { FactOptions, Facts } from '../setup/find-facts.ts';
import { findFacts } from '../setup/find-facts.ts';
import { builtFrom, workflowNeeds } from '../setup/forge-files.ts';
import { toLanguage } from '../setup/machine.ts';
import { stateFolder, toPolicyText } from '../setup/policy-text.ts';
import type { Standing } from '../setup/find-standing.ts';
import { findStanding } from '../setup/find-standing.ts';
import type { Put } from '../setup/put-files.ts';
import { putFiles } from '../setup/put-files.ts';
import type { Forge, StarterFile } from '../setup/starter-file.ts';
import { ignoresState, toStarterFiles } from '../setup/starter-files.ts';
import type { SetupFactsView, SetupView } from '../view/onboarding/setup-view.ts';
import { loadWords } from '../words/load-words.ts';
import type { Words } from '../words/words.ts';

export interface InitOptions extends FactOptions {
  /** The repository's folder; it need not be there. */
  readonly folder: string;
  /** The folder of the groups' files, below the repository's. */
  readonly groups: string;
  readonly language?: Language;
  readonly forge?: Forge;
  /** Where the workflows find the action, as it was typed; absent: where this tool was built from. */
  readonly action?: string;
  /** Bring what an earlier version wrote up to date without being asked. */
  readonly yes?: boolean;
}

/**
 * Writes what a new repository begins with, and says what to do next. What somebody wrote is named and left; what an earlier
 * version wrote is brought up to date where somebody agrees to that. A second time it writes nothing. Returns the exit code.
 */
export async function init(options: InitOptions, io: Io): Promise<number> {
  const groups = checkGroups(options);
  const forge = options.forge && { name: options.forge, place: findPlace(options) };
  refuseLinks(options.folder, toStarterFiles({ groups, policy: '', forge }));
  const words = await loadWords(options.language ?? toLanguage(io.env));
  const known = findPolicy(join(options.folder, groups));
  const facts = known === undefined ? await findFacts(options, words, io) : undefined;
  if (io.signal.aborted) throw new InterruptedError();
  const policy = facts && toPolicyText(facts.policy, words.setup.policy);
  const files = toStarterFiles({ groups, policy, forge });
  const standing = guardWriting(options.folder, () => findStanding(options.folder, files));
  const agreed = await agreeToRenew(standing, options, words, io);
  if (agreed !== exitCodes.ok) return agreed;
  const put = await putAll(files, standing, options.folder);
  const left = known === undefined ? put.left : [`${groups}/${known}`, ...put.left];
  const told = { ...put, left, edited: standing.edited };
  io.out(renderSetup(toView(told, facts, { ...options, place: forge?.place }, io), words, toStyle(io)));
  return exitCodes.ok;
}

/** Throws `UsageError` where a file would come to lie behind a link, before anybody is asked anything: git keeps the link alone. */
function refuseLinks(folder: string, files: readonly StarterFile[]): void {
  for (const { path } of files) {
    const foreign = findForeignFolder(folder, path);
    if (foreign !== undefined) throw new UsageError(tellForeignFolder(foreign));
  }
}

function findPlace({ action, forge = 'github' }: InitOptions): ActionPlace {
  return action === undefined ? findOwnPlace() : parseActionPlace(action, forge);
}

/** Shows what would be brought up to date, and asks. */
async function agreeToRenew(
  { outdated }: Standing,
  { folder, yes }: InitOptions,
  words: Words,
  io: Io,
): Promise<ExitCode> {
  if (outdated.length === 0) return exitCodes.ok;
  const changes = outdated.map(({ path, before, after }) => ({ file: join(folder, path), before, after }));
  io.out(`${words.setup.told.outdated}\n\n${renderFileDiffs(changes, toStyle(io))}`);
  return agree(words.adopt.question, yes, words, io);
}

/** Writes what is missing, then what is to be brought up to date. Throws `StorageError` where it cannot be written. */
async function putAll(files: readonly StarterFile[], { outdated }: Standing, folder: string): Promise<Put> {
  const { written, left } = putFiles(folder, files);
  const renewed = outdated.map(({ path, before, after }) => ({ path, before, content: after }));
  const { written: again, fault } = await writeNewFiles(folder, renewed);
  if (fault) throw fault;
  return { written: [...written, ...again], left: left.filter((path) => !again.includes(path)) };
}

/** What people call them. */
const names = { github: 'GitHub', gitea: 'Gitea', forgejo: 'Forgejo' } as const;

/** The folder of the groups, with slashes. Throws `UsageError` for one that is not in the repository. */
function checkGroups({ groups, forge, action }: InitOptions): string {
  const folder = normalize(groups).replaceAll(sep, '/').replace(/\/$/, '');
  if (/^(?:\/|[A-Za-z]:|\.\.(?:\/|$)|\.$)/.test(folder))
    throw new UsageError('--groups must name a folder in the repository, like groups.');
  if (forge !== undefined && folder !== 'groups')
    throw new UsageError('--forge writes workflows that look into the folder groups: leave --groups out.');
  if (action !== undefined && forge === undefined)
    throw new UsageError('--action is for workflows: name where they are to run, too, with --forge.');
  return folder;
}

/** The name of the policy that is there already, with either ending. */
function findPolicy(folder: string): string | undefined {
  return guardWriting(folder, () => {
    const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
    return isFolder ? readdirSync(folder).find((name) => toRole(name) === 'policy') : undefined;
  });
}

/** What was put where, and what stays since somebody has edited it. */
type Told = Put & Pick<Standing, 'edited'>;

function toView(
  put: Told,
  facts: Facts | undefined,
  options: InitOptions & { readonly place: ActionPlace | undefined },
  io: Io,
): SetupView {
  const { folder, forge, place } = options;
  const known = io.env['ROLLCALL_URL'] ?? '';
  const url = facts?.typedUrl ?? options.url ?? known;
  return {
    written: put.written.map((path) => join(folder, path)),
    left: put.left.map((path) => join(folder, path)),
    edited: put.edited.map((path) => join(folder, path)),
    ...(facts && { facts: toFactsView(facts) }),
    ...(lacksIgnore(put, folder) && { missingIgnore: `${stateFolder}/` }),
    ...(forge &&
      place && {
        forge: {
          ...workflowNeeds,
          keyCommand: `openssl rand -hex ${keyLength}`,
          kind: forge === 'github' ? 'github' : 'gitea',
          name: names[forge],
          uses: toUses(place, forge),
          needsCopy: place.kind === 'copy' && !isThere(join(folder, builtFrom)),
        },
      }),
    ...(normalize(folder) !== '.' && { folder }),
    ...((url === '' || url !== known) && { url }),
  };
}

function lacksIgnore({ left }: Put, folder: string): boolean {
  const path = '.gitignore';
  const place = join(folder, path);
  return left.includes(path) && isThere(place) && !ignoresState(readFileSync(place, 'utf8'));
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function toFactsView({ policy, asked, shared, isOwnZone }: Facts): SetupFactsView {
  return {
    account: maskPhone(policy.account),
    isSandbox: asked.kind === 'told' && asked.isSandbox,
    ...(asked.kind === 'untold' && { unasked: asked.fault?.message ?? '' }),
    ...(policy.country !== undefined && { country: policy.country }),
    shared,
    ...(isOwnZone && { ownZone: policy.timezone }),
    isNobodyProtected: policy.protected.length === 0,
  };
}
