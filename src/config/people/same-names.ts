import type { Diagnostic, Span } from '../../domain/diagnostic.ts';
import { toMistake } from '../mistake.ts';
import { toPlainLetters } from './plain-letters.ts';
import type { ToSkeleton } from './plain-letters.ts';

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
  return named.flatMap((each) => {
    const forms = new Set(toForms(each.name, toSkeleton));
    const other = [...forms].map((form) => first.get(form)).find((found) => found !== undefined);
    for (const form of forms) if (!first.has(form)) first.set(form, each);
    return other ? toMistake('same-names', toText(each, other), each.span) : [];
  });
}

/** What two such names have in common: each form on its own, since a capital I looks like an l, and a small one does not. */
function toForms(name: string, toSkeleton: ToSkeleton): readonly string[] {
  const plain = toPlainLetters(name);
  const looks = [name, plain].map((form) => toPlainLetters(toSkeleton(form)));
  return [plain, ...looks].map((form) => form.replace(/[\u0300-\u036f]/g, ''));
}

function toText(each: Named, other: Named): string {
  const by =
    each.name.toLowerCase() === other.name.toLowerCase()
      ? 'capitals'
      : toPlainLetters(each.name) === toPlainLetters(other.name)
        ? 'accents'
        : 'letters that look alike';
  return `\`${each.name}\` and \`${other.name}\` (${other.span.file}:${other.span.line}) differ by ${by} only, so one is easily taken for the other. Give one of them another name.`;
}
