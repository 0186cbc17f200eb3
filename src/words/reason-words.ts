import type { Names } from './report-words.ts';
import type { PersonAction } from '../domain/plan/change.ts';
import type { Origin } from '../domain/origin.ts';
import type { Outcome, OutcomeCause, Stop, UnreadableReason } from '../domain/plan/outcome.ts';
import type { AskedState, LeftAloneReason } from '../domain/plan/left-alone.ts';
import type { Inline } from '../safe/inline.ts';
import type { LiftedView, NoticeView, RefusalView } from '../view/group-view.ts';
import type {
  ArrivedView,
  ChangedDefaultsView,
  RelaxedView,
  StoppedView,
  UnreadView,
} from '../view/since-view.ts';
import type { LoosenedWords } from './loosened-words.ts';

/**
 * What is said of one thing. `report`: to people who are no engineers, so that no word of it needs to be looked up.
 * `terminal`: to whoever edits the files and runs the commands, on a terminal and (in English) in JSON; short, in the
 * words of the files.
 */
interface Told<What> {
  readonly report: What;
  readonly terminal: What;
}

/** A sentence, or how it is made where it depends on what it is about. */
export type Phrase<About> = Inline | ((about: About) => Inline);

/** The sentence about this. */
export function tell<About>(phrase: Phrase<About>, about: About): Inline {
  return typeof phrase === 'function' ? phrase(about) : phrase;
}

/** Whom and what a reason is about. */
export interface AboutLeftAlone {
  /** How many people: languages that have a plural need the number. */
  readonly count: number;
  /** What is not done; absent where nobody knows. */
  readonly action?: PersonAction | 'set' | undefined;
  /** True where somebody would lose something, false where somebody would join. */
  readonly isLoss: boolean;
  /** Whom it is about besides the one who is left alone. Absent where WhatsApp hides it, or nobody is known. */
  readonly other?: Inline;
  /** The line that the people's file should have. */
  readonly line?: Inline;
  /** For `phone-only`: what somebody does on a phone; absent where it is not known what is to be set. */
  readonly phone?: Inline;
  /** For `perhaps-hidden` and `unconfirmed`: why nobody can say yet who hides. */
  readonly asked?: AskedState;
  /** When it happened; a terminal says it in the sentence, reports behind it (`since`). */
  readonly day?: Inline;
}

/** What else is known of something that did not happen. */
export interface AboutCause {
  readonly result: Exclude<Outcome['result'], 'verified'>;
  /** In the words of GOWA, the line or the disk, which are for technicians: English. */
  readonly text: Inline;
  /** For `left-alone`: why, as a sentence. */
  readonly leftAlone: Inline;
  /** For `one-of-several`: so many of so many. */
  readonly refused: number;
  readonly among: number;
  /** For `stopped`: this very request ended the run. */
  readonly isOwn: boolean;
}

/** What limits say, and what to do about it. */
interface RefusalWords {
  readonly sentence: (refusal: RefusalView, file: Inline) => Inline;
  readonly advice: Readonly<
    Record<'group' | 'admins' | 'emptied' | 'id-edited' | 'coming' | 'invited', Inline>
  > & {
    /** `room`: how many more can be done today; `rule`: the limit's name in the policy. */
    readonly run: (refusal: RefusalView, room: number, rule: Inline) => Inline;
    /** Of making groups; `room`: how many more can be made today. */
    readonly creates: (refusal: RefusalView, room: number) => Inline;
  };
}

/** Somebody else behind a known name. */
interface AboutNumber {
  readonly name: Inline;
  readonly before: Inline;
  readonly after: Inline;
  /** Neither of the two can be seen. */
  readonly isSealed: boolean;
  readonly groups: number;
  readonly adminIn: number;
}

/** Why something is as it is, one entry a reason. */
export interface ReasonWords {
  /** Behind "Ana and Budi are not added: ". */
  readonly leftAlone: Readonly<Record<LeftAloneReason, Told<Phrase<AboutLeftAlone>>>>;
  readonly causes: Readonly<Record<OutcomeCause, Told<Phrase<AboutCause>>>>;
  /** About GOWA's own words. `waiting`: of what was approved there, on a terminal. */
  readonly unreadable: Readonly<
    Record<UnreadableReason, Told<Phrase<Inline>> & { readonly waiting: Inline }>
  >;
  /** What stands in the way of a date alone, and not of a change of today. */
  readonly dates: Readonly<Record<'unreadable' | 'forgotten', Told<Inline>>>;
  readonly refusals: Told<RefusalWords>;
  readonly notices: Readonly<
    Record<
      Exclude<NoticeView['kind'], 'limit-lifted'>,
      Told<Phrase<{ readonly name: Inline; readonly lid: Inline }>>
    >
  >;
  /** The reason is the author's own, quoted. */
  readonly lifted: Told<(lifted: LiftedView, until: Inline, reason: Inline) => Inline>;
  readonly stops: Readonly<Record<Stop['code'], Told<Inline>>>;
  readonly origins: Readonly<Record<Origin, Told<Inline>>>;
  /** About a group's name. */
  readonly stopped: Readonly<Record<StoppedView['how'], Told<Phrase<Inline>>>>;
  readonly arrived: Readonly<Record<ArrivedView['how'], Told<Phrase<Inline>>>>;
  readonly relaxed: {
    readonly report: RelaxedWords;
    readonly terminal: (relaxed: Pick<RelaxedView, 'keys' | 'modes'>) => Inline;
  };
  /** What groups have in common and is another thing than before; `groups`: how many there are. */
  readonly defaults: Readonly<
    Record<ChangedDefaultsView['how'], Told<(file: Inline, groups: number) => Inline>>
  >;
  /** In so many exact groups any member may add people. */
  readonly openGroups: Told<(groups: number) => Inline>;
  /** Photos that were not asked for in this run, and when the first of them was. */
  readonly recalled: Told<(photos: number, since: Inline) => Inline>;
  /** Defaults from which changes of several groups come. */
  readonly fromDefaults: Told<(file: Inline, groups: number) => Inline>;
  /** What cannot be told, since a file had mistakes before; `base`: where. */
  readonly unread: Readonly<Record<UnreadView['what'], Told<(file: Inline, base: Inline) => Inline>>>;
  readonly newNumber: Told<(about: AboutNumber) => Inline>;
  /** Who is new, has another name, or looks like somebody else. */
  readonly newPeople: Told<NewPeopleWords>;
  readonly loosened: LoosenedWords;
}

/** What a pull request does to who is who. */
interface NewPeopleWords {
  readonly arrived: (people: Names) => Inline;
  /** `isOther`: the number is another one, too. */
  readonly renamed: (name: Inline, before: Inline, isOther: boolean) => Inline;
  readonly alike: (name: Inline, other: Inline) => Inline;
}

/** Groups of which less is looked after than before. */
interface RelaxedWords {
  readonly parts: Readonly<Record<'members' | 'admins' | 'settings', Inline>>;
  /** `nouns` does not stand in the file any more. */
  readonly gone: (name: Inline, nouns: Inline) => Inline;
  readonly observe: (name: Inline, parts: Inline) => Inline;
  readonly additive: Readonly<Record<'members' | 'admins', (name: Inline) => Inline>>;
}
