import type { Change } from '../domain/plan/change.ts';
import { isPersonChange } from '../domain/plan/change.ts';
import { negativesToConfirm } from '../domain/patience.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { ApplyRun } from './run.ts';
import { isOver, stop, stopWithReader } from './run.ts';

/**
 * GOWA refuses a whole batch for one unregistered number without naming it, and says the very same when WhatsApp
 * limits or drops its look-ups (docs/gowa.md#t2, #t3). Asks about the account's own number, about each of the batch, and
 * about the own number again: "not on WhatsApp" for the own one means a limit, and the run stops. One single look-up may
 * fail between two good ones, so whoever was not found is asked about a second time, and the own number once more.
 *
 * What it finds out is in `run.registered`; where it cannot (a limit, the day's pace), nobody is added to that.
 */
export async function investigate(batch: readonly Change[], run: ApplyRun): Promise<void> {
  const people = batch.filter(isPersonChange).map(({ person }) => person.phone);
  let unsure = people.filter((phone) => !run.registered.has(phone));
  if (!mayAsk(unsure.length + 2, run) || !(await isOwnNumberThere(run))) return;
  for (let asked = 1; unsure.length > 0 && mayAsk(unsure.length + 1, run); asked += 1) {
    const answers = await askAll(unsure, run);
    for (const [phone, isRegistered] of answers)
      if (isRegistered || asked >= negativesToConfirm) await keep(phone, isRegistered, run);
    unsure = [...answers.keys()].filter((phone) => !run.registered.has(phone));
  }
}

function mayAsk(lookups: number, run: ApplyRun): boolean {
  const isPaid = run.pacer.left().lookups >= lookups;
  if (!isPaid) run.paceSpent = true;
  return isPaid;
}

async function keep(phone: PhoneNumber, isRegistered: boolean, run: ApplyRun): Promise<void> {
  run.registered.set(phone, isRegistered);
  await run.record({ type: 'found', phone, isRegistered });
}

/** Who is on WhatsApp; nobody's answer counts unless the own number is there after it, as it was before. */
async function askAll(
  phones: readonly PhoneNumber[],
  run: ApplyRun,
): Promise<ReadonlyMap<PhoneNumber, boolean>> {
  const answers = new Map<PhoneNumber, boolean>();
  for (const phone of phones) {
    if (isOver(run)) return new Map();
    answers.set(phone, await ask(phone, run));
  }
  return (await isOwnNumberThere(run)) ? answers : new Map();
}

async function isOwnNumberThere(run: ApplyRun): Promise<boolean> {
  if (isOver(run)) return false;
  const isThere = await ask(run.own, run);
  const text = "WhatsApp does not answer look-ups at the moment: not even the account's own number was found";
  await stopWithReader(run);
  if (!isThere) await stop(run, { kind: 'stop', code: 'rate-limited', text });
  return isThere;
}

async function ask(phone: PhoneNumber, run: ApplyRun): Promise<boolean> {
  run.pacer.spend({ adds: 0, lookups: 1 });
  await run.record({ type: 'looked-up', person: toPersonKey(phone), lookups: 1 });
  return run.reader.isRegistered(phone);
}
