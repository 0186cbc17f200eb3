import type { DesiredGroup, GroupId } from '../domain/group.ts';
import type { Account, Organisation } from '../domain/organisation.ts';
import { loadWords } from '../words/load-words.ts';
import type { Pending } from '../domain/past.ts';
import { toUnmadeId } from '../domain/plan/creation.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { isCreationRefused, isRefused } from '../domain/plan/plan.ts';
import { readNamedText } from '../disk/named-file.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Approval, ApprovalKey, ChangeId, ToId } from '../planning/approval.ts';
import { sealApproval, toApproval, toKeyId, toPlanName, toSealedId } from '../planning/approval.ts';
import { documentBytes } from '../render/json/format-version.ts';
import type { PlanFile } from '../render/json/plan-file.ts';
import { parsePlanFile, PlanFileError } from '../render/json/plan-file.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import { makeSafety } from '../safe/labels.ts';
import { letterCounts, toLettersPattern } from '../safe/letters.ts';
import type { ApprovalOptions, FileOptions } from '../options.ts';
import { withWishes } from './declined-since.ts';

/** What may be carried out; where plan files were given, what each of their ids is about. */
export interface Approved {
  readonly approval: Approval;
  readonly fromFiles: ReadonlyMap<ChangeId, FileApproval>;
  /** What the plan files said is not carried out: no earlier one approves it any more. */
  readonly refused: ReadonlySet<ChangeId>;
  /** False: the memory's approvals, or everybody's. */
  readonly hasFiles: boolean;
}

/** An id that a plan file approves. */
export interface FileApproval extends Pending {
  /** The file of its group, and its id, as the plan file has them. */
  readonly file: string;
  readonly groupId?: string;
  /** Whom or what it is about, as the plan file calls it. */
  readonly label: string;
}

/** What there is to approve, by whose word and for whom. */
interface Due {
  readonly plan: Plan;
  readonly account: Account;
  readonly key: ApprovalKey;
  readonly toId: ToId;
  readonly input: PlanInput;
  /** Whose language is asked in. */
  readonly organisation: Organisation;
}

/** What may be carried out, from what was said and, on a terminal, asked. Undefined: the answer was no. */
export async function findApproval(
  options: ApprovalOptions,
  work: Due,
  io: Io,
): Promise<Approved | undefined> {
  if (options.plans.length > 0) return readPlanFiles(options.plans, work);
  if (options.expect !== undefined || options.yes) return everything;
  if (io.terminal.isInteractive) return askForApproval(work, io);
  const { memory, pending } = work.input.past;
  if (memory === 'none') throw notApproved();
  return { ...withoutFiles, approval: toApproval(withWishes([...pending], ({ at }) => at, work)) };
}

const withoutFiles = { fromFiles: new Map(), refused: new Set<ChangeId>(), hasFiles: false };

const everything: Approved = { ...withoutFiles, approval: { kind: 'all' } };

/**
 * What can be told wrong about an approval before anything is read; without a terminal there must be one, or a memory that
 * may know of approvals that are not carried out yet. Throws `UsageError`.
 */
export async function checkApprovalOptions(
  { plans, expect, yes, quiet }: ApprovalOptions & Pick<FileOptions, 'quiet'>,
  hasMemory: boolean,
  io: Io,
): Promise<void> {
  if (expect !== undefined && !toLettersPattern(letterCounts.id).test(expect)) {
    throw new UsageError(
      `--expect ${expect} is no fingerprint: it has ${letterCounts.id} letters from a to p, as the plan ends with.`,
    );
  }
  await Promise.all(plans.map(readPlanFile));
  const isNamed = plans.length > 0 || expect !== undefined || yes === true;
  if (!isNamed && quiet && io.terminal.isInteractive) throw new UsageError(quietText);
  if (isNamed || io.terminal.isInteractive || hasMemory) return;
  throw notApproved();
}

const quietText =
  '--quiet shows no plan that one could say yes to: give a plan file, --expect FINGERPRINT, or --yes.';

function notApproved(): UsageError {
  return new UsageError(
    'Nothing approves these changes: give a plan file (rollcall plan --out plan.json), --expect FINGERPRINT, or --yes.',
  );
}

/** True where `--expect` names another plan than the one that is due: nothing is approved then, by no plan file either. */
export function isUnexpected({ expect }: ApprovalOptions, fingerprint: string): boolean {
  return expect !== undefined && expect !== fingerprint;
}

/** Named plan files approve their own changes and nothing else: what an older one approved waits for its own run. */
async function readPlanFiles(paths: readonly string[], work: Due): Promise<Approved> {
  const files = await Promise.all(paths.map(readPlanFile));
  for (const [index, file] of files.entries()) checkPlanFile(file, paths[index] ?? '', work);
  const fromFiles = new Map(files.flatMap((file) => toApprovals(file, work)));
  const refused = new Set(files.flatMap((file) => file.refused).filter((id) => !fromFiles.has(id)));
  return { approval: toApproval(fromFiles), fromFiles, refused, hasFiles: true };
}

