import type { GroupFile, PersonFile, WorldFile } from '../../src/sandbox/world-file.ts';
import { askOracle } from './oracle.ts';
import { findCases, lookUp } from './oracle/look-up.ts';
import { toName, toWanted } from './oracle/wanted.ts';
import { difference, intersection, none } from './sets.ts';
import type { RawFiles, RawGroup } from './raw-files.ts';
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
  'listed people who ask to join',
  'others who ask to join',
  'requests by a LID alone',
  'requests twice or taken back',
  'new-members: invite',
  'by: invite',
  'links to renew',
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
    ...findAskers(pair),
    ...findByLink(pair),
  };
  return traitNames.filter((name) => holds[name]);
}

/** Who comes by the link, and whose link is renewed. */
function findByLink({ files, world, today }: Pick<WorldPair, 'files' | 'world' | 'today'>) {
  const question = { files, world, today, account: 'main' };
  const { invited, due } = askOracle(question);
  const isByInvite = (file: RawGroup) => toWanted(file, question).invitedOnly;
  const groups = Object.values(files.groups);
  return {
    'new-members: invite': invited.some(({ group, what }) => {
      const file = groups.find(({ id }) => id === `${group}@g.us`);
      return file !== undefined && !isByInvite(file).has(what);
    }),
    'by: invite': groups.some((file) => isByInvite(file).size > 0),
    'links to renew': due.some(({ what }) => what === 'link'),
  };
}

/** What stands at the doors of the groups in which somebody may say yes. */
function findAskers({ files, world, today }: Pick<WorldPair, 'files' | 'world' | 'today'>) {
  const question = { files, world, today, account: 'main' };
  const cases = findCases(question, lookUp(question)).filter(
    ({ asking }) => asking.people.size > 0 || asking.hides,
  );
  const first = findCases(question, { told: new Map(), denied: none, asked: 0 });
  const requests = cases.flatMap(({ group }) => group.requests ?? []);
  const isListed = ({ asking, wanted }: (typeof cases)[number]) =>
    intersection(new Set(asking.people.keys()), wanted.members).size > 0;
  const isOther = ({ asking, wanted }: (typeof cases)[number]) =>
    difference(new Set(asking.people.keys()), wanted.members).size > 0;
  return {
    'listed people who ask to join': cases.some(isListed),
    'others who ask to join': cases.some(isOther),
    'requests by a LID alone': first.some(({ asking }) => asking.hides),
    'requests twice or taken back':
      new Set(requests.map(({ pn }) => pn)).size < requests.length ||
      requests.some(({ withdrawn_after: count }) => count !== undefined),
  };
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
