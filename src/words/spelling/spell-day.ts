import type { Day } from '../../domain/group.ts';
import type { Inline } from '../../safe/inline.ts';

/** The twelve months of a language, and what stands between the parts of a date. */
export interface Calendar {
  readonly months: readonly string[];
  readonly between: string;
  /** What the first of a month has behind its number. */
  readonly first?: string;
}

/** A day as people write it: "1 December 2026", "1º de dezembro de 2026". Made of digits and months alone. */
export function spellDay(day: Day, { months, between, first = '' }: Calendar): Inline {
  const [year, month, date] = day.split('-').map(Number);
  return [`${date}${date === 1 ? first : ''}`, months[(month ?? 0) - 1], year].join(between) as Inline;
}
