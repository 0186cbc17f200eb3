import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { escapeInline } from '../safe/inline.ts';
import { apply } from './apply.ts';
import { create } from './create.ts';
import { openOrganisation } from '../files/open-organisation.ts';
import type { PlanningOptions } from '../options.ts';
import { plan } from './plan.ts';
import { startRehearsal } from '../session/rehearse.ts';
import { findExampleFolder } from '../setup/example-folder.ts';

/** `isNamed`: somebody said which folder; else it is the example's where there is none here. */
type DemoOptions = PlanningOptions & { readonly isNamed: boolean };

/**
 * The whole cycle on an embedded sandbox: plan, create, apply, and a second plan, which shows nothing but what is left alone;
 * the memory of who declined lasts as long as the demo. Returns 0 when the second plan has no changes.
 */
export async function demo(given: DemoOptions, io: Io): Promise<number> {
  const options = { ...given, groups: findGroups(given, io), isDemo: true };
  // What the files may be warned of is told by the commands that follow.
  const organisation = await openOrganisation({ ...options, quiet: true }, io);
  const { url, close } = await startRehearsal(options.groups, organisation, io.clock.now());
  const state = await mkdtemp(join(tmpdir(), 'rollcall-demo-'));
  try {
    io.out('$ rollcall plan\n\n');
    await plan({ ...options, url }, io);
    const agreed = { ...options, url, state, plans: [], yes: true, isPlanSeen: true };
    io.out('\n$ rollcall create --yes\n\n');
    await create({ ...agreed, newJournal: true }, io);
    io.out('\n$ rollcall apply --yes\n\n');
    await apply(agreed, io);
    io.out('\n$ rollcall plan\n\n');
    const left = await plan({ ...options, url, state, detailedExitcode: true }, io);
    return left === exitCodes.changes ? exitCodes.failed : left;
  } finally {
    await rm(state, { recursive: true });
    await close();
  }
}

function findGroups({ groups, isNamed }: DemoOptions, io: Io): string {
  const example = isNamed || existsSync(groups) ? undefined : findExampleFolder();
  if (example === undefined) return groups;
  io.err(`There is no folder ${groups} here: this is the example, ${escapeInline(example)}\n\n`);
  return example;
}
