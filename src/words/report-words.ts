import type { Taking } from '../domain/duration.ts';
import type { Deed, PersonAction } from '../domain/plan/change.ts';
import type { LeftAloneReason } from '../domain/plan/left-alone.ts';
import type { Inline } from '../safe/inline.ts';
import type { ChangeView } from '../view/change-view.ts';

/** People and how many they are: languages that have a plural need the number. */
export interface Names {
  readonly names: Inline;
  readonly count: number;
}

/** Groups in which something happens to people. */
export interface Where {
  /** One group bare: "“Tour”"; several each with their number: "“Tour” (5) and “Altos” (1)". */
  readonly places: Inline;
  /** How many people, of one group only: in several they may be the same people. */
  readonly count?: number;
}

/** Beside the outcomes: what a limit stops, what nobody approved. */
export type ResultKey =
  | 'verified'
  | 'declined'
  | 'not-verified'
  | 'failed'
  | 'skipped'
  | 'refused'
  | 'not-approved';

/**
 * What only reports say. For people who are not engineers: no word of it needs to be looked up. What is
 * put into a sentence is escaped already. A `where` is a list of groups, a `who` a list of people.
 */
export interface ReportWords {
  readonly title: Readonly<Record<'plan' | 'apply' | 'create', Inline>>;
  /** What the head of a page calls what it says of its making. */
  readonly facts: Readonly<Record<'pullRequest' | 'author' | 'commit' | 'made' | 'account', Inline>>;
  readonly headline: HeadlineWords;
  /** What is added up: "4 to join". */
  readonly counts: Readonly<Record<PersonAction | 'set', (count: number) => Inline>>;
  /** The same at a group's name: "removes 22". */
  readonly badges: Readonly<Record<PersonAction | 'set' | 'refused', (count: number) => Inline>> & {
    /** How many of all were not done. */
    readonly open: (count: number, all: number) => Inline;
    readonly done: Inline;
    /** Where something objects to the whole group, and nothing in it was to change. */
    readonly blocked: Inline;
  };
  /** The same as the caption of this number. */
  readonly captions: Readonly<Record<PersonAction | 'set', (count: number) => Inline>>;
  /** What happens to people, in the plan's tense; `remove` of people who are admins says so by their names. */
  readonly people: Readonly<Record<Deed, (who: Names) => Inline>>;
  /** The same when it is proved. */
  readonly done: Readonly<Record<Deed, (who: Names) => Inline>>;
  readonly notDone: Readonly<Record<Deed, (who: Names) => Inline>>;
  readonly isAdmin: (name: Inline) => Inline;
  /** Somebody whose number the pull request changes: one of both, and both at once in one group. */
  readonly numbers: Readonly<Record<'old' | 'new' | 'swap', (name: Inline) => Inline>>;
  /** "The name stays as it is": `nouns` of settings, so many of them. */
  readonly unchanged: (nouns: Inline, count: number) => Inline;
  readonly results: Readonly<Record<ResultKey, { readonly word: Inline; readonly lead: Inline }>>;
  readonly why: (change: Pick<ChangeView, 'reason'>, ways: Inline, day: Inline) => Inline;
  readonly team: (name: Inline) => Inline;
  readonly line: (number: number) => Inline;
  readonly once: Readonly<Record<PersonAction, (name: Inline) => Inline>>;
  /** What happened on the day that goes with a reason. */
  readonly since: (day: Inline, reason: LeftAloneReason) => Inline;
  /** Of several days, the first and the last. */
  readonly between: (first: Inline, last: Inline) => Inline;
  readonly hiddenMember: Inline;
  /** Somebody who asks to be let in. */
  readonly hiddenAsking: Inline;
  readonly somebody: Inline;
  readonly ambiguous: Inline;
  /** What is said of a coming change, behind it. */
  readonly coming: ComingWords;
  readonly notes: NoteWords;
  readonly headings: HeadingWords;
}

/** How it is with a coming change. */
interface ComingWords {
  readonly refused: (reason: Inline) => Inline;
  readonly obstacle: (reason: Inline) => Inline;
  /** Somebody approved it before. */
  readonly approved: Inline;
  /** It stood in the files before, and nobody approved it. */
  readonly before: Inline;
}

