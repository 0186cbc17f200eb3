import type { Span } from '../../domain/diagnostic.ts';
import { findNamed } from '../groups/list-entry.ts';
import type { Named } from '../groups/list-entry.ts';
import type { MistakeCode } from '../mistake.ts';
import type { ParsedTeam } from './parse-people.ts';

/**
 * The teams in an order in which each comes after those it contains. A team that contains itself is reported at the
 * entry that closes the circle. Without recursion: a file may hold a chain of thousands.
 */
export function orderTeams(
  teams: ReadonlyMap<string, ParsedTeam>,
  report: (code: MistakeCode, detail: string, span: Span) => void,
): readonly ParsedTeam[] {
  const ordered: ParsedTeam[] = [];
  const done = new Set<string>();
  for (const start of teams.values()) {
    const path: { team: ParsedTeam; rest: Named[] }[] = [];
    const open = new Set<string>();
    const enter = (team: ParsedTeam) => {
      open.add(team.name);
      path.push({ team, rest: team.entries.flatMap(findNamed).toReversed() });
    };
    if (!done.has(start.name)) enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const entry = top.rest.pop();
      if (!entry) {
        path.pop();
        open.delete(top.team.name);
        done.add(top.team.name);
        ordered.push(top.team);
        continue;
      }
      const inner = entry.target.kind === 'team' ? teams.get(entry.target.name) : undefined;
      if (!inner || done.has(inner.name)) continue;
      if (open.has(inner.name)) report('team-cycle', toCircle(inner.name, path), entry.span);
      else enter(inner);
    }
  }
  return ordered;
}

function toCircle(name: string, path: readonly { team: ParsedTeam }[]): string {
  const names = path.map(({ team }) => team.name);
  const circle = [...names.slice(names.indexOf(name)), name];
  const shown = circle.length > 8 ? [...circle.slice(0, 4), '…', ...circle.slice(-3)] : circle;
  return `The team contains itself: ${shown.join(' → ')}. Nobody can be told to be in it or not. Take one of the teams out of the other.`;
}
