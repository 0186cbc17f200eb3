import type { NoticeTopic } from '../domain/past.ts';
import { toFileWord } from '../domain/text.ts';
import type { ExitCode } from '../exit-codes.ts';
import { exitCodes } from '../exit-codes.ts';
import type { GroupMatter, GroupNews, NewsView, RunMatter } from '../view/notifying/news-view.ts';
import { runMatters } from '../view/notifying/news-view.ts';
import type { Report, ReportedGroup } from './parse-report.ts';

/** What is known besides the reports. */
export interface Knowledge {
  /** Name of the account, where the policy has several. */
  readonly account?: string;
  /** True for the id of a change that is approved and waits for its turn: that is no drift. */
  isPending(id: string): boolean;
}

/** Something that can be told of a group, and what tells it from another one of its kind. */
type Found = readonly [matter: GroupMatter, what: string];

/**
 * What reports of one run are about: what became of an apply, where one of them is of one, else how groups differ from
 * their files.
 */
export function findTopic(reports: readonly Pick<Report, 'kind'>[]): NoticeTopic {
  return reports.some(({ kind }) => kind === 'apply') ? 'apply' : 'drift';
}

/** What of one run is worth a message; undefined where all is fine, or will be without anybody. */
export function findNews(reports: readonly Report[], known: Knowledge): NewsView | undefined {
  const matters = [...new Set(reports.flatMap(findRunMatters))];
  const found = reports.flatMap((report) => [
    ...report.groups.map((group) => ({ ...group, found: findMatters(group, report, known) })),
    ...report.toCreate.map((group) => ({ ...group, found: findUnmade(group) })),
  ]);
  const groups = mergeByFile(found, findDone(reports)).filter((group) => group.found.length > 0);
  if (matters.length === 0 && groups.length === 0) return undefined;
  const topic = findTopic(reports);
  return {
    topic,
    isRehearsal: reports.some(({ sandbox }) => sandbox),
    ...(known.account !== undefined && { account: known.account }),
    matters,
    groups: groups.map(toGroupNews),
    identity: JSON.stringify([topic, matters.toSorted(), groups.map(toIdentity).toSorted()]),
  };
}

/** That a run ended with this code, and no report tells why: undefined for one that was fine. */
export function findEndNews(code: number, topic: NoticeTopic, known: Knowledge): NewsView | undefined {
  if (silentEnds.has(code)) return undefined;
  const matter = code === exitCodes.mistakes ? 'mistakes' : 'ended';
  return {
    topic,
    isRehearsal: false,
    ...(known.account !== undefined && { account: known.account }),
    matters: [matter],
    groups: [],
    identity: JSON.stringify([topic, matter, code]),
  };
}

/** Nothing to do, or for later; or somebody ended it, who knows. */
const silentEnds: ReadonlySet<number> = new Set<ExitCode>([
  exitCodes.ok,
  exitCodes.changes,
  exitCodes.incomplete,
  exitCodes.interrupted,
]);

function findRunMatters({ run, memory, expected, refusals, since }: Report): RunMatter[] {
  const found = [
    run?.stop?.code,
    run?.interrupted && 'interrupted',
    memory === 'unusable' && 'memory',
    expected !== undefined && 'unexpected',
    since === undefined && refusals.length > 0 && 'refused',
  ];
  return runMatters.filter((matter) => found.includes(matter));
}

function findMatters(group: ReportedGroup, report: Report, known: Knowledge): Found[] {
  const { unreadable, changes, leftAlone } = group;
  // What a pull request brings is told by its own comment; what was so before it is not.
  const isOld = (each: { readonly wasBefore: boolean }) => report.since === undefined || each.wasBefore;
  return [
    ...(unreadable && isOld(unreadable) ? [['unreadable', unreadable.reason] as const] : []),
    ...changes.flatMap((change) => findOfChange(change, report, known)),
    ...leftAlone
      .filter((item) => item.needsHuman && isOld(item))
      .map(({ reason, action, label, setting }): Found => [
        'needHuman',
        [reason, action, label, setting].join(' '),
      ]),
  ];
}

/** By what became of it. `skipped` came of something that is told already, or waits for another day. */
const toMatter: Readonly<Record<string, GroupMatter>> = {
  failed: 'failed',
  'not-verified': 'notVerified',
  declined: 'declined',
};

function findOfChange(
  change: ReportedGroup['changes'][number],
  { kind, since }: Report,
  { isPending }: Knowledge,
): Found[] {
  const { id = '', refused, origin, outcome } = change;
  const what = toWhat(change);
  if (outcome) {
    const matter = Object.hasOwn(toMatter, outcome.result) ? toMatter[outcome.result] : undefined;
    return matter ? [[matter, what]] : [];
  }
  if (kind === 'apply') return refused ? [['refused', what]] : [];
  if (since ? origin !== 'phone' : isPending(id)) return [];
  return [[refused ? 'refused' : 'differs', what]];
}

function toWhat({ id = '', action, label }: ReportedGroup['changes'][number]): string {
  return `${id} ${action} ${label}`;
}

function findUnmade({ fate }: Report['toCreate'][number]): Found[] {
  if (!fate) return [];
  if (fate.result === 'skipped') return fate.cause === 'limit' ? [['refused', 'create']] : [];
  return fate.result === 'made' || fate.result === 'taken' ? [] : [['notMade', fate.result]];
}

interface FoundGroup {
  readonly name: string;
  readonly file: string;
  readonly found: readonly Found[];
}

function toGroupNews({ name, file, found }: FoundGroup): GroupNews {
  const matters: Partial<Record<GroupMatter, number>> = {};
  for (const [matter] of found) matters[matter] = (matters[matter] ?? 0) + 1;
  return { name: name.trim() === '' ? toFileWord(file) : name, matters };
}

/** A group that two reports of a run tell of is one, and what they both say is said once. */
function mergeByFile(groups: readonly FoundGroup[], done: ReadonlySet<string>): FoundGroup[] {
  const byFile = new Map<string, { readonly name: string; readonly found: Map<string, Found> }>();
  for (const { name, file, found } of groups) {
    const all = byFile.get(file)?.found ?? new Map<string, Found>();
    for (const each of found) if (!done.has(each[1])) all.set(each.join(' '), each);
    byFile.set(file, { name, found: all });
  }
  return [...byFile].map(([file, { name, found }]) => ({ file, name, found: [...found.values()] }));
}

/** What one report says is done, whatever another one of the same run said of it. */
function findDone(reports: readonly Report[]): ReadonlySet<string> {
  const changes = reports.flatMap(({ groups }) => groups.flatMap((group) => group.changes));
  return new Set(changes.filter(({ outcome }) => outcome?.result === 'verified').map(toWhat));
}

/** The same whatever the order, and whatever the group is called today. */
function toIdentity({ file, found }: FoundGroup): string {
  return JSON.stringify([file, found.map((each) => each.join(' ')).toSorted()]);
}
