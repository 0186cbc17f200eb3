import type { LimitKind } from '../domain/group.ts';
import type { DailyRule, LimitRule, PauseRule } from '../domain/loosened.ts';
import type { PauseRange } from '../domain/organisation.ts';
import type { Inline } from '../safe/inline.ts';

/**
 * What a loosened rule lets happen, in plain words, for reports and terminals alike; no sentence has a full stop. What is
 * looser is a rule of the policy or of a group's file; where and what it was stands beside the sentence.
 */
export interface LoosenedWords {
  /** When a limit counts that was loosened: what is said of each is put into it. */
  readonly limit: (what: Inline) => Inline;
  readonly limits: Readonly<Record<LimitRule, (count: number) => Inline>>;
  /** The same for the pace. */
  readonly pace: (what: Inline) => Inline;
  readonly daily: Readonly<Record<DailyRule, (count: number) => Inline>>;
  readonly pauses: Readonly<Record<PauseRule, (seconds: Inline) => Inline>>;
  /** "3 to 8". */
  readonly seconds: (range: PauseRange) => Inline;
  readonly unprotected: (name: Inline) => Inline;
  readonly account: {
    readonly added: (name: Inline, number: Inline) => Inline;
    readonly removed: (name: Inline, number: Inline) => Inline;
    readonly changed: (name: Inline, before: Inline, after: Inline) => Inline;
  };
  readonly memory: { readonly gone: Inline; readonly moved: Inline };
  readonly reach: Readonly<
    Record<'members' | 'admins', Readonly<Record<'exact' | 'additive', (groups: Inline) => Inline>>>
  > & { readonly settings: (groups: Inline) => Inline };
  /** Whoever is missing is added, and was invited before. */
  readonly newMembers: (groups: Inline) => Inline;
  /** Links are not renewed any more. */
  readonly link: Inline;
  /** Numbers are not sealed any more; or with another key, which somebody else may have. */
  readonly seal: { readonly gone: Inline; readonly changed: Inline };
  readonly handedOver: (groups: Inline, before: Inline, after: Inline) => Inline;
  readonly allow: (group: Inline, about: AboutAllow) => Inline;
  /** "limits.removals.run in _policy.yaml". */
  readonly place: (key: Inline, file: Inline) => Inline;
  /** "50 instead of 20". */
  readonly instead: (after: Inline, before: Inline) => Inline;
}

/** What a group's file lets through, and the author's own reason, quoted. */
interface AboutAllow {
  readonly limit: LimitKind;
  readonly number: number;
  readonly until: Inline;
  readonly reason: Inline;
}
