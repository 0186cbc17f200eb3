import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How large an organisation is made. */
export interface Size {
  readonly groups: number;
  /** In each group, the account among them. */
  readonly members: number;
}

/** The account that all groups of the bench belong to. */
const account = '+44 7700 900001';

/** So many people have a handle; each of them is in six groups or more. A file of more of them would be too large. */
export function countHandles({ groups }: Pick<Size, 'groups'>): number {
  return Math.min(10_000, groups * 20);
}

/**
 * Writes the files of an organisation, always the same for one size. Of a group's members every other one is named by
 * handle, as somebody who is in many groups, and the others by a number that stands in no other file: the dear case,
 * since nothing about them can be remembered from another group. `edit` changes a group before it is written.
 */
export async function writeOrganisation(
  folder: string,
  { groups, members }: Size,
  edit: (group: GroupText) => GroupText = (group) => group,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '_policy.yaml'), policy);
  await writeFile(join(folder, '_people.yaml'), toPeople(countHandles({ groups })));
  for (let index = 0; index < groups; index += 1) {
    const name = `class-${toDigits(index, 4)}.yaml`;
    await writeFile(join(folder, name), toText(edit(toGroup(index, { groups, members }))));
  }
}

/** One group's file before it is text; `members` and `admins` are entries as they stand in it. */
export interface GroupText {
  readonly index: number;
  readonly name: string;
  readonly topic: string;
  readonly announce: boolean;
  readonly locked: boolean;
  readonly disappearing: 'off' | '7d';
  readonly members: readonly string[];
  readonly admins: readonly string[];
}

const policy = `account: "${account}"
timezone: Europe/London
manage: exact
limits:
  removals: { group: 100%, floor: 1000, run: 100000 }
  demotions: { group: 1000, run: 100000 }
  promotions: { group: 1000, run: 100000 }
  adds: { group: 1000, run: 100000 }
  admins: { min: 0 }
`;

function toPeople(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => `  ${toHandle(index)}: "${toNumber(index)}"\n`);
  return `people:\n${lines.join('')}`;
}

function toGroup(index: number, size: Size): GroupText {
  const handles = countHandles(size);
  const entries = Array.from({ length: size.members - 1 }, (_, place) =>
    place % 2 === 0
      ? toHandle((index * 20 + place / 2) % handles)
      : `"${toNumber(handles + index * size.members + place)}"`,
  );
  return {
    index,
    name: `Class ${toDigits(index, 4)}`,
    topic: `Homework, trips and lost property.\n  Questions about class ${index} go to its teacher.`,
    announce: false,
    locked: true,
    disappearing: 'off',
    members: entries,
    admins: entries.slice(0, 3),
  };
}

function toText({ index, name, topic, announce, locked, disappearing, members, admins }: GroupText): string {
  return [
    `id: ${toId(index)}`,
    `name: ${name}`,
    `topic: |\n  ${topic}`,
    `announce: ${announce}`,
    `locked: ${locked}`,
    `disappearing: ${disappearing}`,
    'members:',
    ...members.map((entry) => `  - ${entry}`),
    `admins: [${admins.join(', ')}]`,
    '',
  ].join('\n');
}

/** The id of the group with this index. */
export function toId(index: number): string {
  return `120363${toDigits(index, 12)}@g.us`;
}

/** The handle of one of the people that `_people.yaml` has. */
export function toHandle(index: number): string {
  return `person-${toDigits(index, 5)}`;
}

/** A number of Brazil's area code 20, which is not in use. */
function toNumber(index: number): string {
  const digits = toDigits(index, 8);
  return `+55 20 9${digits.slice(0, 4)}-${digits.slice(4)}`;
}

function toDigits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
