import type { PersonAction } from '../../domain/plan/change.ts';
import type { Address } from '../../safe/address.ts';
import type { Inline } from '../../safe/inline.ts';
import type { ResultKey } from '../../words/report-words.ts';
import type { Words } from '../../words/words.ts';
import type { ReportFact } from './facts.ts';
import type { DiffLine } from '../topic-diff.ts';

/** A report for people, in one language and escaped for one target: what Markdown and HTML only have to lay out. */
export interface Report {
  readonly kind: 'plan' | 'apply' | 'create';
  readonly words: Words;
  /** What stands in the head: for what it was made, by whom, when. */
  readonly facts: readonly ReportFact[];
  /** Where the report can be had as a page, for forms that are less than that. */
  readonly page?: Address;
  /** The first one says whether anybody is removed or promoted, and where; or who was not added. */
  readonly headline: readonly Inline[];
  /** True where the headline is no news to be glad of. */
  readonly isGrave: boolean;
  readonly tiles: readonly { readonly action: PersonAction | 'set'; readonly count: number }[];
  /**
   * What comes before anything else: new numbers, limits of the run, groups that are managed no more. Each kind by itself, so
   * that many of one take no room from all others.
   */
  readonly alerts: readonly (readonly Inline[])[];
  /** Those with changes, the riskiest first. */
  readonly groups: readonly ReportGroup[];
  /** Groups with what others caused and merging carries out as well, the riskiest first. */
  readonly others: readonly ReportGroup[];
  /** For somebody to look at: new with this pull request (or nothing is compared), and what was so before. */
  readonly needHuman: readonly LeftAloneLine[];
  readonly wasBefore: readonly LeftAloneLine[];
  /** Nobody's work. */
  readonly onPurpose: readonly LeftAloneLine[];
  /** Whoever is to come by the link. */
  readonly toInvite: readonly LeftAloneLine[];
  /** How many that are. */
  readonly toInviteCount: number;
  readonly people: readonly PersonTotals[];
  /** What dates will bring. */
  readonly dates: readonly DateRow[];
  /** Approved, and neither done nor tried. */
  readonly waiting: readonly Inline[];
  readonly toCreate: readonly Inline[];
  readonly notes: readonly Inline[];
}

export type Risk = 'high' | 'medium' | 'low' | 'refused' | 'trouble' | 'done';

export interface ReportBadge {
  readonly risk: Risk;
  readonly text: Inline;
}

export interface ReportGroup {
  readonly title: Inline;
  /** Its file, or nothing where that is the title. */
  readonly file: Inline;
  /** How the file calls it, where WhatsApp has another name and no change tells of it; else ''. */
  readonly claim: Inline;
  /** All its changes in numbers: "12 removals, 3 additions". */
  readonly counts: Inline;
  /** How many changes that are. */
  readonly size: number;
  readonly risk: Risk;
  /** What happens in it, in numbers; or how much of it did not. */
  readonly badges: readonly ReportBadge[];
  readonly alerts: readonly Inline[];
  /** Limits that the group's file lifts. */
  readonly lifted: readonly Inline[];
  readonly blocks: readonly ReportBlock[];
  /** The texts of the lines are not escaped: how that is done depends on what stands around them. */
  readonly topic?: readonly DiffLine[];
  readonly photo?: ReportPhoto;
  readonly rows: readonly ReportRow[];
}

/** What has one fate: all that is due, or all that was verified; what others caused is parted by who did. */
export interface ReportBlock {
  readonly result: ResultKey | 'due';
  /** Before the sentences; '' where nothing has to be told apart. */
  readonly lead: Inline;
  readonly sentences: readonly ReportSentence[];
}

/** What is said of changes that have one action and one fate. */
export interface ReportSentence {
  readonly action: PersonAction | 'set';
  readonly text: Inline;
  /** All names, where the text only counts people: so many who join that a reader opens the list. */
  readonly names?: Inline;
}

export interface ReportPhoto {
  /** The group's name, for those who cannot see pictures. */
  readonly group: Inline;
  readonly isRemoved: boolean;
  /** `data:` URLs. */
  readonly before?: string;
  readonly after?: string;
  /** The new picture's file as the group's file names it. */
  readonly file?: Inline;
  /** Where the forge shows it. */
  readonly address?: Address;
}

/** A change in detail; people to whom the same happens for the same reason are one row. */
export interface ReportRow {
  readonly action: PersonAction | 'set';
  readonly happens: Inline;
  readonly why: Inline;
  readonly result?: ResultKey;
}

/** Why something is left alone. */
export interface LeftAloneLine {
  /** Its group or groups; '' where the text names them. */
  readonly title: Inline;
  readonly text: Inline;
}

/** Somebody, and in how many groups what happens to them. */
export interface PersonTotals {
  readonly name: Inline;
  readonly counts: Readonly<Record<PersonAction, number>>;
}

/** What a date will bring to a group. */
export interface DateRow {
  readonly day: Inline;
  readonly group: Inline;
  readonly happens: Inline;
  /** The same with no more than the number of people. */
  readonly counted: Inline;
  /** What stands in its way, and how it is with its approval; '' where a plan approves it and nothing does. */
  readonly beside: Inline;
}
