import type { Taking } from '../domain/duration.ts';
import type { Deed, PersonAction } from '../domain/plan/change.ts';
import type { Outcome } from '../domain/plan/outcome.ts';
import type { Forecast } from '../domain/plan/plan.ts';
import type { LimitKind } from '../domain/group.ts';
import type { Inline } from '../safe/inline.ts';
import type { ChangeView } from '../view/change-view.ts';

type Count = (number: number) => Inline;

/** What only a terminal shows: the words of plans and reports in columns, and what a run is doing. */
export interface TerminalWords {
  /** What happens to somebody, or to so many, said of them: "ana becomes an admin". */
  readonly actions: Readonly<Record<Deed, Count>>;
  /** The same for an admin who is removed: the role goes as well, which a reviewer must see. */
  readonly adminLeaves: Inline;
  readonly notDone: Readonly<Record<Deed | 'set', Count>>;
  /** Of whoever asks to be let in and is left alone. */
  readonly asks: Count;
  /** What a change waits for: "once ana has joined". */
  readonly once: Readonly<Record<PersonAction, (name: Inline) => Inline>>;
  /** Why a change is there; `ways`: how the files name the person, '' where the label says it. */
  readonly why: (reason: ChangeView['reason'], ways: Inline, day: Inline) => Inline;
  /** What becomes of a photo. */
  readonly photo: Readonly<Record<'removed' | 'first' | 'differs' | 'none', Inline>>;
  /** A switch or a timer in its column: "on", "7d". */
  readonly value: (value: boolean | number) => Inline;
  readonly line: Count;
  readonly somebody: Inline;
  readonly results: Readonly<Record<Outcome['result'], Inline>>;
  readonly refused: Inline;
  readonly notApproved: Inline;
  readonly leftAlone: Inline;
  /** Before what a limit says. */
  readonly refusal: (sentence: Inline) => Inline;
  /** The line for the file that lets a refused plan through. */
  readonly allow: (counts: Partial<Readonly<Record<LimitKind, number>>>) => Inline;
  readonly summary: SummaryWords;
  readonly crowd: CrowdWords;
  readonly headings: Readonly<
    Record<
      | 'leftAlone'
      | 'scheduled'
      | 'toInvite'
      | 'approvedDates'
      | 'waiting'
      | 'toCreate'
      | 'next'
      | 'since'
      | 'arrived'
      | 'stopped'
      | 'relaxed',
      Inline
    >
  >;
  /** Somebody whose number the pull request changes: which of both. */
  readonly numbers: Readonly<Record<'old' | 'new', (name: Inline) => Inline>>;
  /** Beside a group's name: its file, which calls it something else. */
  readonly claim: (file: Inline, name: Inline) => Inline;
  readonly approvals: ApprovalWords;
  readonly coming: ComingWords;
  /** Beside whoever is to come by the link. */
  readonly toInvite: Readonly<Record<'approved', Inline>>;
  readonly progress: ProgressWords;
  readonly notes: NoteWords;
  readonly ask: AskWords;
}

/** The parts of the line that a plan or a report begins and ends with: "4 to join". */
interface SummaryWords {
  readonly title: Readonly<Record<'plan' | 'applied', Inline>>;
  readonly sandbox: Inline;
  readonly counts: Readonly<
    Record<
      | PersonAction
      | 'set'
      | 'toInvite'
      | 'coming'
      | 'comingRefused'
      | 'toCreate'
      | 'waiting'
      | 'refused'
      | 'notApproved'
      | 'unreadable'
      | 'leftAlone'
      | 'needHuman'
      | Exclude<Outcome['result'], 'verified'>,
      Count
    >
  >;
  readonly where: (changed: number, groups: number) => Inline;
  readonly nothing: Count;
  readonly verified: (number: number, approved: number) => Inline;
  readonly nothingApproved: Inline;
  readonly nothingDone: Inline;
}

/** What people and drift are counted in where many share a row. */
interface CrowdWords {
  readonly people: Count;
  readonly settings: Count;
  readonly changes: Count;
  readonly notMade: Inline;
  readonly more: Count;
  readonly moreLines: Count;
}

/** What `approvals` says. */
interface ApprovalWords {
  readonly summary: Count;
  readonly dropped: Count;
  readonly noFile: Inline;
  readonly unknown: Inline;
  readonly something: Inline;
  readonly changes: Inline;
  /** Of a file whose group does not exist yet: the group, is made. */
  readonly group: Inline;
  readonly isMade: Inline;
  /** Of whoever may come by themselves, and is not added. */
  readonly byLink: Inline;
  readonly since: (day: Inline, plan: Inline) => Inline;
}

/** Beside what a date will bring. */
interface ComingWords {
  readonly on: (day: Inline) => Inline;
  readonly refused: (sentence: Inline) => Inline;
  readonly limit: Inline;
  readonly obstacle: (sentence: Inline) => Inline;
  readonly before: Inline;
}

/** What a run is doing while somebody looks. */
interface ProgressWords {
  readonly reading: Inline;
  readonly readingAgain: Inline;
  readonly lookingUp: Inline;
  readonly pausing: Count;
  readonly set: (setting: Inline) => Inline;
  readonly people: Readonly<Record<Deed, (people: Inline) => Inline>>;
  /** Before there is a plan: how many groups, and photos, have been read. */
  readonly groups: (done: number, all: number) => Inline;
  readonly photos: (done: number, all: number) => Inline;
  readonly asked: Count;
}

/** What is to be known about a run beside its groups. */
interface NoteWords {
  readonly sandbox: Readonly<Record<'forgets' | 'remembers', Inline>>;
  readonly stop: (sentence: Inline, text: Inline) => Inline;
  readonly interrupted: Inline;
  /** Said at once when somebody interrupts a run that has sent something. */
  readonly waits: Inline;
  readonly coming: Inline;
  /** Of a plan that shows one person alone. */
  readonly part: Inline;
  readonly paceSpent: Inline;
  readonly resumes: (time: Inline) => Inline;
  /** What stands before a command that sends nothing earlier. */
  readonly nextAfter: (time: Inline) => Inline;
  readonly elsewhere: Count;
  /** A faster pace, which does not count yet. */
  readonly paceHeld: Inline;
  readonly forecast: (counts: Pick<Forecast, 'adds' | 'lookups'>, takes: Inline) => Inline;
  /** So many people whom adding takes so long, while none of them would have to wait for a link. */
  readonly lanes: (people: number, adding: Inline) => Inline;
  /** Groups from which somebody was removed whose link is the old one. */
  readonly oldLink: (groups: Inline, count: number) => Inline;
  /** Links are made anew after what dates take away as well. */
  readonly datedLinks: Inline;
  /** How long that takes, and what makes it last: "about 8 days by adding". */
  readonly takes: Readonly<Record<Taking['by'], (duration: Inline) => Inline>>;
  readonly noMemory: Inline;
  /** `fault`: what is wrong with it, in English; '' where that is not known. */
  /** There is none yet. */
  readonly newMemory: Inline;
  /** Groups that could not be read, so many. */
  readonly unread: (groups: Inline, count: number) => Inline;
  /** It began on this day, and says so until that one. */
  readonly freshMemory: (since: Inline, until: Inline) => Inline;
  readonly badMemory: (fault: Inline) => Inline;
}

/** Before something is done. */
interface AskWords {
  readonly question: Inline;
  /** The one answer that will do, beside "yes". */
  readonly yes: string;
  /** What another answer leads to. */
  readonly nothing: Inline;
  readonly invitation: (file: Inline, link: Inline) => Inline;
}
