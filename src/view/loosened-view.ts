import type { Loosened } from '../domain/loosened.ts';
import type { SafeText } from '../safe/escape.ts';

/** A group as alerts name it: its file below the groups folder, and its name, which may be empty. */
export interface PlaceView {
  readonly file: SafeText;
  readonly name: SafeText;
}

/** What is said of several groups at once. */
export interface OfGroups {
  /** The `_defaults.yaml` that says so, below the groups folder. */
  readonly defaults?: SafeText;
  readonly groups: readonly PlaceView[];
}

/** A rule that is looser now than in the other commit; see `Loosened`. */
export type LoosenedView =
  | Extract<Loosened, { readonly kind: 'limit' | 'daily' | 'pause' | 'link' | 'seal' }>
  | { readonly kind: 'unprotected'; readonly label: SafeText }
  /** Numbers are masked in every view. */
  | {
      readonly kind: 'account';
      readonly name: SafeText;
      readonly before?: SafeText;
      readonly after?: SafeText;
    }
  | { readonly kind: 'memory'; readonly before: SafeText; readonly after?: SafeText }
  | (Omit<Extract<Loosened, { readonly kind: 'reach' }>, 'groups' | 'defaults'> & OfGroups)
  | (Omit<Extract<Loosened, { readonly kind: 'new-members' }>, 'groups' | 'defaults'> & OfGroups)
  | {
      readonly kind: 'handed-over';
      readonly before: SafeText;
      readonly after: SafeText;
      readonly groups: readonly PlaceView[];
    }
  | (Omit<Extract<Loosened, { readonly kind: 'allow' }>, 'group' | 'reason'> & {
      readonly group: PlaceView;
      readonly reason: SafeText;
    });