/** The first sentences. */
interface HeadlineWords {
  /** Says of both whether it happens, and where. */
  readonly merging: (removed: Where | undefined, promoted: Where | undefined) => Inline;
  readonly nothing: Inline;
  readonly total: (counts: Inline, groups: number, all: number) => Inline;
  /** How many of all these changes the pull request did not cause; merging carries them out all the same. */
  readonly others: (count: number, all: number) => Inline;
  readonly stopped: (count: number) => Inline;
  /** How long it takes to carry it out, and what makes it last so long. */
  readonly takes: Readonly<Record<Taking['by'], (duration: Inline) => Inline>>;
  /** What dates will bring, which merging approves as well: "3 removals"; and the first of those days. */
  readonly coming: (counts: Inline, first: Inline) => Inline;
  /** Groups that could not be read: nothing happens there, whatever the files want. */
  readonly unread: (groups: Inline, count: number) => Inline;
  /** Whoever is to come by the link, of whom merging says for the first time that they belong here. */
  readonly toInvite: (count: number) => Inline;
  /** Behind how long adding takes: none of so many people would have to wait for a link. */
  readonly lanes: (people: number) => Inline;
  /** How much of what dates would bring is not approved, since something objects. */
  readonly comingRefused: (count: number) => Inline;
  readonly notAdded: (count: number, all: number, who: Inline) => Inline;
  readonly uncertain: (count: number, all: number, who: Inline) => Inline;
  /** Of additions that the day's pace leaves for another run. */
  readonly later: (count: number, all: number) => Inline;
  readonly notDone: (count: number, all: number) => Inline;
  readonly allDone: (count: number) => Inline;
  readonly nothingApproved: Inline;
  /** Parts of a sentence: that nobody was, that people were, that nobody can be sure. */
  readonly fates: Readonly<
    Record<
      'remove' | 'promote',
      {
        readonly none: Inline;
        readonly some: (where: Where) => Inline;
        readonly perhaps: (where: Where) => Inline;
      }
    >
  >;
  readonly notApproved: (count: number) => Inline;
  /** Approved, and neither done nor tried. */
  readonly waiting: (count: number) => Inline;
  readonly moreGroups: (groups: number, people: number) => Inline;
  readonly morePeople: (people: number) => Inline;
}

interface NoteWords {
  readonly sandbox: Inline;
  readonly noMemory: Inline;
  /** There is none yet. */
  readonly newMemory: Inline;
  /** It began on this day, and says so until that one. */
  readonly freshMemory: (since: Inline, until: Inline) => Inline;
  readonly badMemory: Inline;
  readonly elsewhere: (groups: number) => Inline;
  /** Links are made anew after what dates take away as well. */
  readonly datedLinks: Inline;
  /** Groups from which somebody was removed whose link is the old one. */
  readonly oldLink: (groups: Inline, count: number) => Inline;
  readonly paceHeld: Inline;
  readonly interrupted: Inline;
  readonly paceSpent: Inline;
  readonly resumes: (time: Inline) => Inline;
}

interface HeadingWords {
  readonly groups: Inline;
  readonly others: Inline;
  readonly othersLead: Inline;
  readonly leftAlone: Inline;
  readonly toInvite: Inline;
  readonly needHuman: Inline;
  /** The same, of what the base has as well. */
  readonly wasBefore: Inline;
  readonly onPurpose: Inline;
  readonly people: Inline;
  readonly peopleLead: Inline;
  readonly dates: Inline;
  readonly datesLead: Inline;
  readonly waiting: Inline;
  readonly toCreate: Inline;
  readonly pullRequest: Inline;
  readonly notes: Inline;
  readonly details: (changes: number) => Inline;
  /** Below a group's name as WhatsApp has it: its file calls it something else. */
  readonly claim: (name: Inline) => Inline;
  /** Before what is due, where a limit stops something beside it. */
  readonly due: Inline;
  readonly columns: Readonly<
    Record<
      | 'day'
      | 'group'
      | 'inTheWay'
      | 'happens'
      | 'planned'
      | 'why'
      | 'outcome'
      | 'person'
      | 'joins'
      | 'leaves'
      | 'admin'
      | 'notAdmin',
      Inline
    >
  >;
  readonly before: Inline;
  readonly after: Inline;
  readonly removedLine: Inline;
  readonly addedLine: Inline;
  readonly noPicture: Inline;
  /** What makes both photos larger. */
  readonly larger: Inline;
  readonly photoOf: Readonly<Record<'before' | 'after', (group: Inline) => Inline>>;
  readonly inSync: (groups: number) => Inline;
  /** Of groups that find no room in a comment: how many, with how many changes, and how many of them take or give power. */
  readonly cut: (groups: number, changes: number, risky: number) => Inline;
  /** Behind the numbers of a group whose names find no room. */
  readonly namesCut: Inline;
  readonly morePeople: (people: number) => Inline;
  readonly moreItems: (items: number) => Inline;
  readonly skip: Inline;
  /** What a link to the page says. */
  readonly page: Inline;
}
