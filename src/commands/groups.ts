import { parseInTurns } from '../config/parse.ts';
import type { Parsed } from '../config/parse.ts';
import { toRole } from '../config/layout.ts';
import { usualPace } from '../domain/defaults.ts';
import type { GroupId } from '../domain/group.ts';
import type { Account, Language } from '../domain/organisation.ts';
import { InterruptedError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { loadFiles } from '../files/load-files.ts';
import { openOrganisation, pickAccount } from '../files/open-organisation.ts';
import type { Io } from '../io.ts';
import { toStyle } from '../io.ts';
import type { ServerOptions } from '../options.ts';
import { showReading } from '../output/progress.ts';
import { checkShowPhones } from '../output/show-phones.ts';
import { toGroupsDocument } from '../render/json/groups-document.ts';
import { noMapLeave } from '../reading/map-leave.ts';
import { renderGroups } from '../render/terminal/groups-text.ts';
import type { Line } from '../session/connect.ts';
import { connect, connectEarly, toNoServer } from '../session/connect.ts';
import type { GroupFile } from '../view/onboarding/to-groups-view.ts';
import { toGroupsView } from '../view/onboarding/to-groups-view.ts';
import { loadWords } from '../words/load-words.ts';

export interface GroupsOptions extends ServerOptions {
  readonly json?: boolean;
  readonly showPhones?: boolean;
}

/**
 * Lists every group of the account with its id and its file, and files without a group. Files with mistakes are no
 * obstacle, nor is it that there are none: this is where ids come from. Returns the exit code.
 */
export async function groups(options: GroupsOptions, io: Io): Promise<number> {
  const showPhones = checkShowPhones(options, io);
  const parsed = await parseInTurns(await loadFiles(options, io));
  if (parsed.policy?.seal) io.hideDigits();
  const account = findAccount(parsed, options);
  const language = parsed.policy?.language ?? 'en';
  const line = await openLine(parsed, account, options, io);
  try {
    const files = toFiles(parsed, account);
    const found = await readAll(line, files, language, io);
    const view = toGroupsView({
      own: line.own,
      isSandbox: line.client.isSandbox(),
      ...found,
      files,
      hasMistakes: hasUnread(parsed),
      showPhones,
    });
    if (options.json) {
      io.out(`${JSON.stringify(toGroupsDocument(view), null, 2)}\n`);
    } else {
      const text = renderGroups(view, await loadWords(language), toStyle(io));
      // Names of groups may hold numbers that are sealed, or kept elsewhere.
      if (showPhones && io.left() !== 'nothing') io.outWithPhones(text);
      else io.out(text);
    }
    return view.unread.length > 0 ? exitCodes.failed : exitCodes.ok;
  } finally {
    await line.close();
  }
}

/** Undefined where no policy says who acts: then it is whoever is logged in. */
function findAccount({ policy }: Parsed, options: GroupsOptions): Account | undefined {
  return policy && policy.accounts.size > 0 ? pickAccount({ policy }, options.account) : undefined;
}

async function openLine(
  { policy }: Parsed,
  account: Account | undefined,
  options: GroupsOptions,
  io: Io,
): Promise<Line> {
  if (options.sandbox) {
    // Its world is made from the files, which must be without mistakes for that.
    const organisation = await openOrganisation({ ...options, quiet: true }, io);
    return connect(options, organisation, pickAccount(organisation, options.account), io);
  }
  const line = await connectEarly(options, policy?.pace ?? usualPace, account, io);
  if (!line) throw toNoServer();
  return line;
}

function toFiles({ groups: all, policy }: Parsed, account: Account | undefined): GroupFile[] {
  const [only] = policy?.accounts.keys() ?? [];
  return all.map(({ span, id, has, settings, account: acts }) => ({
    file: span.file,
    ...(id && { id: id.value }),
    hasId: has.id,
    ...(settings.name !== undefined && { name: settings.name }),
    isOwn: account === undefined || (acts?.value ?? only) === account.name,
  }));
}

/** True where there are files of groups of which nothing could be read. */
function hasUnread({ groups: read, sources }: Parsed): boolean {
  const known = new Set(read.map(({ path }) => path));
  const isLost = sources.files.some(({ path }) => toRole(path) === 'group' && !known.has(path));
  return isLost || sources.diagnostics.some(({ code }) => code !== 'no-folder');
}

/** The groups in the server's list, and those of the account's own files that are not in it, one by one. */
async function readAll({ reader }: Line, files: readonly GroupFile[], language: Language, io: Io) {
  const listed = await reader.listGroups();
  const own = files.flatMap(({ id, isOwn }): GroupId[] => (id !== undefined && isOwn ? [id] : []));
  const ids = [...new Set([...listed, ...own])];
  const progress = await showReading(language, {}, io);
  progress.start(ids.length, 0);
  const readings = await reader.readGroups(ids, noMapLeave, progress.groupRead);
  progress.end();
  if (io.signal.aborted) throw new InterruptedError();
  return { listed, readings };
}
