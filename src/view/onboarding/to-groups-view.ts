import type { GroupId, LiveGroup, Reading } from '../../domain/group.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import { listedGroupsLimit } from '../../domain/whatsapp-facts.ts';
import { escapeTerminal } from '../../safe/escape.ts';
import { toVisibleId } from '../../safe/labels.ts';
import { maskPhone } from '../../safe/mask.ts';
import type { GoneView, GroupsView, LiveGroupView, UnreadView } from './groups-view.ts';

/** A file of a group, as far as it could be read. */
export interface GroupFile {
  /** As the user would type it: "groups/choir/altos.yaml". */
  readonly file: string;
  readonly id?: GroupId;
  /** There is an `id`, whatever it is. */
  readonly hasId: boolean;
  readonly name?: string;
  /** False: another account acts on it. */
  readonly isOwn: boolean;
}

/** What was read, of whom, and what the files say. */
export interface GroupsInput {
  readonly own: PhoneNumber;
  readonly isSandbox: boolean;
  /** The ids in the server's list. */
  readonly listed: readonly GroupId[];
  /** Of those in the list and of those in the account's files. */
  readonly readings: ReadonlyMap<GroupId, Reading>;
  readonly files: readonly GroupFile[];
  readonly hasMistakes: boolean;
  /** Ids are shown whole, legacy ones too; on a terminal only. */
  readonly showPhones: boolean;
}

/** Every live group with its file, every file with what became of its group. */
export function toGroupsView(input: GroupsInput): GroupsView {
  const { own, isSandbox, listed, readings, files, hasMistakes } = input;
  const filesOf = groupFiles(files);
  const toId = (id: GroupId) => (input.showPhones ? id : toVisibleId(id));
  const groups: LiveGroupView[] = [];
  const unread: UnreadView[] = [];
  for (const [id, reading] of readings) {
    const shown = { ...withId(toId(id)), files: filesOf.get(id) ?? [] };
    if (reading.kind === 'read') groups.push({ ...toLive(reading.group, own), ...shown });
    else if (reading.reason === 'failed' || !filesOf.has(id))
      unread.push({ ...shown, text: escapeTerminal(reading.text) });
  }
  return {
    account: maskPhone(own),
    isSandbox,
    groups: groups.toSorted((a, b) => compare(a.name, b.name) || compare(a.id ?? '', b.id ?? '')),
    gone: findGone(input, toId),
    withoutId: files
      .filter(({ id }) => id === undefined)
      .map((each) => ({ ...toFile(each), isWrong: each.hasId })),
    unread,
    isCut: listed.length >= listedGroupsLimit,
    hasMistakes,
    elsewhere: files.filter(({ isOwn }) => !isOwn).length,
  };
}

type Files = LiveGroupView['files'];

function groupFiles(files: readonly GroupFile[]): ReadonlyMap<GroupId, Files> {
  const found = new Map<GroupId, Files>();
  for (const { id, file } of files)
    if (id !== undefined) found.set(id, [...(found.get(id) ?? []), escapeTerminal(file)]);
  return found;
}

function toLive(group: LiveGroup, own: PhoneNumber): Omit<LiveGroupView, 'id' | 'files'> {
  const { settings, people, unidentified, self, kind, peopleComplete } = group;
  return {
    name: escapeTerminal(settings.name),
    people: people.size + unidentified.length,
    isWhole: peopleComplete,
    role: people.get(toPersonKey(own))?.isOwner ? 'owner' : self,
    kind,
  };
}

function findGone(
  { files, readings }: GroupsInput,
  toId: (id: GroupId) => string | undefined,
): readonly GoneView[] {
  return files.flatMap((each) => {
    const reading = each.isOwn && each.id !== undefined ? readings.get(each.id) : undefined;
    if (!each.id || reading?.kind !== 'unreadable' || reading.reason === 'failed') return [];
    return [{ ...toFile(each), ...withId(toId(each.id)), reason: reading.reason }];
  });
}

function toFile({ file, name }: GroupFile) {
  return { file: escapeTerminal(file), ...(name !== undefined && { name: escapeTerminal(name) }) };
}

function withId(id: string | undefined): { readonly id?: string } {
  return id === undefined ? {} : { id };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
