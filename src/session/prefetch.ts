import type { ParsedPolicy } from '../config/parse-policy.ts';
import { parsePolicyAlone } from '../config/parse.ts';
import type { Account, Pace } from '../domain/organisation.ts';
import type { Io } from '../io.ts';
import { toStricterPace } from '../planning/base/stricter.ts';
import type { Line } from './connect.ts';
import { connectEarly } from './connect.ts';
import type { Sources } from '../config/sources.ts';
import type { PlanningOptions } from '../options.ts';

/** What was begun before the files were looked at. */
export interface Prefetch {
  /** The files' texts. */
  readonly sources: Sources;
  /** The line, all groups on their way over it; rejects as `connect` does. Absent where nothing was asked. */
  readonly line?: Promise<Line>;
  /** Ends the line without waiting for what is on its way. */
  abandon(): Promise<void>;
}

/**
 * Asks the server for all groups as soon as the policy says who asks, so that they are on their way while the files are
 * parsed: GOWA takes 0.8 s or more for 500 groups, and their files take half of that (docs/architecture.md#reading).
 * What goes wrong is told by whoever awaits the line, after the mistakes in the files. `slower`: the pace of the commit
 * that is compared with, which counts where it is slower.
 */
export async function prefetchGroups(
  options: PlanningOptions,
  sources: Sources,
  io: Io,
  slower?: Pace,
): Promise<Prefetch> {
  const nothing = { sources, abandon: async () => undefined };
  const policy = await parsePolicyAlone(sources);
  // Before the files of people are: a server that is logged in as somebody else says who.
  if (policy?.seal) io.hideDigits();
  const account = policy && findAccount(policy, options.account);
  // One group is read by itself, and which one it is stands in its file.
  if (!account || options.target.length === 1) return nothing;
  const pace = slower ? toStricterPace(policy.pace, slower) : policy.pace;
  const asked = connectEarly(options, pace, account, io);
  const line = await asked.catch(() => 'failed' as const);
  if (!line) return nothing;
  const failed = asked as Promise<Line>;
  if (line === 'failed') return { ...nothing, line: failed };
  line.reader.expectGroups();
  return { sources, line: failed, abandon: () => line.client.abandon() };
}

/** The account that `pickAccount` would pick; what is wrong with the choice is for that to say. */
function findAccount({ accounts }: ParsedPolicy, name: string | undefined): Account | undefined {
  const [only, ...others] = accounts.keys();
  const picked = name?.normalize('NFC') ?? (others.length === 0 ? only : undefined);
  const phone = picked === undefined ? undefined : accounts.get(picked);
  return picked !== undefined && phone ? { name: picked, phone } : undefined;
}
