import { findOwn } from '../oracle/memory.ts';
import type { Due, Question } from '../oracle/question.ts';
import { toWanted } from '../oracle/wanted.ts';
import type { RawFiles } from '../raw-files.ts';

/** The first day after one: dates are "2026-06-01". */
function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** All that dates in the files may bring from a day on, whoever is in the group by then. */
export function findComing(question: Question): Due[] {
  return findOwn(question).flatMap((file) => {
    const { members, admins } = findEnds(file, question);
    const { readd, begun } = toWanted(file, question);
    const ahead = (days: ReadonlyMap<string, string>) =>
      [...days].filter(([, from]) => from > question.today);
    const first = { members: ahead(begun.members), admins: ahead(begun.admins) };
    const group = (file.id ?? '').replace('@g.us', '');
    const former = question.former?.get(group);
    const about = { group, ...(former !== undefined && { former }) };
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
    const gains = (['add', 'promote'] as const).flatMap((action) =>
      [...(action === 'add' ? first.members : first.admins)].map(([what, from]) => {
        const back = action === 'add' ? readd.get(what) : undefined;
        return { ...about, action, what, from, ...(back !== undefined && { readd: back }) };
      }),
    );
    return [...removals, ...demotions, ...gains].map((due) => ({
      ...due,
      subject: `${due.group} ${due.action} ${due.what}`,
    }));
  });
}

/** The first day on which something is due that a date brings; undefined for anything else. */
export function toDay({ from, until }: Due): string | undefined {
  return from ?? (until === undefined ? undefined : nextDay(until));
}

/** Every last day in a file that is not over yet. */
function findEnds(file: RawFiles['groups'][string], question: Question) {
  const { ended } = toWanted(file, { ...question, today: '9999-12-30' });
  const coming = (ends: ReadonlyMap<string, string>) =>
    [...ends].filter(([, until]) => until >= question.today);
  return { members: new Map(coming(ended.members)), admins: new Map(coming(ended.admins)) };
}
