import type { ToAscii } from '../config/people/made-handle.ts';
import type { GroupId, LiveGroup } from '../domain/group.ts';
import { identify, withShownLids } from '../planning/identity/who-is-who.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import { toKnowledge } from '../planning/plan-input.ts';
import { toFileName, toFree } from './file-name.ts';
import type { ImportedGroup } from './group-text.ts';
import { isMatch } from './match-name.ts';

/** A group that gets a file. */
export interface ChosenGroup {
  readonly live: LiveGroup;
  /** Without its ending. */
  readonly file: string;
  readonly observed?: ImportedGroup['observed'];
}

/** Which groups get a file, and why the others do not. */
export interface Choice {
  readonly chosen: readonly ChosenGroup[];
  readonly skipped: Readonly<Record<'hasFile' | 'notAdmin' | 'notMatched', number>>;
  /** Groups that could not be read, or not whole, and why; by a name where there is one. */
  readonly unread: readonly { readonly id: GroupId; readonly name: string; readonly reason?: string }[];
  /** Every group that was read, those with a file too, with everybody identified who can be. */
  readonly lives: readonly LiveGroup[];
  /** Those of them that have a file already. */
  readonly filed: readonly LiveGroup[];
}

/** Which groups are wanted. */
export interface Wanted {
  /** Those as well that the account is no admin of: they are only watched. */
  readonly all: boolean;
  /** Only groups whose name fits. */
  readonly match?: string | undefined;
}

interface Place {
  /** True for a name, without an ending and with one, that lies in the folder already, whatever its capitals. */
  readonly isTaken: (name: string) => boolean;
  readonly toAscii: ToAscii;
}

/** Chooses among all groups that were read, in the order of their names, so that files are called the same on every run. */
export function chooseGroups(input: PlanInput, wanted: Wanted, place: Place): Choice {
  const knowledge = toKnowledge(input);
  const known = new Set(input.organisation.groups.map(({ id }) => id));
  const readings = [...input.readings];
  const lives = readings.flatMap(([, reading]) =>
    reading.kind === 'read' ? withShownLids(identify(reading.group, knowledge), knowledge) : [],
  );
  const skipped = { hasFile: 0, notAdmin: 0, notMatched: 0 };
  const meant = lives.toSorted(compareGroups).filter((live) => {
    const why = known.has(live.id) ? 'hasFile' : whyNot(live, wanted);
    if (why !== undefined) skipped[why] += 1;
    return why === undefined;
  });
  const whole = meant.filter(({ peopleComplete }) => peopleComplete);
  const half = meant.filter(({ peopleComplete }) => !peopleComplete);
  const failed = readings.flatMap(([id, reading]) =>
    reading.kind === 'unreadable' && !known.has(id) ? { id, name: '', reason: reading.text } : [],
  );
  return {
    chosen: nameFiles(whole, place),
    skipped,
    unread: [...half.map(({ id, settings }) => ({ id, name: settings.name })), ...failed],
    lives,
    filed: lives.filter(({ id }) => known.has(id)),
  };
}

function whyNot({ self, settings }: LiveGroup, { all, match }: Wanted) {
  if (match !== undefined && !isMatch(settings.name, match)) return 'notMatched';
  return self === 'admin' || all ? undefined : 'notAdmin';
}

function compareGroups(a: LiveGroup, b: LiveGroup): number {
  return compare(a.settings.name, b.settings.name) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function nameFiles(groups: readonly LiveGroup[], { isTaken, toAscii }: Place): ChosenGroup[] {
  const names = new Set<string>();
  return groups.map((live) => {
    const name = toFileName(live.settings.name, live.id, toAscii);
    const file = toFree(name, (each) => names.has(each) || isTaken(each));
    names.add(file);
    const observed = whyObserved(live);
    return { live, file, ...(observed && { observed }) };
  });
}

/** What WhatsApp lets nobody manage as usual is watched, whoever is an admin there. */
function whyObserved({ kind, self }: LiveGroup): ImportedGroup['observed'] {
  if (kind !== 'group') return kind;
  return self === 'admin' ? undefined : 'notAdmin';
}
