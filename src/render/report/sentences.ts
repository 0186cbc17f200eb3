import { groupAlike } from '../group-alike.ts';
import type { Inline } from '../../safe/inline.ts';
import { capitalise, list, say } from '../../safe/inline.ts';
import { parseWay } from '../parse-way.ts';
import type { ReportSentence } from './types.ts';
import type { Voice } from './voice.ts';
import { toFile, toName, toNames, toSettingSentence, toPerson } from './voice.ts';
import { tell } from '../../words/reason-words.ts';
import type { ResultKey } from '../../words/report-words.ts';
import { toDeed } from '../../domain/plan/change.ts';
import type { ChangeView, DriftView } from '../../view/change-view.ts';

/** What gives or takes power comes first: it is what a review is for. */
const risks = { promote: 0, remove: 1, demote: 2, add: 3, set: 4 } as const;

/** From so many people on, their number comes first: nobody reads to the end of 200 names to learn what becomes of them. */
const countFrom = 13;

/** The risky ones first, else as they come. */
export function sortByRisk(changes: readonly ChangeView[]): ChangeView[] {
  return changes.toSorted((one, other) => risks[one.action] - risks[other.action]);
}

/** What is said of changes that have one fate: people of one action, and one cause, together. */
export function toSentences(
  changes: readonly ChangeView[],
  result: ResultKey | 'due',
  voice: Voice,
): ReportSentence[] {
  const isOpen = !happens.has(result);
  const swaps = result === 'due' ? findSwaps(changes) : [];
  const others = changes.filter((change) => !swaps.flat().includes(change));
  const sentences = groupAlike(sortByRisk(others), (change) => toKey(change, isOpen, voice)).flatMap(
    (alike) => {
      const [first] = alike;
      return first ? [{ action: first.action, ...toSentence(first, alike, result, voice) }] : [];
    },
  );
  const swapped = swaps.map(([old]): ReportSentence => {
    return { action: 'remove', text: voice.words.report.numbers.swap(toPerson(old.label, voice)) };
  });
  return [...swapped, ...sentences];
}

/** Those who only get another number: the old one leaves, and the new one joins. */
function findSwaps(changes: readonly ChangeView[]): (readonly [old: ChangeView, fresh: ChangeView])[] {
  const of = (action: ChangeView['action'], number: 'old' | 'new') =>
    changes.filter((change) => change.action === action && 'number' in change && change.number === number);
  const joining = new Map(of('add', 'new').map((change) => [change.label, change]));
  return of('remove', 'old').flatMap((old) => {
    const fresh = joining.get(old.label);
    // An admin who leaves loses a role, which has to be said.
    return fresh && old.before !== 'admin' ? [[old, fresh] as const] : [];
  });
}

/** All others are told by what stays as it is: "Stopped by a limit: Ana is removed" could be read the other way. */
const happens: ReadonlySet<ResultKey | 'due'> = new Set(['due', 'verified', 'not-verified']);

/** Two causes that people are told in the same words are one to them. */
function toKey(change: ChangeView, isOpen: boolean, voice: Voice): string {
  const isApart = change.action === 'set' && !isOpen;
  return isApart ? `set ${change.setting}` : `${toDeed(change)} ${toCause(change, voice)}`;
}

function toSentence(
  first: ChangeView,
  alike: readonly ChangeView[],
  result: ResultKey | 'due',
  voice: Voice,
): Pick<ReportSentence, 'text' | 'names'> {
  const cause = toCause(first, voice);
  const { action } = first;
  if (action === 'set') {
    const isOpen = !happens.has(result);
    return { text: addCause(isOpen ? toUnchanged(alike, voice) : toSettingSentence(first, voice), cause) };
  }
  const { words } = voice;
  const table = findTable(result, voice);
  const deed = toDeed(first);
  const labels = alike.map((change) => toLabel(change, voice));
  const names = list(labels, words.and);
  const count = labels.length;
  if (count < countFrom) return { text: addCause(table[deed]({ names, count }), cause) };
  const counted = words.report.counts[action](count);
  if (deed === 'knock')
    return {
      text: addCause(table.knock({ names: words.terminal.crowd.people(count), count }), cause),
      names,
    };
  // Who loses or gains power is never folded away.
  if (action === 'add') return { text: addCause(counted, cause), names };
  return { text: addCause(say`${counted} (${names})`, cause) };
}

/** What is said of people with this fate. */
function findTable(result: ResultKey | 'due', { words: { report } }: Voice) {
  if (!happens.has(result)) return report.notDone;
  return result === 'verified' ? report.done : report.people;
}

/** "The name and the photo stay as they are"; without the full stop. */
export function toUnchanged(changes: readonly DriftView[], { words }: Voice): Inline {
  const nouns = changes.flatMap((change) =>
    change.action === 'set' ? [words.settings[change.setting].noun] : [],
  );
  return capitalise(words.report.unchanged(list(nouns, words.and), nouns.length));
}

/** What stood in the way; '' where nothing did. The words of servers say nothing to most people: the log has them. */
function toCause({ outcome }: ChangeView, { words }: Voice): Inline {
  if (!outcome || outcome.result === 'verified') return say``;
  const { result, cause } = outcome;
  const details = { text: say``, leftAlone: say``, refused: 0, among: 0, isOwn: false };
  return tell(words.reasons.causes[cause].report, { result, ...details });
}

/** "Ana is not added: the number is not on WhatsApp." */
function addCause(sentence: Inline, cause: Inline): Inline {
  const bare = sentence.replace(/\.$/, '') as Inline;
  return cause === '' ? say`${bare}.` : say`${bare}: ${cause}.`;
}

/** Somebody's name, and which of their numbers it is where they have two. */
export function toNumbered(
  { label, number }: { readonly label: string; readonly number?: 'old' | 'new' },
  voice: Voice,
): Inline {
  const name = toPerson(label, voice);
  return number === undefined ? name : voice.words.report.numbers[number](name);
}

/** Somebody's name; of an admin who is removed it says so, since the role goes as well. */
export function toLabel(change: ChangeView, voice: Voice): Inline {
  const name = toNumbered(change, voice);
  return change.action === 'remove' && change.before === 'admin' ? voice.words.report.isAdmin(name) : name;
}

/** A team, and behind it the file in whose list it is, where that is not the group's own. */
function toTeam(way: string, voice: Voice): Inline {
  const { name, file } = parseWay(way);
  const team = toName(name, voice);
  return file === undefined ? team : say`${team} (${toFile(file, voice)})`;
}

/** Reason, place in the files, what it waits for, whose it is. */
export function toWhy(change: ChangeView, voice: Voice): Inline[] {
  const { words } = voice;
  const { line, source, origin } = change;
  const teams = change.via
    .filter((way) => way.startsWith('team:'))
    .map((way) => words.report.team(toTeam(way.slice('team:'.length), voice)));
  const reason = words.report.why(
    change,
    toNames(teams, 5, voice).names,
    change.day === undefined ? say`` : words.day(change.day),
  );
  const lead = source === undefined ? [] : [toFile(source, voice)];
  const place = line === undefined ? [] : [...lead, words.report.line(line)];
  const waits = change.needs.map(({ action, label }) =>
    words.report.once[action](label === '' ? words.report.somebody : toPerson(label, voice)),
  );
  return [reason, ...place, ...waits, ...(origin ? [words.reasons.origins[origin].report] : [])];
}
