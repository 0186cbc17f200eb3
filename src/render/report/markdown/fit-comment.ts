/**
 * Who gets room first: what is wrong with all of it, then everything that merging carries out, this pull request's own
 * before what others caused; then what nobody is asked to approve.
 */
export const ranks = {
  alerts: 0,
  waiting: 1,
  groups: 2,
  dates: 3,
  others: 4,
  asking: 5,
  people: 6,
  beside: 7,
} as const;

/** Something that can be said at more or less length. */
export interface Item {
  readonly text: string;
  /** With details, which nothing else gives way to. */
  readonly more?: string;
  /** So short that it says no more than that there is something. */
  readonly less?: string;
  /** Where not all find room, those with lower numbers take it first: the first of each kind before the second of any. */
  readonly turn?: number;
}

/** A part of a comment. Where it has no items, nothing of it stands there. */
export interface Part {
  /** What stands before the items. */
  readonly before: readonly string[];
  readonly items: readonly Item[];
  readonly after?: readonly string[];
  /** Between two items; paragraphs by default. */
  readonly between?: ' ' | '\n' | '\n\n' | '\n>\n';
  /** Directly before the first item. */
  readonly head?: string;
  /** What is said in the place of items that find no room, by where they stand among the items. */
  readonly toNote: (cut: readonly number[]) => string;
  /** Those with lower numbers take room first: one of `ranks`. */
  readonly rank: number;
  /** Characters that it may have even if those before it would take all. */
  readonly least?: number;
  /** Characters that it may not exceed, however much room there is. */
  readonly most?: number;
}

interface Fitted {
  readonly part: Part;
  readonly shown: readonly Item[];
  readonly note: string;
}

/** The parts in their order, together at most so many characters: by rank, whole items, and of the others their number. */
export function fitComment(parts: readonly Part[], room: number): string[] {
  const some = parts.filter(({ items }) => items.length > 0);
  let left = room - some.reduce((sum, part) => sum + toLeast(part), 0);
  const fitted = new Map<Part, Fitted>();
  for (const part of some.toSorted((one, other) => one.rank - other.rank)) {
    const { most = Number.POSITIVE_INFINITY } = part;
    const least = toLeast(part);
    const found = fit(part, Math.min(left + least, most));
    fitted.set(part, found);
    left += least - measure(toText(found));
  }
  return some.flatMap((part) => {
    const found = fitted.get(part);
    if (!found) return [];
    const longer = lengthen(found, left);
    left -= measure(toText(longer)) - measure(toText(found));
    const text = toText(longer);
    return text === '' ? [] : [text];
  });
}

/** Room for the number of its items at least. */
function toLeast(part: Part): number {
  const { items, least = 0, toNote } = part;
  return Math.max(least, measureFrame(part) + toNote([...items.keys()]).length);
}

function measureFrame({ before, head = '', after = [] }: Part): number {
  return [...before, head, ...after].join('\n\n').length + 4;
}

/** With the line between it and the next part. */
function measure(text: string): number {
  return text === '' ? 0 : text.length + 2;
}

function toText({ part, shown, note }: Fitted): string {
  const { before, head = '', after = [], between = '\n\n' } = part;
  const lines = [...shown.map(({ text }) => text), note].filter((line) => line !== '');
  const items = (head === '' ? lines : [head, ...lines]).join(between);
  return lines.length === 0 ? '' : [...before, items, ...after].join('\n\n');
}

function fit(part: Part, room: number): Fitted {
  const { items, between = '\n\n', toNote } = part;
  const frame = measureFrame(part);
  const note = toNote([...items.keys()]);
  const all = items.reduce((sum, { text }) => sum + text.length + between.length, 0);
  if (frame + all <= room) return { part, shown: items, note: '' };
  const whole = room - frame - note.length - between.length;
  // Where there is room to say of each that it is there, none takes that from another one by being long.
  const toOwn = ({ less }: Item) => (less === undefined ? 0 : less.length + between.length);
  const kept = items.reduce((sum, item) => sum + toOwn(item), 0);
  const isKept = kept <= whole;
  let left = isKept ? whole - kept : whole;
  const taken = new Map<number, Item>();
  // One that is too long takes no room from those behind it: nobody hides them by writing much.
  for (const [index, item] of inTurns(items)) {
    if (isKept) left += toOwn(item);
    const wanted = [item.text, item.less].find(
      (text) => text !== undefined && text.length + between.length <= left,
    );
    if (wanted === undefined) continue;
    left -= wanted.length + between.length;
    taken.set(index, wanted === item.text ? item : { text: wanted });
  }
  const shown = [...items.keys()].flatMap((index) => taken.get(index) ?? []);
  const cut = [...items.keys()].filter((index) => !taken.has(index));
  return { part, shown, note: cut.length > 0 ? toNote(cut) : '' };
}

/** Those whose turn it is, in the order in which they take room. */
function inTurns(items: readonly Item[]): (readonly [index: number, item: Item])[] {
  return [...items.entries()].toSorted(([, one], [, other]) => (one.turn ?? 0) - (other.turn ?? 0));
}

/** The first items with their details, as far as there is room left. */
function lengthen({ shown, ...fitted }: Fitted, room: number): Fitted {
  let left = room;
  const longer = shown.map((item): Item => {
    const { text, more = text } = item;
    const extra = more.length - text.length;
    if (extra <= 0 || extra > left) return item;
    left -= extra;
    return { text: more };
  });
  return { ...fitted, shown: longer };
}
