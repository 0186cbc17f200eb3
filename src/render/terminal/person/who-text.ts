import type { Inline } from '../../../safe/inline.ts';
import { escapeInline, join, say } from '../../../safe/inline.ts';
import type { DesiredView, WayView, WhoGroupView, WhoView } from '../../../view/person/to-who-view.ts';
import type { Words } from '../../../words/words.ts';
import type { Row } from '../rows.ts';
import { layRows } from '../rows.ts';
import type { StyleOptions } from '../style.ts';
import { makeStyle } from '../style.ts';

/** Where somebody is, for a terminal or a log: a heading a group, what the files say below it, and what is. Ends in a newline. */
export function renderWho(view: WhoView, words: Words, options: StyleOptions): string {
  const style = makeStyle(options);
  const { who } = words.person;
  const { groups, isLive, isSandbox, isProtected, isAccount, unread, elsewhere } = view;
  const rows: readonly Row[] = [
    toHead(view.person),
    ...lines(isProtected && who.protected, isAccount && who.account),
    ...groups.flatMap((group) => [{ kind: 'blank' } as const, ...toRows(group, words)]),
    { kind: 'blank' },
    ...lines(
      groups.length === 0 && who.nowhere,
      unread.length > 0 && who.unread(join(unread.map(escapeInline), ', ')),
      elsewhere > 0 && who.elsewhere(elsewhere),
      !isLive && who.filesOnly,
      isSandbox && who.sandbox,
    ),
  ];
  const text = layRows(rows, style).map((line) => line.trimEnd());
  return `${text.join('\n').trimEnd()}\n`;
}

function lines(...texts: readonly (Inline | false)[]): readonly Row[] {
  return texts.flatMap((text): Row[] =>
    text === false ? [] : [{ kind: 'line', tone: 'quiet', text, depth: 0 }],
  );
}

/** "Ana Prescott (ana)", and the number that nobody can use. */
function toHead({ label, handle, number, lid }: WhoView['person']): Row {
  const isNamed = handle === undefined || label.includes(handle);
  const name = isNamed ? label : `${label} (${handle})`;
  const isOwn = label === number || label === `lid:${lid}`;
  const more = [...(isOwn || !number ? [] : [number]), ...(isOwn || !lid ? [] : [`lid:${lid}`])];
  return { kind: 'heading', text: name, file: more.join('  ') };
}

function toRows({ file, name, desired, live }: WhoGroupView, words: Words): readonly Row[] {
  const { who } = words.person;
  const heading: Row =
    name === '' ? { kind: 'heading', text: file, file: '' } : { kind: 'heading', text: name, file };
  const rows: Row[] = [heading, toFilesRow(desired, words)];
  if (!live) return rows;
  const isThere = live.kind === 'there';
  const notes = isThere ? [...(live.isOwner ? [who.owner] : []), ...(live.isHidden ? [who.hidden] : [])] : [];
  const text = isThere ? who.roles[live.role] : who.live[live.kind];
  const tone = isThere ? 'good' : 'plain';
  return [
    ...rows,
    { kind: 'columns', sign: 'item', tone, label: who.labels.live, text, note: join(notes, ', ') },
  ];
}

function toFilesRow(desired: DesiredView | undefined, words: Words): Row {
  const { labels, roles, notListed } = words.person.who;
  return {
    kind: 'columns',
    sign: 'item',
    tone: 'plain',
    label: labels.files,
    text: desired ? roles[desired.role] : notListed,
    note: desired ? toNote(desired, words) : '',
  };
}

function toNote(desired: DesiredView, { person: { who }, terminal, day }: Words): Inline {
  const { from, until, adminFrom, adminUntil, byInvite, readd, manage, ways } = desired;
  const toPlace = ({ file, line }: WayView) =>
    file === undefined ? terminal.line(line) : escapeInline(`${file}:${line}`);
  const on = (date: string | undefined, spell: (day: Inline) => Inline) =>
    date === undefined ? [] : [spell(day(date))];
  return join(
    [
      ...ways.map((way) => who.way(escapeInline(way.text), way.list, toPlace(way))),
      ...on(from, who.from),
      ...on(until, who.until),
      ...on(adminFrom, who.adminFrom),
      ...on(adminUntil, who.adminUntil),
      ...on(readd, who.readd),
      ...(byInvite ? [who.byInvite] : []),
      ...(manage === 'exact' ? [] : [say`manage: ${escapeInline(manage)}`]),
    ],
    '; ',
  );
}
