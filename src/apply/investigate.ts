import type { Change, PersonChange } from '../domain/change.ts';
import { isPersonChange } from '../domain/change.ts';
import type { PhoneNumber } from '../domain/person.ts';
import { toPersonKey } from '../domain/person.ts';
import type { Run } from './run.ts';
import { isOver, stop, stopWithReader } from './run.ts';

/**
 * GOWA refuses a whole batch for one unregistered number without naming it, and says the very same when WhatsApp
 * limits or drops its look-ups (contract T2, T3). Asks about the account's own number, about each of the batch, and
 * about the own number again: "not on WhatsApp" for the own one means a limit, and the run stops.
 *
 * What it finds out is in `run.registered`; where it cannot (a limit, the day's pace), nobody is added to that.
 */
export async function investigate(batch: readonly Change[], run: Run): Promise<void> {
  const unsure = batch.filter(isPersonChange).filter(({ person }) => !run.registered.has(person.phone));
  if (run.pacer.left().lookups < unsure.length + 2) {
    run.paceSpent = true;
    return;
  }
  for (const [phone, registered] of await askAll(unsure, run)) {
    run.registered.set(phone, registered);
    await run.record({ type: 'found', phone, isRegistered: registered });
  }
}

/** Who is on WhatsApp; nobody's answer counts unless the own number was there before and after. */
async function askAll(
  changes: readonly PersonChange[],
  run: Run,
): Promise<ReadonlyMap<PhoneNumber, boolean>> {
  const answers = new Map<PhoneNumber, boolean>();
  if (!(await isOwnNumberThere(run))) return answers;
  for (const { person } of changes) {
    if (isOver(run)) return new Map();
    answers.set(person.phone, await ask(person.phone, run));
  }
  return (await isOwnNumberThere(run)) ? answers : new Map();
}

async function isOwnNumberThere(run: Run): Promise<boolean> {
  if (isOver(run)) return false;
  const isThere = await ask(run.own, run);
  const text = "WhatsApp does not answer look-ups at the moment: not even the account's own number was found";
  await stopWithReader(run);
  if (!isThere) await stop(run, { kind: 'stop', code: 'rate-limited', text });
  return isThere;
}

async function ask(phone: PhoneNumber, run: Run): Promise<boolean> {
  run.pacer.spend({ adds: 0, lookups: 1 });
  await run.record({ type: 'looked-up', person: toPersonKey(phone), lookups: 1 });
  return run.reader.isRegistered(phone);
}
