import { createPacer } from '../../src/apply/pace.ts';
import type { Pacer } from '../../src/apply/pace.ts';
import type { ApplyRun } from '../../src/apply/run.ts';
import type { Change, Step } from '../../src/domain/plan/change.ts';
import type { RunEvent } from '../../src/domain/event.ts';
import type { Answer } from '../../src/domain/gateway.ts';
import type { LiveGroup, Reading } from '../../src/domain/group.ts';
import type { Stop } from '../../src/domain/plan/outcome.ts';
import { noPast } from '../../src/domain/past.ts';
import type { PhoneNumber } from '../../src/domain/people/person.ts';
import type { KnownGroup } from '../../src/domain/plan/plan.ts';
import { planGroup } from '../../src/planning/plan-groups.ts';
import { simulate } from '../../src/planning/simulate.ts';
import {
  account,
  altos,
  desiredGroup,
  liveGroup,
  noLimits,
  noon,
  pace,
  planInput,
  say,
} from '../support/choir.ts';

export const accepted: Answer = { kind: 'accepted', invited: [] };
export const unknown: Answer = { kind: 'unknown', text: 'no answer' };
export const limited: Stop = { kind: 'stop', code: 'rate-limited', text: 'rate-overlimit' };

export function rejected(code: Extract<Answer, { kind: 'rejected' }>['code']): Answer {
  return { kind: 'rejected', code, text: `refused: ${code}` };
}

export interface StageOptions {
  readonly desired?: KnownGroup;
  /** The group before the run. */
  readonly live?: LiveGroup;
  /** What a request is answered with; accepted unless told otherwise. What is accepted takes effect. */
  readonly answer?: (step: Step, nth: number) => Answer;
  /** What happens to the group besides, by how many requests have been sent. */
  readonly meanwhile?: (live: LiveGroup, sent: number) => LiveGroup;
  /** Who is on WhatsApp, asked for the nth time, counted from 0; everybody unless told otherwise. */
  readonly isRegistered?: (phone: PhoneNumber, nth: number) => boolean;
  readonly reading?: (group: LiveGroup) => Reading;
  readonly run?: Partial<ApplyRun>;
  /** Called with every line of the log before what it tells of goes on. */
  readonly onEvent?: (line: string, run: ApplyRun) => void;
  readonly limits?: typeof noLimits;
}

/** A run about one group that is kept in memory, and what it did, in its order. */
export interface ApplyStage {
  readonly run: ApplyRun;
  /** "intent add 2, add 3", "send …", "accepted", "pause 5500", "read", "ask 2", "found 2 no". */
  readonly log: string[];
  readonly desired: KnownGroup;
  /** What the plan of the group as it is asks for. */
  changes(): readonly Change[];
  live(): LiveGroup;
}

function tell(event: RunEvent): string | undefined {
  switch (event.type) {
    case 'intent':
      return `intent ${event.step.map(say).join(', ')}`;
    case 'answer':
      return event.answer.kind === 'rejected' || event.answer.kind === 'stop'
        ? event.answer.code
        : event.answer.kind;
    case 'pause':
      return `pause ${event.milliseconds}`;
    case 'found':
      return `found ${toShort(event.phone)} ${event.isRegistered ? 'yes' : 'no'}`;
    case 'stopped':
      return `stopped ${event.stop.code}`;
    default:
      return undefined;
  }
}

function toShort(phone: PhoneNumber): string {
  return phone === account.phone ? 'own' : String(Number(phone.slice(-6)) - 900_000);
}

/** Whatever time passes is asked for by `sleep`. */
function createClock() {
  let now = noon;
  return {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

export function createApplyStage(options: StageOptions = {}): ApplyStage {
  const { desired = desiredGroup(), answer = () => accepted, isRegistered = () => true } = options;
  const { meanwhile = (group) => group, limits = noLimits } = options;
  let live = options.live ?? liveGroup();
  let sent = 0;
  const asked = new Map<PhoneNumber, number>();
  const log: string[] = [];
  const note = (line: string | undefined) => {
    if (line === undefined) return;
    log.push(line);
    options.onEvent?.(line, run);
  };
  const toReading = (): Reading => options.reading?.(live) ?? { kind: 'read', group: live };
  const clock = createClock();
  const pacer: Pacer = createPacer({ pace, past: noPast, clock, random: () => 0.5 });
  const run: ApplyRun = {
    input: planInput([[desired, live]], {}, { limits }),
    readAt: noon,
    own: account.phone,
    registered: new Map(),
    paceSpent: false,
    lookupsLeft: 20,
    lookups: 20,
    pacer,
    clock,
    signal: new AbortController().signal,
    readingEnded: () => undefined,
    record: async (event) => note(tell(event)),
    reader: {
      readGroups: async () => {
        note('read');
        return new Map([[altos, toReading()]]);
      },
      isRegistered: async (phone) => {
        note(`ask ${toShort(phone)}`);
        const nth = asked.get(phone) ?? 0;
        asked.set(phone, nth + 1);
        return isRegistered(phone, nth);
      },
      findLid: async () => ({ kind: 'none' }),
      readRequests: async () => live.requests ?? [],
    },
    writer: {
      send: async (step) => {
        note(`send ${step.map(say).join(', ')}`);
        const said = answer(step, sent);
        sent += 1;
        if (said.kind === 'accepted') live = simulate(live, step);
        live = meanwhile(live, sent);
        return said;
      },
    },
    ...options.run,
  };
  return {
    run,
    log,
    desired,
    changes: () => planGroup(desired, { kind: 'read', group: live }, run.input).changes,
    live: () => live,
  };
}

/** What was sent, without the word. */
export function findSent(log: readonly string[]): string[] {
  return log.filter((line) => line.startsWith('send ')).map((line) => line.slice('send '.length));
}
