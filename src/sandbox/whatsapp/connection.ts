import { DeadlineExceeded, LineDropped, QueryRefusal } from './refusal.ts';
import type { Faults, QueryFault } from '../faults.ts';
import type { WorldState } from './state.ts';

/** Who asks: the number of the account. */
export interface Asker {
  readonly pn: string;
}

/**
 * One info query: what is written into the log and matched by faults, and what WhatsApp does with
 * it. `carryOut` throws {@link QueryRefusal} where WhatsApp refuses the whole of it.
 */
export interface Query<T> {
  readonly xmlns: string;
  readonly type: 'get' | 'set';
  readonly tag: string;
  /** The JID the query is about, `''` if none. */
  readonly to: string;
  readonly carryOut: (world: WorldState, asker: Asker) => T;
}

/** What the line tells GOWA besides answers. */
export interface LineEvents {
  /** WhatsApp ended the session (docs/gowa.md#t15). */
  loggedOut(): void;
  /** The line dropped (docs/gowa.md#s43). */
  dropped(): void;
}

/** One account's line to WhatsApp. */
export interface Connection {
  /**
   * Asks, and waits no longer than `deadline` (milliseconds since 1970). Throws QueryRefusal,
   * LineDropped or DeadlineExceeded.
   */
  send<T>(query: Query<T>, deadline: number): Promise<T>;
}

/** Returns the line of `asker`; `log` gets `namespace type tag` of every query. */
export function createConnection(
  world: WorldState,
  faults: Faults,
  asker: Asker,
  log: (entry: string) => void,
  events: LineEvents,
): Connection {
  const { clock } = world;
  const wait = async (milliseconds: number, deadline: number): Promise<void> => {
    const left = deadline - clock.now();
    await clock.sleep(Math.min(milliseconds, Math.max(0, left)));
    if (milliseconds > left) throw new DeadlineExceeded();
  };
  return {
    send: async (query, deadline) => {
      log(`${query.xmlns} ${query.type} ${query.tag}`);
      const fault = faults.forQuery(query, clock.now());
      if (fault === undefined) return await answer(query, deadline);
      const answered = fault.effect === true ? tryOut(query, world, asker) : undefined;
      if (fault.delay !== undefined) await wait(fault.delay, deadline);
      return await spoil(fault, query, answered, deadline);
    },
  };

  async function answer<T>(query: Query<T>, deadline: number): Promise<T> {
    try {
      return query.carryOut(world, asker);
    } catch (error) {
      if (!(error instanceof NeverAnswered)) throw error;
      await wait(Infinity, deadline);
      throw new DeadlineExceeded();
    }
  }

  async function spoil<T>(
    fault: QueryFault,
    query: Query<T>,
    answered: Outcome<T> | undefined,
    deadline: number,
  ): Promise<T> {
    if (fault.code !== undefined)
      throw new QueryRefusal(fault.code, fault.text === '' ? undefined : fault.text);
    if (fault.do === 'hang') await wait(Infinity, deadline);
    if (fault.do === 'disconnect') events.dropped();
    if (fault.do === 'logout') events.loggedOut();
    if (fault.do === 'disconnect' || (fault.do === 'logout' && answered === undefined))
      throw new LineDropped();
    if (answered === undefined) return await answer(query, deadline);
    if ('error' in answered) throw answered.error;
    return answered.value;
  }
}

/** Thrown by a query that WhatsApp leaves without an answer. */
export class NeverAnswered extends Error {
  override readonly name = 'NeverAnswered';
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

function tryOut<T>(query: Query<T>, world: WorldState, asker: Asker): Outcome<T> {
  try {
    return { value: query.carryOut(world, asker) };
  } catch (error) {
    return { error };
  }
}
