import type { Parsed } from '../../config/parse.ts';
import type { Leaving } from '../../config/rewrite/forget-person.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { Past } from '../../domain/past.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import type { Lid } from '../../domain/people/person.ts';
import type { SafeText } from '../../safe/escape.ts';
import { makeSafety } from '../../safe/labels.ts';
import { findReadOnly } from '../../config/sops/read-only.ts';
import type { ParsedTeam } from '../../config/people/parse-people.ts';
import type { Whom } from './find-whom.ts';

/** Who is to be forgotten, by all that the files may call them. */
export interface Subject extends Whom {
  readonly label: SafeText;
  /** The one that was given, and every other of the files that the memory is sure of. */
  readonly lids: ReadonlySet<Lid>;
  /** What the files of people call them: by their number, and by a LID that is theirs. */
  readonly names: readonly { readonly handle?: string; readonly name?: string }[];
}

/** Everything that the files may call somebody. */
export function toSubject(
  whom: Whom,
  { groups, policy, people, hidden }: Organisation,
  { pairs }: Pick<Past, 'pairs'>,
): Subject {
  const { person, lid } = whom;
  const safety = makeSafety(false, { people: [...people.values()], hidden });
  const known = [
    ...groups.flatMap(({ knownLids }) => [...knownLids]),
    ...policy.protectedLids,
    ...hidden.keys(),
  ];
  const theirs = known.filter((own) => person !== undefined && pairs.isSure(person.key, own));
  const lids = new Set([...theirs, ...(lid === undefined ? [] : [lid])]);
  const names = [...(person ? [person] : []), ...[...lids].flatMap((own) => hidden.get(own) ?? [])];
  const bare = lid === undefined ? safety.line('') : safety.hidden(lid);
  return { ...whom, label: person ? safety.label(person) : bare, lids, names };
}

/** Why somebody cannot be forgotten: protection and the account end by a change that says so, and by no other. */
export function findHold(
  { person, lids }: Subject,
  { policy }: Organisation,
): 'account' | 'protected' | undefined {
  const accounts = [...policy.accounts.values()].map(toPersonKey);
  if (person && accounts.includes(person.key)) return 'account';
  const isProtected =
    (person && policy.protected.has(person.key)) || [...lids].some((lid) => policy.protectedLids.has(lid));
  return isProtected ? 'protected' : undefined;
}

/** The words of lists that mean them, and where the files of people say who they are. */
export function toLeaving({ person, lids, names }: Subject, { people }: Parsed): Leaving {
  const handles = new Set(names.flatMap(({ handle }) => handle ?? []));
  return {
    isThem: (target) => {
      if (target.kind === 'phone') return person !== undefined && toPersonKey(target.phone) === person.key;
      if (target.kind === 'lid') return lids.has(target.lid);
      return target.kind === 'handle' && handles.has(target.name);
    },
    handles,
    spans: [...handles].flatMap((handle) => people.people.get(handle)?.span ?? []),
  };
}

/** A team that names them, in a file that is never written. */
export function findReadOnlyTeam({ isThem }: Leaving, { people, sources }: Parsed): ParsedTeam | undefined {
  const files = findReadOnly(sources);
  return [...people.teams.values()].find(({ entries }) =>
    entries.some(({ target, span }) => files.has(span.file) && isThem(target)),
  );
}

/** True where such a file says who they are. */
export function isInReadOnly({ names }: Subject, { people, sources }: Parsed): boolean {
  const files = findReadOnly(sources);
  return names.some(({ handle = '' }) => files.has(people.people.get(handle)?.span.file ?? ''));
}
