import type { GroupFile, PersonFile, WorldFile } from '../../src/sandbox/world-file.ts';
import { askOracle } from './oracle.ts';
import { toName } from './oracle/wanted.ts';
import type { RawFiles } from './raw-files.ts';
import type { WorldPair } from './worlds.ts';

/** What each pair should have often enough (docs/architecture.md#tests). */
export const traitNames = [
  'hidden LIDs',
  'two spellings',
  'stubs',
  'no admin rights',
  'privacy refusals',
  'silent refusals',
  'unregistered numbers',
] as const;

/** Which of them a pair has: not only somewhere in its world, but where an apply meets them. */
export function findTraits(pair: Pick<WorldPair, 'files' | 'world' | 'today'>): string[] {
  const { files, world, today } = pair;
  const managed = findManaged(files, world);
  const { due } = askOracle({ files, world, today, account: 'main' });
  const adds = due.filter(({ action }) => action === 'add').map(({ what }) => what);
  const touched = due.filter(({ action }) => action !== 'set').map(({ what }) => what);
  const has = (names: readonly string[], is: (person: PersonFile) => boolean) =>
    world.people.some((person) => names.includes(toName(person.pn)) && is(person));
  const holds: Record<(typeof traitNames)[number], boolean> = {
    'hidden LIDs': managed.some(({ members }) => members.some(({ hidden }) => hidden)),
    'two spellings': managed.some((group) => hasOtherSpelling(group, files)),
    stubs: managed.some(({ stub }) => stub),
    'no admin rights': managed.some((group) => !isAdministered(group)),
    'privacy refusals': has(adds, ({ privacy }) => privacy === 'invite'),
    'silent refusals': has(
      adds,
      ({ privacy, recently_left: left }) => left !== undefined || isSilent(privacy),
    ),
    'unregistered numbers': has(touched, ({ registered }) => registered === false),
  };
  return traitNames.filter((name) => holds[name]);
}

/** The world's groups that the files of the account are about. */
export function findManaged({ groups }: RawFiles, world: WorldFile): GroupFile[] {
  const own = Object.values(groups).filter(({ account }) => (account ?? 'main') === 'main');
  return world.groups.filter(({ id }) => own.some((file) => file.id === `${id}@g.us`));
}

function isSilent(privacy: PersonFile['privacy']): boolean {
  return privacy === 'blocked' || privacy === 'legal';
}

function isAdministered({ members }: GroupFile): boolean {
  return members.some(({ pn, role }) => pn === '447700900001' && role !== undefined);
}

/** True where a member whom the files know is spelt in another way there; `code`: in one of these countries. */
export function hasOtherSpelling({ members }: GroupFile, { people }: RawFiles, codes = /^/): boolean {
  const written = Object.values(people.people).map((number) => number.slice(1));
  return members.some(
    ({ pn }) => codes.test(pn) && written.some((number) => number !== pn && toName(number) === toName(pn)),
  );
}
