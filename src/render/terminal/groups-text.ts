import type { Inline } from '../../safe/inline.ts';
import { escapeInline, join, say } from '../../safe/inline.ts';
import { listedGroupsLimit } from '../../domain/whatsapp-facts.ts';
import type {
  GoneView,
  GroupsView,
  LiveGroupView,
  UnreadView,
  WithoutIdView,
} from '../../view/onboarding/groups-view.ts';
import { tell } from '../../words/reason-words.ts';
import type { Words } from '../../words/words.ts';
import { findWidest, measure, pad, wrap } from '../columns.ts';
import { quotePlain } from '../plain-name.ts';
import type { Style, StyleOptions } from './style.ts';
import { makeStyle } from './style.ts';

/** Longer names have a line of their own, so that ids stand below one another. Columns. */
const widestName = 30;

/** The flag that shows ids which hold numbers. */
const showPhones = say`--show-phones`;

/** A group or file of the list, its texts ready. */
interface Entry {
  readonly name: Inline;
  /** Never broken, since it is there to be copied; '' where there is none to show. */
  readonly id: Inline;
  readonly about: Inline;
}

/** The list for a terminal or a log. Ends in a newline. */
export function renderGroups(view: GroupsView, words: Words, options: StyleOptions): string {
  const style = makeStyle(options);
  const own = words.groups;
  const blocks = [
    [
      ...wrap(own.summary(view.groups.length, escapeInline(view.account)), style.width),
      ...(view.isSandbox ? wrap(own.sandbox, style.width) : []),
    ],
    layEntries(
      view.groups.map((group) => toLive(group, words)),
      style,
    ),
    ...laySections(view, words, style),
    toNotes(view, words).flatMap((note) => wrap(note, style.width)),
  ];
  const lines = blocks
    .filter((block) => block.length > 0)
    .flatMap((block, at) => (at === 0 ? block : ['', ...block]));
  return `${lines.map((line) => style.adapt(line).trimEnd()).join('\n')}\n`;
}

function toLive(group: LiveGroupView, { groups: own }: Words): Entry {
  const { name, id, people, isWhole, role, kind, files } = group;
  const about = [
    own.people(people, isWhole),
    own.role[role],
    ...(kind === 'group' ? [] : [own.kind[kind]]),
    ...(files.length === 0 ? [own.noFile] : files.map((file) => escapeInline(file))),
    ...(id === undefined ? [own.hiddenId(showPhones)] : []),
  ];
  return { name: toName(name, own), id: escapeInline(id ?? ''), about: join(about, ', ') };
}

function toName(name: string, own: Words['groups']): Inline {
  return name === '' ? own.unnamed : quotePlain(name);
}

function laySections({ gone, withoutId, unread }: GroupsView, words: Words, style: Style): string[][] {
  const { headings } = words.groups;
  const lay = (heading: Inline, entries: readonly Entry[]) =>
    entries.length === 0
      ? []
      : [style.paint('strong', heading), ...entries.flatMap((each) => layFolded(each, style))];
  return [
    lay(
      headings.gone,
      gone.map((each) => toGone(each, words)),
    ),
    lay(
      headings.withoutId,
      withoutId.map((each) => toWithoutId(each, words)),
    ),
    lay(
      headings.unread,
      unread.map((each) => toUnread(each, words)),
    ),
  ];
}

function toGone(each: GoneView, { reasons }: Words): Entry {
  const about = tell(reasons.unreadable[each.reason].terminal, say``);
  return { name: toFile(each), id: escapeInline(each.id ?? ''), about };
}

function toWithoutId(each: WithoutIdView, { groups: own }: Words): Entry {
  return { name: toFile(each), id: say``, about: own.withoutId[each.isWrong ? 'wrong' : 'missing'] };
}

function toUnread({ id, files, text }: UnreadView, { groups: own }: Words): Entry {
  const names = files.map((file) => escapeInline(file));
  const name = files.length === 0 ? own.noFile : join(names, ', ');
  return { name, id: escapeInline(id ?? ''), about: escapeInline(text) };
}

/** A file, and what it calls its group. */
function toFile({ file, name }: WithoutIdView | GoneView): Inline {
  return name === undefined ? escapeInline(file) : join([escapeInline(file), quotePlain(name)], '  ');
}

function toNotes(view: GroupsView, { groups: own }: Words): Inline[] {
  const free = view.groups.filter(({ files }) => files.length === 0).length;
  return [
    ...(free === 0 ? [] : [own.toImport(free, say`rollcall import`)]),
    ...(view.isCut ? [own.cut(listedGroupsLimit)] : []),
    ...(view.hasMistakes ? [own.mistakes(say`rollcall validate`)] : []),
    ...(view.elsewhere === 0 ? [] : [own.elsewhere(view.elsewhere)]),
  ];
}

/** One line each, in columns, where that fits all of them; else what does not fit beside the name stands below it. */
function layEntries(entries: readonly Entry[], style: Style): string[] {
  const name = findWidest(
    entries.map((entry) => entry.name),
    widestName,
  );
  const id = findWidest(
    entries.map((entry) => entry.id),
    style.width,
  );
  const room = style.width - name - id - 4;
  const isTable = entries.every((entry) => measure(entry.about) <= room);
  return entries.flatMap((entry) => {
    if (!isTable) return layFolded(entry, style);
    const rest = `${style.paint('quiet', pad(entry.id, id))}  ${entry.about}`;
    return measure(entry.name) > name
      ? [...wrap(entry.name, style.width), `${' '.repeat(name)}  ${rest}`]
      : [`${pad(entry.name, name)}  ${rest}`];
  });
}

function layFolded({ name, id, about }: Entry, style: Style): string[] {
  return [
    ...wrap(name, style.width).map((line) => style.paint('strong', line)),
    ...(id === '' ? [] : [`  ${style.paint('quiet', id)}`]),
    ...wrap(about, style.width - 2).map((line) => `  ${line}`),
  ];
}
