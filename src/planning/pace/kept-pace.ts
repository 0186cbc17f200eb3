import type { Pace } from '../../domain/organisation.ts';
import { isSamePace } from '../../domain/organisation.ts';
import type { Past } from '../../domain/past.ts';
import { toStricterPace } from '../base/stricter.ts';

/** The pace that a run keeps. */
export interface KeptPace {
  readonly pace: Pace;
  /** The files allow a faster one, which does not count yet. */
  readonly isHeld: boolean;
}

/**
 * The slowest of what the files want and of what runs kept in the last day: whoever makes the pace faster gains nothing by
 * it for what is approved in the same pull request, however many runs it takes. Slower counts at once. `planned`: another
 * one to be slower than, if need be.
 */
export function toKeptPace(wanted: Pace, { paces }: Pick<Past, 'paces'>, planned = wanted): KeptPace {
  const pace = [...paces, planned].reduce((slowest, each) => toStricterPace(slowest, each), wanted);
  return { pace, isHeld: !isSamePace(pace, wanted) };
}
