import { tellPlace } from '../../domain/diagnostic.ts';
import type { Span } from '../../domain/diagnostic.ts';
import { escapeTerminal } from '../../safe/escape.ts';
import { measure, pad } from '../columns.ts';

/** A number and whose it is, as the files say. */
interface Reading {
  readonly name?: string;
  readonly phone: string;
  readonly span: Span;
}

/** A line for each number: name, number, place. It shows whole numbers, so it is for a terminal alone. */
export function renderReadings(readings: readonly Reading[]): string {
  const rows = readings.map(({ name, phone, span }) => ({
    name: escapeTerminal(name ?? '–'),
    phone,
    place: escapeTerminal(tellPlace(span)),
  }));
  const names = widest(rows.map(({ name }) => name));
  const phones = widest(rows.map(({ phone }) => phone));
  return rows
    .map(({ name, phone, place }) => `  ${pad(name, names)}  ${pad(phone, phones)}  ${place}\n`)
    .join('');
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, measure(text)), 0);
}
