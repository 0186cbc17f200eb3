import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Day, DesiredGroup } from '../domain/group.ts';
import type { ListEntry, Named } from './groups/list-entry.ts';
import type { Parsed } from './parse.ts';

/** All files, looked up: what can only be judged when everything is known. */
export interface Resolved {
  readonly parsed: Parsed;
  /** Of every list, and every word in them: made once, since several checks look at each. */
  readonly entries: readonly ListEntry[];
  readonly named: readonly Named[];
  /** The handles and the teams among those words. */
  readonly handles: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
  /** In the order of `parsed.groups`. */
  readonly groups: readonly DesiredGroup[];
  /** True for a day that has ended in the policy's time zone. */
  readonly isOver: (day: Day) => boolean;
}

/** Looks at everything and finds one kind of mistake. */
export type Check = (resolved: Resolved) => readonly Diagnostic[];
