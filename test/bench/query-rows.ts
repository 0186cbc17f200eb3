import { countQueries } from '../support/queries/count-queries.ts';
import { makeDays } from '../support/queries/days.ts';
import { toLeastApply, toLeastPlan } from '../support/queries/least.ts';
import type { Row } from './table.ts';

/** Queries to WhatsApp, as the sandbox counts them, for five days, against the fewest that prove the same. */
export async function measureQueries(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const day of await makeDays()) {
    const { plan, apply } = await countQueries(day);
    rows.push(toRow(`queries of plan: ${day.name}`, plan.length, toLeastPlan(day), 1));
    rows.push(toRow(`queries of apply: ${day.name}`, apply.length, toLeastApply(day), 1.2));
  }
  return rows;
}

function toRow(what: string, count: number, least: number, goal: number): Row {
  return {
    what,
    against: 'the least that proves it',
    measured: `${count} : ${least}`,
    value: count / least,
    goal,
  };
}
