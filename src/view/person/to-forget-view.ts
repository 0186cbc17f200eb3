import type { DesiredGroup } from '../../domain/group.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { PersonKey } from '../../domain/people/person.ts';
import type { SafeText } from '../../safe/escape.ts';
import { makeSafety } from '../../safe/labels.ts';

/** What merging does once somebody is out of the files: the files of groups that they leave, or stay in. */
export interface ForgetView {
  readonly leaves: readonly SafeText[];
  /** They stay as members. */
  readonly demoted: readonly SafeText[];
  readonly stays: readonly SafeText[];
  /** Exact groups in whose lists nobody is left. */
  readonly emptied: readonly SafeText[];
}

/** What the files say of somebody's groups before they are forgotten, by what comes of it; of a hidden number, nothing does. */
export function toForgetView(
  { groups }: Pick<Organisation, 'groups'>,
  key: PersonKey | undefined,
): ForgetView {
  const { line } = makeSafety(false);
  const toFiles = (fate: keyof ForgetView) =>
    groups.filter((group) => findFate(group, key) === fate).map(({ file }) => line(file));
  return {
    leaves: toFiles('leaves'),
    demoted: toFiles('demoted'),
    stays: toFiles('stays'),
    emptied: toFiles('emptied'),
  };
}

/** By the rules of the modes: an admin leaves only where both lists are there and exact. Undefined: it is none of theirs. */
function findFate(
  { id, lists, manage, people }: DesiredGroup,
  key: PersonKey | undefined,
): keyof ForgetView | undefined {
  const person = key && people.get(key);
  if (!person || id === undefined) return undefined;
  const isAdmin = person.role === 'admin';
  const isExact = {
    members: lists.members && manage.members === 'exact',
    admins: lists.admins && manage.admins === 'exact',
  };
  if (isExact.members && (!isAdmin || isExact.admins)) return people.size === 1 ? 'emptied' : 'leaves';
  return isAdmin && isExact.admins ? 'demoted' : 'stays';
}
