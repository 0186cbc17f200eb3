import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { toRole } from '../config/layout.ts';
import type { Language } from '../domain/organisation.ts';
import { guardWriting } from '../disk/storage-error.ts';
import { InterruptedError, UsageError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { toStyle } from '../io.ts';
import { keyLength } from '../journal/key.ts';
import { renderSetup } from '../render/terminal/setup-text.ts';
import { maskPhone } from '../safe/mask.ts';
import type { FactOptions, Facts } from '../setup/find-facts.ts';
import { findFacts } from '../setup/find-facts.ts';
import { forgeFiles } from '../setup/forge-files.ts';
import { toLanguage } from '../setup/machine.ts';
import { stateFolder, toPolicyText } from '../setup/policy-text.ts';
import type { Put } from '../setup/put-files.ts';
import { putFiles } from '../setup/put-files.ts';
import type { Forge } from '../setup/starter-file.ts';
import { ignoresState, toStarterFiles } from '../setup/starter-files.ts';
import type { SetupFactsView, SetupView } from '../view/onboarding/setup-view.ts';
import { loadWords } from '../words/load-words.ts';

export interface InitOptions extends FactOptions {
  /** The repository's folder; it need not be there. */
  readonly folder: string;
  /** The folder of the groups' files, below the repository's. */
  readonly groups: string;
  readonly language?: Language;
  readonly forge?: Forge;
}

/**
 * Writes what a new repository begins with, and says what to do next. What is there already is named and left; a second
 * time it writes nothing. Returns the exit code.
 */
export async function init(options: InitOptions, io: Io): Promise<number> {
  const groups = checkGroups(options);
  const words = await loadWords(options.language ?? toLanguage(io.env));
  const known = findPolicy(join(options.folder, groups));
  const facts = known === undefined ? await findFacts(options, words, io) : undefined;
  if (io.signal.aborted) throw new InterruptedError();
  const policy = facts && toPolicyText(facts.policy, words.setup.policy);
  const put = putFiles(options.folder, toStarterFiles({ groups, policy, forge: options.forge }));
  const left = known === undefined ? put.left : [`${groups}/${known}`, ...put.left];
  io.out(renderSetup(toView({ ...put, left }, facts, options, io), words, toStyle(io)));
  return exitCodes.ok;
}

/** The folder of the groups, with slashes. Throws `UsageError` for one that is not in the repository. */
function checkGroups({ groups, forge }: InitOptions): string {
  const folder = normalize(groups).replaceAll(sep, '/').replace(/\/$/, '');
  if (/^(?:\/|[A-Za-z]:|\.\.(?:\/|$)|\.$)/.test(folder))
    throw new UsageError('--groups must name a folder in the repository, like groups.');
  if (forge !== undefined && folder !== 'groups')
    throw new UsageError('--forge writes workflows that look into the folder groups: leave --groups out.');
  return folder;
}

/** The name of the policy that is there already, with either ending. */
function findPolicy(folder: string): string | undefined {
  return guardWriting(folder, () => {
    const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
    return isFolder ? readdirSync(folder).find((name) => toRole(name) === 'policy') : undefined;
  });
}

function toView(put: Put, facts: Facts | undefined, options: InitOptions, io: Io): SetupView {
  const { folder, forge } = options;
  const needs = forge && forgeFiles[forge];
  const known = io.env['ROLLCALL_URL'] ?? '';
  const url = facts?.typedUrl ?? options.url ?? known;
  return {
    written: put.written.map((path) => join(folder, path)),
    left: put.left.map((path) => join(folder, path)),
    ...(facts && { facts: toFactsView(facts) }),
    ...(lacksIgnore(put, folder) && { missingIgnore: `${stateFolder}/` }),
    ...(needs && {
      forge: {
        secrets: needs.secrets,
        keyCommand: `openssl rand -hex ${keyLength}`,
        variable: needs.variable,
        needsCopy: needs.builtFrom !== undefined && !isThere(join(folder, needs.builtFrom)),
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
