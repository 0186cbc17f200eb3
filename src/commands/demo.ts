import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { apply } from './apply.ts';
import { openOrganisation } from './open-organisation.ts';
import type { PlanningOptions } from './options.ts';
import { plan } from './plan.ts';
import { startRehearsal } from './rehearse.ts';

/**
 * The whole cycle on an embedded sandbox: plan, apply, and a second plan, which shows nothing but what is left alone.
 * Returns 0 when the second plan has no changes.
 */
export async function demo(options: PlanningOptions, io: Io): Promise<number> {
  const { url, close } = await startRehearsal(options.groups, await openOrganisation(options, io));
  const onSandbox = { ...options, url };
  try {
    io.out('$ rollcall plan\n\n');
    await plan(onSandbox, io);
    io.out('\n$ rollcall apply --yes\n\n');
    await apply({ ...onSandbox, plans: [], yes: true, quiet: true }, io);
    io.out('\n$ rollcall plan\n\n');
    const left = await plan({ ...onSandbox, detailedExitcode: true }, io);
    return left === exitCodes.changes ? exitCodes.failed : left;
  } finally {
    await close();
  }
}
