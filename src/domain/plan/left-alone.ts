import type { Day } from '../group.ts';
import type { Lid, Person } from '../people/person.ts';
import type { Change } from './change.ts';
import type { Refusal } from './refusal.ts';

/** Why drift is seen and not acted on. */
export type LeftAloneReason =
  /** The account is no admin here, or the group does not show what it is. */
  | 'not-admin'
  | 'suspended'
  /** WhatsApp does not let this be changed in a community or its announcement group. */
  | 'community'
  | 'frozen-topic'
  | 'name-too-long'
  /** GOWA cannot set it, and this server does not either: it takes a phone. */
  | 'phone-only'
  /** WhatsApp does not say what the group has, so nobody knows whether anything differs. */
  | 'not-said'
  | 'owner'
  /** The policy's `protected`. */
  | 'protected'
  /** A number that the memory saw behind the handle of somebody protected, and another stands there now. */
  | 'protected-number'
  /** A live admin is removed only where both lists are given and exact. */
  | 'admin'
  /** The list of people did not prove itself whole. */
  | 'incomplete'
  /** Seems missing from a group of which WhatsApp does not say when it was made: perhaps it shows a part of it. */
  | 'undated'
  /** Many who were here at the last complete reading are missing at once: until a later reading says the same. */
  | 'vanished'
  /** A member whose number WhatsApp hides. */
  | 'unidentified'
  /** Missing, while somebody in the group hides their number: it may be they. */
  | 'perhaps-hidden'
  /** About to lose something, and may be somebody whom the file lists by `lid:`. */
  | 'perhaps-listed'
  /** A LID that was seen with a number of the files stands here with another one: it is the same account. */
  | 'number-changed'
  /** Their number was seen with another LID: it may be somebody else's by now. */
  | 'other-account'
  /** WhatsApp hides their number here, and only the memory of an earlier day says who they are. */
  | 'unconfirmed'
  /** A listed number is missing and an unlisted one of the same country ends in the same seven digits. */
  | 'perhaps-same'
  /** A listed number is not on WhatsApp, and this unlisted one differs from it by a digit or two. */
  | 'perhaps-typo'
  /** Numbers are secret, a listed one is not on WhatsApp, and no file names this person: perhaps it is they, with a digit wrong. */
  | 'perhaps-meant'
  /** Two live members have one key. */
  | 'ambiguous'
  /** The group takes new members by its link alone. */
  | 'new-members'
  /** The file wants them to come by invitation alone. */
  | 'by-invite'
  /** Did not let themselves be added lately. */
  | 'declined'
  /** Was added lately, or often enough, without effect, and WhatsApp does not say why. */
  | 'tried'
  /** Asked to join lately, and could not be let in. */
  | 'not-let-in'
  /** WhatsApp or GOWA refused it lately, when it was sent for this person alone. */
  | 'refused'
  | 'not-on-whatsapp'
  /** In the group when last verified, gone since. */
  | 'left'
  /** No place is left in the group, nor would the removals make one. */
  | 'full'
  /** The memory that should tell whom not to add is missing, damaged or not begun. */
  | 'no-memory'
  | 'additive'
  | 'observe'
  /** In the group, or its admin, before the first day that the file names. */
  | 'early'
  /** WhatsApp does not show the group's photo to the account. */
  | 'photo-hidden'
  /** A community's, of which GOWA says the same whether there is none or the account may not see it. */
  | 'photo-untold'
  /** The group's photo could not be read this time. */
  | 'photo-unread'
  /** Nobody approved it. */
  | 'not-approved'
  /** An earlier plan file approved it, and this run was given others. */
  | 'earlier-plan'
  /** Asks to be let in, and the file does not list them today. */
  | 'asks'
  /** Asks to be let in, and the file lists them from a later day on. */
  | 'asks-early'
  /** Asks to be let in, and WhatsApp hides their number: GOWA takes numbers alone. */
  | 'asks-hidden'
  /** The same, and the file lists their LID. */
  | 'asks-listed'
  /** Missing, and who asks to be let in by another number has the LID that was seen with theirs. */
  | 'asks-renumbered'
  /** Who asks to be let in could not be read: nobody is let in. */
  | 'requests-unread';

/** What follows from a reason, whatever it is about. */
interface LeftAloneRule {
  /** Somebody has to do something; else the file or the review asked for it. */
  readonly needsHuman: boolean;
  /**
   * It is a fact of the moment, which may have passed by the day of a coming change, so that this can be approved in spite
   * of it. Anything else is a judgement or a doubt about whom it is, and holds back the approval as it would hold back the
   * change today.
   */
  readonly mayPass: boolean;
  /**
   * How much hangs on it where somebody has to look: a whole group (3), who somebody is (2), or one person or setting whose
   * own matter it is (1).
   */
  readonly weight: 1 | 2 | 3;
}

