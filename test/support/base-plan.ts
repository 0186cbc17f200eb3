import type { Stage } from './stage.ts';

/** What tests look at in the JSON of a plan that was compared with another commit. */
export interface BasePlan {
  readonly refusals: readonly { readonly limit: string }[];
  readonly groups: readonly {
    readonly file: string;
    readonly refusals: readonly { readonly limit: string }[];
    readonly leftAlone: readonly { readonly reason: string; readonly wasBefore?: true }[];
    readonly changes: readonly {
      readonly action: string;
      readonly label: string;
      readonly origin?: string;
      readonly refused: boolean;
    }[];
  }[];
  readonly since: {
    readonly numbers: readonly {
      readonly sentence: string;
      readonly groups: number;
      readonly adminIn: number;
    }[];
    readonly unread: readonly { readonly file: string; readonly what: string; readonly sentence: string }[];
    readonly stopped: readonly { readonly file: string; readonly how: string }[];
    readonly arrived: readonly { readonly file: string; readonly how: string }[];
    readonly relaxed: readonly {
      readonly file: string;
      readonly keys: readonly string[];
      readonly modes: readonly { readonly part: string; readonly before: string; readonly after: string }[];
      readonly sentence: string;
    }[];
    readonly loosened: readonly { readonly kind: string; readonly sentence: string }[];
  };
}

/** The plan of what lies in the stage's folder, compared with the branch `main`. */
export async function planFromMain(stage: Stage, ...argv: string[]): Promise<BasePlan> {
  const { out, err } = await stage.run('plan', '--base', 'main', '--json', ...argv);
  if (out === '') throw new Error(err);
  return JSON.parse(out) as BasePlan;
}

/** "add citra: pull-request" for each change. */
export function toOrigins({ groups }: Pick<BasePlan, 'groups'>): string[] {
  return groups.flatMap(({ changes }) =>
    changes.map(({ action, label, origin }) => `${action} ${label}: ${origin}`),
  );
}
