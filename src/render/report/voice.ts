import { nameLimit } from '../../domain/whatsapp-facts.ts';
import { isPlainPath, withoutQuotes } from '../../safe/quotes.ts';
import { isMasked } from '../../safe/mask.ts';
import { truncate } from '../columns.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Escape, Inline } from '../../safe/inline.ts';
import { list, say } from '../../safe/inline.ts';
import type { Names, Where } from '../../words/report-words.ts';
import type { FormWords } from '../../words/setting-words.ts';
import type { DriftView, Value } from '../../view/change-view.ts';
import type { GroupView } from '../../view/group-view.ts';
import type { SettingForm } from '../../domain/settings.ts';
import { settingForms } from '../../domain/settings.ts';
import type { Words } from '../../words/words.ts';

/** The words of a language, and how everybody else's are put between them. */
export interface Voice {
  readonly words: Words;
  readonly escape: Escape;
  /** A name: escaped, and kept apart from what stands around it where the target can do so. */
  readonly mark: Escape;
  /** The same in bold. */
  readonly emphasise: Escape;
  /**
   * The page shows the numbers that a file's own topic holds, since whoever gets the page can read the file. A comment is
   * also sent by mail, where nobody can take it back, and shows none.
   */
  readonly showsTopics?: boolean;
  /** Names that more than one group has: each of them needs its file beside it. */
  readonly sharedNames: ReadonlySet<string>;
}

/** Longer names are cut: a report is no place for anybody to write a page into. Columns: two a letter of the longest name. */
const longest = 2 * nameLimit;

/** A label may have a handle beside the name, which tells two people apart and is never cut. Columns. */
const longestLabel = 2 * longest;

/** Any text of one line that somebody wrote, within words that set it apart. */
export function toName(label: string, { mark }: Voice): Inline {
  return label === '' ? mark('') : mark(truncate(label, longest));
}

/** The same in quotes, which nothing in it can end. */
export function toQuoted(text: string, voice: Voice): Inline {
  return voice.words.quote(toName(withoutQuotes(text), voice));
}

/** A file: in quotes where its name could be taken for words. */
export function toFile(path: string, voice: Voice): Inline {
  return isPlainPath(path) ? toName(path, voice) : toQuoted(path, voice);
}

/** The same where it stands by itself, with nothing beside it that letters from right to left could turn round. */
export function toLoneFile(path: string, voice: Voice): Inline {
  return isPlainPath(path) ? voice.escape(path) : toQuoted(path, voice);
}

/** Somebody within a sentence: their name may be any words, and stands out from Rollcall's own. */
export function toPerson(label: string, { mark, emphasise }: Voice): Inline {
  return isMasked(label) ? mark(label) : emphasise(truncate(label, longestLabel));
}

/** So many groups stand in a sentence of an alert: whom a rule is loosened for is to be seen, and no alert fills a comment. */
const groupsLimit = 20;

/** Groups within a sentence. */
export function toGroupNames(groups: readonly Pick<GroupView, 'name' | 'file'>[], voice: Voice): Inline {
  const names = groups.map((group) => toGroupName(group, voice));
  return toNames(names, groupsLimit, voice).names;
}

/** A group within a sentence: its name in quotes, since anybody may have chosen it; else its file. */
export function toGroupName(group: Pick<GroupView, 'name' | 'file'>, voice: Voice): Inline {
  return voice.sharedNames.has(group.name) ? toGroupPlace(group, voice) : toTitle(group, voice);
}

/** The same with its file. */
export function toGroupPlace(group: Pick<GroupView, 'name' | 'file'>, voice: Voice): Inline {
  const title = toTitle(group, voice);
  return group.name === '' ? title : say`${title} (${toFile(group.file, voice)})`;
}

/** A group as a heading, which has its file beside it. */
export function toTitle({ name, file }: Pick<GroupView, 'name' | 'file'>, voice: Voice): Inline {
  return name === '' ? toFile(file, voice) : toQuoted(name, voice);
}

/** "Ana, Budi and 3 more": so many names, the rest as a number. */
export function toNames(labels: readonly Inline[], limit: number, { words }: Voice): Names {
  const rest = labels.length - limit;
  const shown = rest > 0 ? [...labels.slice(0, limit), words.report.headings.morePeople(rest)] : labels;
  return { names: list(shown, words.and), count: labels.length };
}

/** All of them. */
export function toAllNames(labels: readonly Inline[], voice: Voice): Names {
  return toNames(labels, labels.length, voice);
}

/** A minute, in the policy's zone, which is named: "2 June 2026, 19:00 (Asia/Jakarta)". */
export function toMomentText(
  { day, time, zone }: Moment,
  { words, escape }: Pick<Voice, 'words' | 'escape'>,
): Inline {
  // Digits and a colon: nothing to escape.
  return words.moment(words.day(day), time as Inline, escape(zone));
}

/** So many groups are named in a headline. */
const placesLimit = 5;

/** The groups where it is not 0, the most first; undefined for none. */
export function toPlaces(
  counts: readonly { readonly group: GroupView; readonly count: number }[],
  voice: Voice,
): Where | undefined {
  const some = counts.filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count);
  const [first] = some;
  if (!first) return undefined;
  if (some.length === 1) return { places: toGroupName(first.group, voice), count: first.count };
  const shown = some
    .slice(0, placesLimit)
    .map(({ group, count }) => say`${toGroupName(group, voice)} (${voice.words.number(count)})`);
  const rest = some.slice(placesLimit);
  const people = rest.reduce((sum, { count }) => sum + count, 0);
  const more = rest.length > 0 ? [voice.words.report.headline.moreGroups(rest.length, people)] : [];
  return { places: list([...shown, ...more], voice.words.and) };
}

type Setting = Extract<DriftView, { action: 'set' }>;

/** What happens to a setting, a sentence. */
export function toSettingSentence(drift: Setting, voice: Voice): Inline {
  const { settings } = voice.words;
  if (drift.setting === 'link') return settings.link.report;
  if (drift.setting === 'photo') return settings.photo.report[toStage(drift, 'none')];
  // The compiler cannot see that a setting's words have its form; the type of the words says it.
  const sentence = sentences[settingForms[drift.setting]] as Sentence<never>;
  return sentence(settings[drift.setting].report as never, drift, voice);
}

type Sentence<Own> = (words: Own, drift: Setting, voice: Voice) => Inline;

/** How the words for each form of value become a sentence. */
const sentences: { readonly [Form in SettingForm]: Sentence<FormWords[Form]> } = {
  line: (words, { before, after }, voice) => words(quoteText(before, voice), quoteText(after, voice)),
  lines: (words, drift) => words[toStage(drift, '')],
  switch: (words, { after }) => words[after === true ? 'on' : 'off'],
  seconds: (words, { after }) => words(Number(after)),
  word: (words, { after }) => words(String(after)),
};

function quoteText(text: Value, voice: Voice): Inline {
  const value = truncate(String(text), longest);
  return voice.words.quote(value === '' ? voice.mark('') : voice.emphasise(value));
}

function toStage({ before, after }: Setting, none: string): keyof FormWords['lines'] {
  return before === none ? 'first' : after === none ? 'removed' : 'differs';
}
