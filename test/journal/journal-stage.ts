import { blankSettings } from '../../src/domain/settings.ts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PersonChange, SettingChange } from '../../src/domain/plan/change.ts';
import type { RunEvent } from '../../src/domain/event.ts';
import type { Clock } from '../../src/domain/gateway.ts';
import type { GroupId, LiveGroup } from '../../src/domain/group.ts';
import type { Outcome } from '../../src/domain/plan/outcome.ts';
import type { Lid, PersonKey, PhoneNumber } from '../../src/domain/people/person.ts';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import type { Journal, OpenOptions } from '../../src/journal/journal.ts';
import type { JournalInput } from '../../src/journal/load-journal.ts';
import { openJournal, readPast } from '../../src/journal/journal.ts';
import { verdicts } from '../support/verdicts.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
const start = Date.parse('2026-11-23T09:00:00Z');

const account = '447700900001' as PhoneNumber;
export const altos = '120363025982934543@g.us' as GroupId;
export const basses = '447700900001-1598765432@g.us' as GroupId;
const phones = ['447700900002', '447700900003', '447700900004', '447700900005'] as PhoneNumber[];
export const [ana, budi, citra, dewi] = phones.map(toPersonKey) as [
  PersonKey,
  PersonKey,
  PersonKey,
  PersonKey,
];

interface TestClock extends Clock {
  advance(milliseconds: number): void;
}

function createClock(now = start): TestClock {
  let time = now;
  return {
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
    async sleep(milliseconds) {
      time += milliseconds;
    },
  };
}

export interface Stage {
  readonly folder: string;
  readonly file: string;
  readonly clock: TestClock;
  readonly input: JournalInput;
  open(options?: OpenOptions): Promise<Journal>;
  read(): ReturnType<typeof readPast>;
  text(): string;
  write(text: string | Uint8Array): void;
  /** One run that records these events, one second apart. */
  run(...events: readonly RunEvent[]): Promise<void>;
}

/** A state folder of its own, gone when the test has finished; with a journal unless it is told otherwise. */
export async function createStage({ isEmpty = false }: { isEmpty?: boolean } = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const clock = createClock();
  const people = phones.map(toPersonKey);
  const input = {
    folder,
    secret: new Uint8Array(32).fill(7),
    account,
    people,
    groups: [altos, basses],
    clock,
    isDurable: false,
  };
  const file = join(folder, 'journal.jsonl');
  const stage: Stage = {
    folder,
    file,
    clock,
    input,
    open: (options) => openJournal(input, options),
    read: () => readPast(input),
    text: () => readFileSync(file, 'utf8'),
    write: (text) => writeFileSync(file, text),
    async run(...events) {
      const journal = await openJournal(input);
      for (const event of events) {
        clock.advance(1_000);
        await journal.record(event);
      }
      await journal.close();
    },
  };
  if (!isEmpty) {
    await (await stage.open({ startNew: true })).close();
    clock.advance(day);
  }
  return stage;
}

/** The one spelling of these people's numbers. */
export function toPhone(key: PersonKey): PhoneNumber {
  return key as string as PhoneNumber;
}

export function change(
  action: PersonChange['action'],
  key: PersonKey,
  rest: Partial<PersonChange> = {},
): PersonChange {
  const person = { key, phone: key as string as PhoneNumber };
  return { group: altos, action, person, why: { kind: 'listed', via: ['Citra Dewanti'] }, ...rest };
}

export function topic(after: string): SettingChange {
  return { group: altos, action: 'set', setting: 'topic', before: '', after, why: { kind: 'differs' } };
}

export function verdict(of: Outcome['change'], result: Outcome['result'], text = ''): RunEvent {
  const said = verdicts[result];
  const outcome = said.result === 'verified' ? said : { ...said, text };
  return { type: 'verdict', outcome: { change: of, ...outcome } };
}

export const accepted = { kind: 'accepted', invited: [] } as const;

/** A complete reading of a group that has these people, with their LIDs in the same order; the file wants them all. */
export function reading(
  people: readonly PersonKey[],
  rest: { group?: GroupId; isComplete?: boolean; lids?: readonly Lid[]; isRemembered?: true } = {},
): RunEvent {
  const { group = altos, isComplete = true, lids = [], isRemembered } = rest;
  const members = people.map((key, at) => {
    const lid = lids[at];
    const member = {
      key,
      phone: key as string as PhoneNumber,
      role: 'member',
      isOwner: false,
      ...(lid && { lid }),
      ...(isRemembered && { isRemembered }),
    } as const;
    return [key, member] as const;
  });
  const live: LiveGroup = {
    id: group,
    settings: {
      ...blankSettings,
      name: 'Altos',
      topic: 'Call +44 7700 900002',
    },
    people: new Map(members),
    unidentified: [],
    self: 'admin',
    kind: 'group',
    suspended: false,
    topicFrozen: false,
    peopleComplete: isComplete,
  };
  return { type: 'group-read', group, live, wanted: [ana, budi, citra, dewi] };
}

/** Adds of these people, about to be sent. */
export const add = (...keys: Parameters<typeof change>[1][]): Extract<RunEvent, { type: 'intent' }> => {
  const [first, ...rest] = keys.map((key) => change('add', key));
  if (!first) throw new Error('nobody to add');
  return { type: 'intent', step: [first, ...rest] };
};

/** What came of an intent. */
export const answer = (event: RunEvent, given: Extract<RunEvent, { type: 'answer' }>['answer']): RunEvent => {
  if (event.type !== 'intent') throw new Error('an answer is to an intent');
  return { type: 'answer', step: event.step, answer: given };
};
