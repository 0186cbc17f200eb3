import { findOwn } from '../oracle/memory.ts';
import type { Due, Question } from '../oracle/question.ts';
import { toWanted } from '../oracle/wanted.ts';
import type { RawFiles } from '../raw-files.ts';

/** The first day after one: dates are "2026-06-01". */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** All that dates in the files may bring from a day on, whoever is in the group by then. */
export function findComing(question: Question): Due[] {
  return findOwn(question).flatMap((file) => {
    const { members, admins } = findEnds(file, question);
    const about = { group: (file.id ?? '').replace('@g.us', '') };
    const removals = [...members].flatMap(([what, until]) =>
      (['member', 'admin'] as const).map((before) => ({
        ...about,
        action: 'remove' as const,
        what,
        before,
        until,
      })),
    );
    const demotions = [...admins].map(([what, until]) => ({
      ...about,
      action: 'demote' as const,
      what,
      until,
    }));
    return [...removals, ...demotions].map((due) => ({
      ...due,
      subject: `${due.group} ${due.action} ${due.what}`,
    }));
  });
}

/** Every last day in a file that is not over yet. */
function findEnds(file: RawFiles['groups'][string], question: Question) {
  const { ended } = toWanted(file, { ...question, today: '9999-12-30' });
  const coming = (ends: ReadonlyMap<string, string>) =>
    [...ends].filter(([, until]) => until >= question.today);
  return { members: new Map(coming(ended.members)), admins: new Map(coming(ended.admins)) };
}
