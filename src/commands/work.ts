import type { Change } from '../domain/change.ts';
import type { Organisation } from '../domain/organisation.ts';
import { noPast } from '../domain/past.ts';
import type { Plan } from '../domain/plan.ts';
import type { Io } from '../io.ts';
import type { ApprovalKey, ChangeId } from '../planning/approval.ts';
import { toChangeIds, toFingerprint } from '../planning/approval.ts';
import type { PlanInput } from '../planning/plan.ts';
import { isKnown, planGroups, toGuard } from '../planning/plan.ts';
import { lookupsPerRun, readLive } from '../read-live.ts';
import type { Line } from './connect.ts';
import { connect } from './connect.ts';
import type { Account } from './open-organisation.ts';
import { narrowTo, openOrganisation, pickAccount } from './open-organisation.ts';
import type { PlanningOptions } from './options.ts';
import { loadSecret } from './secret.ts';

/** What `plan` ends with and `apply` begins with. */
export interface Work {
  readonly organisation: Organisation;
  readonly account: Account;
  readonly line: Line;
  readonly input: PlanInput;
  readonly plan: Plan;
  readonly key: ApprovalKey;
  readonly ids: ReadonlyMap<Change, ChangeId>;
  readonly fingerprint: string;
}

/** Files, then the server, then the plan; whoever calls it closes the line. */
export async function openWork(options: PlanningOptions, io: Io): Promise<Work> {
  const organisation = narrowTo(await openOrganisation(options, io), options.target);
  const account = pickAccount(organisation, options.account);
  const line = await connect(options, organisation, account, io);
  try {
    const input = await readInput(organisation, account, line, io);
    const secret = await loadSecret(organisation, line.client.isSandbox(), io);
    const plan = planGroups(input);
    const key = { secret, account: account.phone };
    const ids = toChangeIds(plan, key);
    return { organisation, account, line, input, plan, key, ids, fingerprint: toFingerprint(ids.values()) };
  } catch (error) {
    await line.close();
    throw error;
  }
}

async function readInput(
  organisation: Organisation,
  account: Account,
  line: Line,
  io: Io,
): Promise<PlanInput> {
  const start = { organisation, account: account.name, past: noPast, now: io.clock.now() };
  const { today } = toGuard({ ...start, readings: new Map(), lids: new Map() });
  const own = organisation.groups.filter((group) => group.account === account.name).filter(isKnown);
  const live = await readLive(line.reader, own, start.past.lids, { today, most: lookupsPerRun });
  return { ...start, ...live };
}
