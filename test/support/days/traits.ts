import type { GroupFile, WorldFile } from '../../../src/sandbox/world-file.ts';
import { askOracle } from '../oracle.ts';
import { isReadable } from '../oracle/seen.ts';
import type { Question } from '../oracle/question.ts';
import { toName, toWanted } from '../oracle/wanted.ts';
import type { RawFiles } from '../raw-files.ts';
import { findManaged, hasOtherSpelling } from '../traits.ts';
import { findComing } from './coming.ts';
import type { News } from './news.ts';
import { tellNews } from './news.ts';
import type { Story } from './story.ts';

/** What stories over several days should have often enough. */
export const storyTraitNames = [
  'numbers that changed behind a LID',
  'hidden members known from earlier days',
  'listed people who left',
  'dates that passed',
  'dates to come',
  'people who come on a day',
  'people who came before their day',
  'dates prolonged or shortened',
  'edited ids',
  'limits or protection loosened',
  'unreadable groups',
  'African spellings',
] as const;

/** What shows when it is played: somebody approved the making of a group, or did not; and its answer was lost, or a no. */
export const playedTraitNames = [
  'creations approved',
  'creations not approved',
  'creations in trouble',
] as const;

/** Which of them a story has, where a plan or an apply meets them. */
export function findStoryTraits(story: Story): string[] {
  const { before, files, news, today, edited, later } = story;
  const world = tellNews(before.world, news);
  const question = { files, world, today, account: 'main' };
  const days = [
    { world: before.world, files: before.files },
    { world, files },
    ...later.map((one) => ({ world: tellNews(world, one.news), files: one.files })),
  ];
  const told = [
    { ...days[0], news },
    ...later.map((one, at) => ({ ...days[at + 1], news: one.news })),
  ] as readonly Told[];
  const holds: Record<(typeof storyTraitNames)[number], boolean> = {
    'numbers that changed behind a LID': told.some((one) => meets(one, 'changed-number', today)),
    'hidden members known from earlier days': told.some((one) => meets(one, 'hid', today)),
    'listed people who left': told.some((one) => meets(one, 'left', today)),
    'dates that passed': askOracle(question).due.some(({ until }) => until !== undefined),
    'dates to come': findComing(question).some(
      ({ group, what, until }) => until !== undefined && isMember(world, group, what),
    ),
    'people who come on a day': findComing(question).some(
      ({ group, what, from }) => from !== undefined && !isMember(world, group, what),
    ),
    'people who came before their day': findComing(question).some(
      ({ group, what, from }) => from !== undefined && isMember(world, group, what),
    ),
    'dates prolonged or shortened': days.some((one) => toDates(one.files) !== toDates(before.files)),
    'edited ids': (edited?.size ?? 0) > 0,
    'limits or protection loosened': JSON.stringify(before.files.policy) !== JSON.stringify(files.policy),
    'unreadable groups': days.some((one) => hasUnreadable({ ...question, ...one })),
    'African spellings': days.some((one) =>
      findManaged(one.files, one.world).some((group) => hasOtherSpelling(group, one.files, /^22/)),
    ),
  };
  return storyTraitNames.filter((name) => holds[name]);
}

interface Told {
  /** As they were before the news. */
  readonly world: WorldFile;
  readonly files: RawFiles;
  readonly news: readonly News[];
}

/** True where it happens to somebody in a group whose file wants them there. */
function meets({ world, files, news }: Told, kind: News['kind'], today: string): boolean {
  const question = { files, world, today, account: 'main' };
  return news.some((one) => {
    if (one.kind !== kind || !('pn' in one)) return false;
    const groups = findManaged(files, world).filter(({ id }) => !('group' in one) || one.group === id);
    return groups.some(
      (group) => isMember(world, group.id, toName(one.pn)) && isWanted(group, one.pn, question),
    );
  });
}

function isWanted({ id }: GroupFile, pn: string, question: Question): boolean {
  const file = Object.values(question.files.groups).find((one) => one.id === `${id}@g.us`);
  return file !== undefined && toWanted(file, question).named.has(toName(pn));
}

function isMember({ groups }: WorldFile, id: string, name: string): boolean {
  return groups.some((group) => group.id === id && group.members.some(({ pn }) => toName(pn) === name));
}

/** Every date of the lists, in a text that two sets of files can be compared by. */
function toDates({ groups }: RawFiles): string {
  const entries = Object.values(groups).flatMap(({ members = [], admins = [] }) => [...members, ...admins]);
  return JSON.stringify(
    entries.map((entry) => (typeof entry === 'string' ? '' : [entry.from, entry.until].join())).toSorted(),
  );
}

function hasUnreadable(question: Question): boolean {
  const { files, world } = question;
  const own = Object.values(files.groups).filter(({ id, account }) => id && (account ?? 'main') === 'main');
  const managed = findManaged(files, world);
  return managed.length < own.length || managed.some((group) => !isReadable(group, question));
}
