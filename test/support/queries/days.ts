import { drawPicture } from '../../photo/pictures.ts';

/** What lies below `groups/`: texts and pictures by their path. */
export type DayFiles = Readonly<Record<string, string | Buffer>>;

/** One group in which something is to be done: so many people a kind of change. */
export interface Touched {
  readonly adds?: number;
  readonly removals?: number;
  readonly photo?: true;
}

/** A day in the life of an organisation: its files as they were and as they are now, and what that makes of its groups. */
export interface Day {
  readonly name: string;
  readonly before: DayFiles;
  readonly after: DayFiles;
  /** The groups that change; no other one does. */
  readonly touched: readonly Touched[];
}

/** The five days that the bench counts queries of; the last one is of so many groups with photos. */
export async function makeDays(withPhotos = 300): Promise<readonly Day[]> {
  return [nothing(), oneInThree(), classOf30(), numberChange(), await photosToo(withPhotos)];
}

function nothing(): Day {
  const files = writeFiles(30);
  return { name: 'nothing to do, 30 groups', before: files, after: files, touched: [] };
}

function oneInThree(): Day {
  return {
    name: 'one person joins three groups',
    before: writeFiles(30),
    after: writeFiles(30, { more: inThree('newcomer') }),
    touched: [{ adds: 1 }, { adds: 1 }, { adds: 1 }],
  };
}

function classOf30(): Day {
  const pupils = Array.from({ length: 30 }, (_, index) => `pupil-${index}`);
  return {
    name: 'a class of 30 joins its group',
    before: writeFiles(30),
    after: writeFiles(30, { more: (index) => (index === 0 ? pupils : []) }),
    touched: [{ adds: 30 }],
  };
}

/** Somebody who is in three groups has another number behind the same handle. */
function numberChange(): Day {
  const more = inThree('mover');
  return {
    name: 'one number changes, in three groups',
    before: writeFiles(30, { more }),
    after: writeFiles(30, { more, mover: '+55 20 98123-4567' }),
    touched: [1, 2, 3].map(() => ({ adds: 1, removals: 1 })),
  };
}

/** Whose photos a run has verified in the morning; three of them get another one. */
async function photosToo(groups: number): Promise<Day> {
  const [old, fresh] = await Promise.all([drawPicture(320), drawPicture(320, 320, '#145a32')]);
  const pictures = { 'photos/old.png': old, 'photos/new.png': fresh };
  return {
    name: `${groups} groups with photos, 3 get another`,
    before: { ...writeFiles(groups, { photo: () => 'photos/old.png' }), ...pictures },
    after: { ...writeFiles(groups, { photo: toChanged }), ...pictures },
    touched: [1, 2, 3].map(() => ({ photo: true as const })),
  };
}

const inThree = (handle: string) => (index: number) => (index < 3 ? [handle] : []);

const toChanged = (index: number) => (index < 3 ? 'photos/new.png' : 'photos/old.png');

interface Variation {
  /** Handles besides those that every group has. */
  readonly more?: (index: number) => readonly string[];
  readonly mover?: string;
  readonly photo?: (index: number) => string;
}

const policy = `account: "+44 7700 900001"
timezone: Europe/London
manage: exact
`;

function writeFiles(groups: number, { more, mover = '+55 20 97777-0001', photo }: Variation = {}): DayFiles {
  const pupils = Array.from({ length: 30 }, (_, index) => [`pupil-${index}`, toNumber(1000 + index)]);
  const residents = Array.from({ length: groups + 10 }, (_, index) => [
    `resident-${index}`,
    toNumber(2000 + index),
  ]);
  const people = [['newcomer', toNumber(1)], ['mover', mover], ...pupils, ...residents];
  const texts = Array.from({ length: groups }, (_, index): [string, string] => {
    const members = Array.from({ length: 8 }, (__, place) => `resident-${index + place}`);
    return [
      `group-${index}.yaml`,
      [
        `id: 120363${String(index).padStart(12, '0')}@g.us`,
        `name: Group ${index}`,
        ...(photo ? [`photo: ${photo(index)}`] : []),
        `members: [${[...members, ...(more?.(index) ?? [])].join(', ')}]`,
        `admins: [resident-${index}]`,
        '',
      ].join('\n'),
    ];
  });
  return {
    '_policy.yaml': policy,
    '_people.yaml': `people:\n${people.map(([handle, phone]) => `  ${handle}: "${phone}"\n`).join('')}`,
    ...Object.fromEntries(texts),
  };
}

/** A number of Brazil's area code 20, which is not in use. */
function toNumber(index: number): string {
  return `+55 20 9${String(6000 + Math.floor(index / 10_000))}-${String(index % 10_000).padStart(4, '0')}`;
}