export const leftAloneRules: Readonly<Record<LeftAloneReason, LeftAloneRule>> = {
  'not-admin': { needsHuman: true, mayPass: true, weight: 3 },
  suspended: { needsHuman: true, mayPass: true, weight: 3 },
  community: { needsHuman: true, mayPass: true, weight: 1 },
  'frozen-topic': { needsHuman: true, mayPass: false, weight: 1 },
  'name-too-long': { needsHuman: true, mayPass: false, weight: 1 },
  'phone-only': { needsHuman: true, mayPass: false, weight: 1 },
  'not-said': { needsHuman: true, mayPass: true, weight: 1 },
  // WhatsApp lets nobody touch them, and they are in the group like any member: nothing is wrong.
  owner: { needsHuman: false, mayPass: false, weight: 1 },
  protected: { needsHuman: true, mayPass: false, weight: 1 },
  'protected-number': { needsHuman: true, mayPass: false, weight: 2 },
  admin: { needsHuman: true, mayPass: false, weight: 1 },
  incomplete: { needsHuman: true, mayPass: true, weight: 3 },
  undated: { needsHuman: true, mayPass: true, weight: 1 },
  vanished: { needsHuman: true, mayPass: true, weight: 3 },
  unidentified: { needsHuman: true, mayPass: false, weight: 2 },
  'perhaps-hidden': { needsHuman: true, mayPass: true, weight: 2 },
  'perhaps-listed': { needsHuman: true, mayPass: false, weight: 2 },
  'number-changed': { needsHuman: true, mayPass: false, weight: 2 },
  'other-account': { needsHuman: true, mayPass: false, weight: 2 },
  unconfirmed: { needsHuman: true, mayPass: false, weight: 2 },
  'perhaps-same': { needsHuman: true, mayPass: false, weight: 2 },
  'perhaps-typo': { needsHuman: true, mayPass: false, weight: 2 },
  'perhaps-meant': { needsHuman: true, mayPass: false, weight: 2 },
  ambiguous: { needsHuman: true, mayPass: false, weight: 2 },
  // They come by the link or not at all, as the file or they themselves want it: nothing is wrong (to-invite.ts).
  'new-members': { needsHuman: false, mayPass: true, weight: 1 },
  'by-invite': { needsHuman: false, mayPass: true, weight: 1 },
  declined: { needsHuman: false, mayPass: true, weight: 1 },
  tried: { needsHuman: true, mayPass: true, weight: 1 },
  'not-let-in': { needsHuman: true, mayPass: true, weight: 1 },
  refused: { needsHuman: true, mayPass: false, weight: 1 },
  'not-on-whatsapp': { needsHuman: true, mayPass: true, weight: 1 },
  left: { needsHuman: true, mayPass: true, weight: 1 },
  full: { needsHuman: true, mayPass: true, weight: 1 },
  'no-memory': { needsHuman: true, mayPass: true, weight: 3 },
  additive: { needsHuman: false, mayPass: false, weight: 1 },
  observe: { needsHuman: false, mayPass: false, weight: 1 },
  early: { needsHuman: false, mayPass: true, weight: 1 },
  'photo-hidden': { needsHuman: true, mayPass: false, weight: 1 },
  'photo-untold': { needsHuman: true, mayPass: false, weight: 1 },
  'photo-unread': { needsHuman: true, mayPass: false, weight: 1 },
  'not-approved': { needsHuman: false, mayPass: false, weight: 1 },
  'earlier-plan': { needsHuman: false, mayPass: false, weight: 1 },
  // Whether to let in somebody whom no file lists is nobody's question here.
  asks: { needsHuman: false, mayPass: true, weight: 1 },
  'asks-early': { needsHuman: false, mayPass: true, weight: 1 },
  'asks-hidden': { needsHuman: true, mayPass: true, weight: 1 },
  'asks-listed': { needsHuman: true, mayPass: true, weight: 1 },
  'asks-renumbered': { needsHuman: true, mayPass: false, weight: 2 },
  'requests-unread': { needsHuman: true, mayPass: true, weight: 1 },
};

/** True for what is no drift: somebody asks to be let in. */
export function isAsking(reason: LeftAloneReason): boolean {
  return reason === 'asks' || reason === 'asks-early' || reason === 'asks-hidden' || reason === 'asks-listed';
}

/** Drift that is seen and not acted on, with its reason. */
export interface LeftAlone {
  readonly reason: LeftAloneReason;
  /** The drift; absent for people who cannot be told apart. */
  readonly change?: Change;
  readonly lid?: Lid;
  /** When it happened, for `left`, `declined`, `tried`, `not-let-in`, `refused`, `not-on-whatsapp` and whoever asks to be let in. */
  readonly since?: Day;
  /** What whoever asks to be let in calls themselves: a stranger's text. */
  readonly ownName?: string;
  /**
   * Whoever it is about besides the change's own person: for `number-changed` the number that stands there, of an add, or
   * the person whose it was, of a loss (absent where WhatsApp hides it); for `perhaps-…` whoever they may be. For whoever
   * asks to be let in and is no change's person: they themselves.
   */
  readonly other?: Person;
  /** For `perhaps-hidden` and `unconfirmed`: what a look-up said, or why nobody was asked. */
  readonly asked?: AskedState;
  /** For whoever is to come by the link: the limit that objects to letting so many belong here at once. */
  readonly refusal?: Refusal;
}

/** `not-yet`: so many are asked in one run, and not more. `spent`: today's look-ups are. `not-found`: not on WhatsApp. */
export type AskedState = 'not-yet' | 'spent' | 'not-found' | 'unclear';
