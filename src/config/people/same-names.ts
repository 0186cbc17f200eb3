import { tellPlace } from '../../domain/diagnostic.ts';
import type { Diagnostic, Span } from '../../domain/diagnostic.ts';
import { toMistake } from '../mistake.ts';
import { toCoarse, toForms } from '../../safe/alike.ts';
import { toAsciiSkeleton, toPlainLetters } from '../../safe/plain-letters.ts';
import type { ToSkeleton } from '../../safe/plain-letters.ts';

/** A handle or the name of a team, and where it stands. */
interface Named {
  readonly name: string;
  readonly span: Span;
}

/**
 * Names that a reader takes for each other: they differ by capitals, by accents, or by letters that look alike only.
 * Whoever writes or reviews one would mean the other. Each is reported at the second of the two.
 */
export function findSameNames(named: readonly Named[], toSkeleton: ToSkeleton): readonly Diagnostic[] {
  const first = new Map<string, Named>();
  const found: Diagnostic[] = [];
  for (const each of toSkeleton === toAsciiSkeleton ? findNear(named) : named) {
    const forms = toForms(each.name, toSkeleton);
    const other = forms.map((form) => first.get(form)).find((before) => before !== undefined);
    for (const form of forms) if (!first.has(form)) first.set(form, each);
    if (other) found.push(toMistake('same-names', toText(each, other), each.span));
  }
  return found;
}

/** Those whom a quick look does not tell from all others: of 10,000 handles hardly any. */
function findNear(named: readonly Named[]): readonly Named[] {
  const counts = new Map<string, number>();
  const coarse = named.map(({ name }) => toCoarse(name));
  for (const text of coarse) counts.set(text, (counts.get(text) ?? 0) + 1);
  if (counts.size === named.length) return [];
  return named.filter((_, place) => counts.get(coarse[place] ?? '') !== 1);
}

function toText(each: Named, other: Named): string {
  const by =
    each.name.toLowerCase() === other.name.toLowerCase()
      ? 'capitals'
      : toPlainLetters(each.name) === toPlainLetters(other.name)
        ? 'accents'
        : 'letters that look alike';
  return `\`${each.name}\` and \`${other.name}\` (${tellPlace(other.span)}) differ by ${by} only, so one is easily taken for the other. Give one of them another name.`;
}
