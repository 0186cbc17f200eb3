import { lookupsPerRun } from '../domain/defaults.ts';
import type { LiveGroup } from '../domain/group.ts';
import type { Account, Organisation } from '../domain/organisation.ts';
import type { Lid, Person, PersonKey } from '../domain/people/person.ts';
import { costOfLid, listedGroupsLimit } from '../domain/whatsapp-facts.ts';
import type { Io } from '../io.ts';
import type { KnownLids } from '../planning/identity/knowledge.ts';
import { identify } from '../planning/identity/who-is-who.ts';
import { toKeptPace } from '../planning/pace/kept-pace.ts';
import { findBudget } from '../planning/pace/pace-budget.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import { toKnowledge } from '../planning/plan-input.ts';
import { createLookUp } from '../reading/look-up.ts';
import { createMapLeave, noMapLeave } from '../reading/map-leave.ts';
import type { Line } from './connect.ts';
import type { Memory } from './memory.ts';
import type { Watch } from './read-input.ts';

/** Whose groups are read, and who may hide in them. */
interface Asker {
  /** With everybody of the spreadsheet among its people. */
  readonly organisation: Organisation;
  readonly account: Account;
  /** Those of the spreadsheet: they are looked up where somebody hides. */
  readonly sheet: readonly Person[];
  /** Nobody is looked up, and nobody's number is asked for. */
  readonly isDryRun: boolean;
}

/** What they are read over, where what is learned is kept, and who hears of it meanwhile. */
interface Ways {
  readonly line: Line;
  readonly memory: Memory;
  readonly progress: Watch['progress'];
}

/** All groups of an account, and what is known of who hides in them. */
export interface ReadAll {
  readonly input: PlanInput;
  /** WhatsApp's list ended before the account's groups did. */
  readonly isListCut: boolean;
  /** People who were looked up, and who still could be. */
  readonly lookups: { readonly asked: number; readonly left: number };
}

/**
 * Reads all groups of an account, those with a file too; then asks who of the spreadsheet hides in them, as far as the day
 * has something left: the memory knows who was asked before, and without one a run asks about `lookupsPerRun` people.
 */
export async function readToImport(asker: Asker, { line, memory, progress }: Ways, io: Io): Promise<ReadAll> {
  const { organisation, account, isDryRun } = asker;
  const { past, record } = memory;
  // A pace that the files have just made faster does not count yet.
  const { pace } = toKeptPace(organisation.policy.pace, past);
  line.reader.keepPause(pace.reads);
  const listed = await line.reader.listGroups();
  const leave = isDryRun ? noMapLeave : createMapLeave(past, record, io.clock);
  progress.start(listed.length, 0);
  const readings = await line.reader.readGroups(listed, leave, progress.groupRead).finally(progress.end);
  const input = {
    organisation,
    account: account.name,
    past,
    now: io.clock.now(),
    readings,
    lids: past.lids,
  };
  const candidates = findCandidates(asker.sheet, input);
  const isListCut = listed.length >= listedGroupsLimit;
  if (isDryRun) return { input, isListCut, lookups: { asked: 0, left: candidates.length } };
  const budget = findBudget(past, pace, io.clock.now()).lookups;
  const ways = { line, memory, progress, budget };
  const { lids, asked } = await lookUpHidden(candidates, input, ways, io);
  const known = { ...input, lids };
  // Whoever was asked about and not told of could still be.
  const left = findCandidates(asker.sheet, known).length;
  return { input: known, isListCut, lookups: { asked, left } };
}

/** Whom it may help to ask about: in a row and in no group, while somebody hides, and not asked about before. */
function findCandidates(sheet: readonly Person[], input: PlanInput): Person[] {
  if (!hasHidden(input)) return [];
  const seen = new Set<PersonKey>(findLives(input).flatMap(({ people }) => [...people.keys()]));
  return sheet.filter(({ key }) => {
    if (seen.has(key)) return false;
    seen.add(key);
    const answer = input.lids.get(key);
    return answer === undefined || answer.kind === 'unknown';
  });
}

function findLives(input: PlanInput): LiveGroup[] {
  const knowledge = toKnowledge(input);
  return [...input.readings.values()].flatMap((reading) =>
    reading.kind === 'read' ? identify(reading.group, knowledge) : [],
  );
}

function hasHidden(input: PlanInput): boolean {
  return findLids(input).size > 0;
}

/** The LIDs of whoever hides, and is not known from elsewhere. */
function findLids(input: PlanInput): Set<Lid> {
  return new Set(
    findLives(input).flatMap(({ unidentified }) => unidentified.flatMap(({ lid }) => lid ?? [])),
  );
}

/** One after the other, until nobody hides any more or nothing is left of the day. */
async function lookUpHidden(
  candidates: readonly Person[],
  input: PlanInput,
  { line, memory: { past, record }, progress, budget }: Ways & { readonly budget: number },
  { clock, signal }: Io,
): Promise<{ readonly lids: KnownLids; readonly asked: number }> {
  const isHeld = past.notBefore !== undefined && past.notBefore > clock.now();
  let asked = 0;
  const lookUp = createLookUp(line.reader, {
    people: past.memory === 'kept' ? candidates.length : lookupsPerRun,
    asks: isHeld ? 0 : budget / costOfLid,
    onAsk: async (person, isFirst) => {
      if (isFirst) asked += 1;
      await record({ type: 'looked-up', person, lookups: costOfLid });
    },
    onAnswer: async (person, lid) => {
      progress.lookedUp();
      await record({ type: 'looked-up', person, lookups: 0, lid });
    },
  });
  const hidden = findLids(input);
  let { lids } = input;
  for (const person of candidates) {
    if (hidden.size === 0 || signal.aborted || line.reader.ended()) break;
    lids = await lookUp([person], lids);
    const answer = lids.get(person.key);
    if (answer?.kind === 'lid') hidden.delete(answer.lid);
  }
  progress.end();
  return { lids, asked };
}
