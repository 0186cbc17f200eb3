import { exitCodeForPlan } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { PlanningOptions } from './options.ts';
import { checkShowPhones, show, viewWork, writeDocument } from './show.ts';
import { readMemory } from './state.ts';
import type { WorkMode } from './work.ts';
import { openFiles, openWork } from './work.ts';

export interface PlanOptions extends PlanningOptions {
  /** Where to write the plan file. */
  readonly out?: string;
  readonly detailedExitcode?: boolean;
}

/** Shows what an apply would do; nothing within its reach can write to WhatsApp. Returns the exit code. */
export async function plan(options: PlanOptions, io: Io): Promise<number> {
  const showPhones = checkShowPhones(options, io);
  const work = await openWork(await openFiles(options, io), options, toMode(options, io), io);
  try {
    if (options.out !== undefined) await writeDocument(viewWork(work, work.plan, false), options.out, io);
    show(viewWork(work, work.plan, showPhones), options, io);
    return exitCodeForPlan(work.plan, options.detailedExitcode ?? false);
  } finally {
    await work.close();
  }
}

function toMode(options: PlanOptions, io: Io): WorkMode {
  return {
    idsLeave: options.out !== undefined || options.json === true,
    openMemory: (input) => readMemory(options, input, io),
  };
}
