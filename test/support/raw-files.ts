import { stringify } from 'yaml';

/** The files as YAML gives them, before anybody has looked at what they mean (docs/files.md). */
export interface RawFiles {
  readonly policy: RawPolicy;
  readonly people: {
    readonly people: Readonly<Record<string, string>>;
    readonly teams: Readonly<Record<string, readonly RawEntry[]>>;
  };
  /** By file name. */
  readonly groups: Readonly<Record<string, RawGroup>>;
}

export type RawMode = 'exact' | 'additive' | 'observe';

export interface RawPolicy {
  readonly account?: string;
  readonly accounts?: Readonly<Record<string, string>>;
  readonly timezone: string;
  readonly manage?: RawMode;
  readonly protected?: readonly string[];
  readonly 'new-members'?: 'add' | 'invite';
  readonly link?: { readonly renew: 'never' | 'after-removals' };
  readonly limits?: {
    readonly removals?: { readonly group?: string; readonly floor?: number; readonly run?: number };
    readonly demotions?: RawCount;
    readonly promotions?: RawCount;
    readonly adds?: RawCount;
    readonly admins?: { readonly min?: number };
  };
}

interface RawCount {
  readonly group?: number;
  readonly run?: number;
}

/** A handle, a number, `team:…`, `lid:…`, or one of them with more. */
export type RawEntry =
  | string
  | {
      readonly person: string;
      readonly from?: string;
      readonly until?: string;
      readonly by?: 'invite';
      readonly readd?: string;
      /** Of a team: people by handle or number. */
      readonly except?: readonly string[];
      readonly 'also-in'?: string;
    };

export interface RawGroup {
  readonly id?: string;
  readonly account?: string;
  readonly name?: string;
  readonly topic?: string;
  readonly announce?: boolean;
  readonly locked?: boolean;
  readonly disappearing?: string;
  readonly 'may-add'?: 'admins' | 'everyone';
  readonly 'join-approval'?: boolean;
  readonly community?: string;
  readonly members?: readonly RawEntry[];
  readonly admins?: readonly RawEntry[];
  readonly 'new-members'?: 'add' | 'invite';
  readonly manage?: RawMode | { readonly members?: RawMode; readonly admins?: RawMode };
  readonly allow?: {
    readonly removals?: number;
    readonly demotions?: number;
    readonly promotions?: number;
    readonly adds?: number;
    readonly until: string;
    readonly reason: string;
  };
}

/** The files' texts, by their path below the groups folder. */
export function toTexts({ policy, people, groups }: RawFiles): Readonly<Record<string, string>> {
  const texts = Object.entries(groups).map(([file, group]) => [file, stringify(group)] as const);
  return {
    '_policy.yaml': stringify(policy),
    '_people.yaml': stringify(people),
    ...Object.fromEntries(texts),
  };
}