/**
 * Finds the group that an id is about: by its id, and where that is none to be shown, by its file, wherever it lies by
 * now. It is looked for once for all ids of a group.
 */
export function createGroupFinder(all: Organisation): (about: FileApproval) => GroupId | undefined {
  const groups = all.groups.map((group) => ({ ...group, id: group.id ?? toUnmadeId(group.file) }));
  const found = new Map<string, GroupId | undefined>();
  return ({ file, groupId }) => {
    const place = JSON.stringify([groupId, file]);
    if (!found.has(place))
      found.set(place, (groups.find(({ id }) => id === groupId) ?? findByFile(groups, file))?.id);
    return found.get(place);
  };
}

/**
 * Throws `UsageError` where `--target` leaves nothing of the plan files: whoever named both expects something to happen, and
 * nothing would.
 */
export function checkReach(
  { fromFiles }: Approved,
  { organisation }: Pick<Due, 'organisation'>,
  { plans, target }: ApprovalOptions & { readonly target: readonly string[] },
): void {
  const find = createGroupFinder(organisation);
  const all = [...fromFiles.values()];
  if (target.length === 0 || all.length === 0 || all.some((about) => find(about) !== undefined)) return;
  const files = [...new Set(all.map(({ file }) => file))];
  const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
  throw new UsageError(
    `--target ${target.join(', ')}: nothing that ${plans.join(', ')} approves is about that; it is about ${files.slice(0, 3).join(', ')}${more}. Name one of those, or leave --target out.`,
  );
}

/** Plan files name files as people may see them: a number in a name is masked, and two names may become one by it. */
function findByFile(groups: readonly DesiredGroup[], shown: string): DesiredGroup | undefined {
  const { line } = makeSafety(false);
  const alike = groups.filter((group) => line(group.file) === shown);
  return alike.length === 1 ? alike[0] : undefined;
}

function toApprovals({ approved, approves }: PlanFile, work: Due): (readonly [ChangeId, FileApproval])[] {
  const plan = toPlanName(approved.map(({ id }) => id));
  const at = work.input.now;
  const all = approved.map(({ id, ...about }): [ChangeId, FileApproval] => [id, { ...about, at, plan }]);
  // The beginning of that day: who declined later on it, and is heeded still, is approved by no plan that knew of it.
  const givenAt = approves?.madeOn === undefined ? 0 : Date.parse(approves.madeOn);
  return withWishes(all, () => givenAt, work);
}

/** Throws `UsageError` for what is no plan file. */
export async function readPlanFile(path: string): Promise<PlanFile> {
  const called = `The plan file ${path}`;
  const text = await readNamedText({ path, called, most: documentBytes, isReread: true });
  try {
    return parsePlanFile(text);
  } catch (error) {
    if (error instanceof PlanFileError) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}

/** Ids of another key or account could never match; saying so beats leaving everything alone. */
function checkPlanFile(file: PlanFile, path: string, { key, account: own }: Due): void {
  const { keyId, account } = file;
  if (account !== own.name) {
    throw new UsageError(
      `${path} is a plan for the account "${account}", and this run is for "${own.name}".`,
    );
  }
  if (keyId !== toKeyId(key.secret)) {
    throw new UsageError(
      `${path} was made with another key. Use the same ROLLCALL_KEY, or the same state folder, for plan and apply.`,
    );
  }
  if (!isSealed(file, key)) {
    throw new UsageError(
      `${path} is not as plan --out wrote it, or an earlier version wrote it. Make it again with plan --out; --target narrows it.`,
    );
  }
}

/** True where it approves nothing but what it did when it was made; it may have become less. */
function isSealed({ approves, approved, pace }: PlanFile, key: ApprovalKey): boolean {
  if (!approves || sealApproval(approves.ids, { pace, madeOn: approves.madeOn }, key).seal !== approves.seal)
    return false;
  const ids = new Set(approves.ids);
  return approved.every((each) => ids.has(toSealedId(each)));
}

/** The answer is a whole word of the policy's language, or "yes" in any. */
async function askForApproval({ plan, organisation }: Due, io: Io): Promise<Approved | undefined> {
  // Where all of it is refused there is nothing to say yes to.
  const isMade = plan.toCreate.some(
    (creation) => creation.obstacle === undefined && !isCreationRefused(plan, creation),
  );
  const isDone = plan.groups.some((group) => group.changes.some((change) => !isRefused(plan, group, change)));
  if (!isMade && !isDone) return everything;
  const { ask } = (await loadWords(organisation.policy.language)).terminal;
  const answer = (await io.ask(`\n${ask.question} `)).trim();
  if (answer === ask.yes || answer === 'yes') return everything;
  io.err(`${ask.nothing}\n`);
  return undefined;
}
