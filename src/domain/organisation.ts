import type { Diagnostic } from './diagnostic.ts';
import type { DesiredGroup, Mode, NewMembers } from './group.ts';
import { findSealed } from './people/everybody.ts';
import type { HiddenPerson, Lid, Person, PersonKey, PhoneNumber } from './people/person.ts';

/** The three languages of reports for people. */
export const languages = ['en', 'id', 'pt-BR'] as const;

export type Language = (typeof languages)[number];

/** How many of one kind a plan may hold before it is refused; equal is allowed. */
export interface Limits {
  readonly removals: {
    /** Whole per cent of the live members without the account. */
    readonly percent: number;
    /** So many are always allowed in a group, however small. */
    readonly floor: number;
    readonly run: number;
  };
  readonly demotions: { readonly group: number; readonly run: number };
  readonly promotions: { readonly group: number; readonly run: number };
  readonly adds: { readonly group: number; readonly run: number };
  /** The fewest admins that a group may be left with, the account not counted. */
  readonly admins: { readonly min: number };
  /** Groups that are made; no file's `allow` lifts this, since the groups are not there yet. */
  readonly creates: { readonly run: number };
}

/** A pause of random length. Milliseconds. */
export interface PauseRange {
  readonly min: number;
  readonly max: number;
}

/** How fast the account may act, so that WhatsApp does not ban it (docs/gowa.md#t15). */
export interface Pace {
  /** People added in any 24 hours. */
  readonly addsPerDay: number;
  /** Look-ups in any 24 hours, those among them that GOWA makes for every participant of every call. */
  readonly lookupsPerDay: number;
  /** Groups made in any 24 hours. */
  readonly createsPerDay: number;
  /** Invitations sent as messages in any 24 hours. */
  readonly messagesPerDay: number;
  /** After every write. */
  readonly pause: PauseRange;
  /** After an add request, for each person in it, instead of `pause`. */
  readonly afterAdd: PauseRange;
  /** Between reads of single groups. */
  readonly reads: PauseRange;
}

/** What of a pace is a number of a day. */
export const dailyParts = ['addsPerDay', 'lookupsPerDay', 'createsPerDay', 'messagesPerDay'] as const;

/** What of it is a pause. */
export const pauseParts = ['pause', 'afterAdd', 'reads'] as const;

/** True where both are as long. */
export function isSameRange(a: PauseRange, b: PauseRange): boolean {
  return a.min === b.min && a.max === b.max;
}

/** True where nothing of them differs. */
export function isSamePace(a: Pace, b: Pace): boolean {
  return (
    dailyParts.every((part) => a[part] === b[part]) &&
    pauseParts.every((part) => isSameRange(a[part], b[part]))
  );
}

/** The account of a run: one run is one account. */
export interface Account {
  readonly name: string;
  readonly phone: PhoneNumber;
}

/** When the link of a group is made anew: whoever left may still have the old one. */
export const linkRenewals = ['never', 'after-removals'] as const;

type LinkRenewal = (typeof linkRenewals)[number];

/** The public key that numbers are sealed with. */
interface Seal {
  /** As written: "rollcall-…". */
  readonly text: string;
  /** What messages call it: eight letters. */
  readonly keyId: string;
}

/** `_policy.yaml`, defaults filled in. */
export interface Policy {
  /** By name; a policy with `account:` has one, called "main". */
  readonly accounts: ReadonlyMap<string, PhoneNumber>;
  /** Accounts that the policy of another commit has or had: kept as they are like its own, and no accounts otherwise. */
  readonly alsoKept?: ReadonlySet<PersonKey>;
  /** IANA name; absent where no date is used. */
  readonly timezone?: string;
  readonly language: Language;
  /** Folder of the memory across runs, as written; absent: none is kept. */
  readonly state?: string;
  /** How far groups go whose files say nothing else. */
  readonly manage: Mode;
  /** Never removed, never demoted. */
  readonly protected: ReadonlySet<PersonKey>;
  /** Never removed, never demoted: people whom the policy knows by their LID alone. */
  readonly protectedLids: ReadonlySet<Lid>;
  readonly limits: Limits;
  readonly pace: Pace;
  /** For groups whose files say nothing else. */
  readonly newMembers: NewMembers;
  readonly link: { readonly renew: LinkRenewal };
  /** Messages to the admins in any 24 hours, through each channel (`rollcall notify`). */
  readonly noticesPerDay: number;
  /** What people's numbers are sealed with; absent: they stand in the files for all to read. */
  readonly seal?: Seal;
}

/** How a file of what several groups have in common is called, as it is mostly written. */
export const defaultsFile = '_defaults.yaml';

/** True for the name of such a file, its ending written in any way. */
export function isDefaultsFile(name: string): boolean {
  return /^_defaults\.[Yy][Aa]?[Mm][Ll]$/.test(name);
}

/** True for a group's file that such a file is about: in its folder, or in one below. Both below the groups folder, with slashes. */
export function holdsFor(defaults: string, file: string): boolean {
  return file.startsWith(defaults.slice(0, defaults.lastIndexOf('/') + 1));
}

/** A `_defaults.yaml`: what its groups have of it stands in them. */
export interface DefaultsFile {
  /** Below the groups folder, with slashes. */
  readonly file: string;
  /** All that it says, as one text: equal for two that say the same. */
  readonly says: string;
}

/** Everything that the files say, each person resolved, nothing left to look up. */
export interface Organisation {
  readonly policy: Policy;
  /** Sorted by file. */
  readonly groups: readonly DesiredGroup[];
  /** Everybody in the files of people and everybody named by number. */
  readonly people: ReadonlyMap<PersonKey, Person>;
  /** Everybody who has a handle and a LID in place of a number. */
  readonly hidden: ReadonlyMap<Lid, HiddenPerson>;
  readonly warnings: readonly Diagnostic[];
  /** How many numbers are sealed or encrypted and were not opened: nothing may be planned then. Absent: none. */
  readonly unopened?: number;
  /** Those among them that are in files which SOPS has encrypted. Absent: none. */
  readonly locked?: { readonly files: readonly string[]; readonly people: number };
  /** The numbers that were opened, for whoever reads the files again (`Sources.opened`). Absent: none. */
  readonly opened?: ReadonlyMap<string, PhoneNumber>;
  /** Sorted by file; absent: there are none. */
  readonly defaults?: readonly DefaultsFile[];
  /**
   * Whom only the commit that these files are compared with names, with numbers that nobody may see. Absent: no number is
   * secret there, or there is no such commit.
   */
  readonly former?: ReadonlyMap<PersonKey, Person>;
}

/** True where numbers are sealed or kept elsewhere, here or in the other commit: nothing is told of how alike two of them are. */
export function hasSecretNumbers({
  policy,
  people,
  former,
}: Pick<Organisation, 'policy' | 'people' | 'former'>): boolean {
  return (policy.seal ?? former) !== undefined || findSealed(people).length > 0;
}
