import type { ToSkeleton } from './plain-letters.ts';
import { toAsciiSkeleton, toPlainLetters } from './plain-letters.ts';

/**
 * What names that a reader takes for each other have in common: two are alike if they share one of these forms. Each form
 * on its own, since a capital I looks like an l, and a small one does not.
 */
export function toForms(name: string, toSkeleton: ToSkeleton): readonly string[] {
  const plain = toPlainLetters(name);
  const read = name === plain ? [plain] : [name, plain];
  return [plain, ...read.map((form) => toPlainLetters(toSkeleton(form)))].map(toTidy);
}

/**
 * One text for all that look alike in any case of letters: two names that share a form by `toAsciiSkeleton` have one, though not
 * all that have one share a form. Found in a tenth of the time.
 */
export function toCoarse(name: string): string {
  const plain = toPlainLetters(name).replaceAll('i', 'l');
  const bare = /^[!-~]*$/.test(plain) ? plain : plain.replace(/[\s\u0300-\u036f]+/g, '');
  // What a small sigma looks like tells what stands before it, a letter or a digit that looks like one.
  return toAsciiSkeleton(bare).toLowerCase().replaceAll('ς', 'σ');
}

/** Without accents that stand alone, and with single spaces. */
function toTidy(form: string): string {
  // A handle or two words of ASCII letters are tidy already, as nearly all are.
  if (/^[!-~]+(?: [!-~]+)*$/.test(form)) return form;
  return form
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The skeletons of these texts, whose data is loaded only where one of them has other letters than ASCII's. */
export async function loadSkeleton(texts: Iterable<string>): Promise<ToSkeleton> {
  for (const text of texts) if (!/^[ -~]*$/.test(text)) return (await import('./lookalikes.ts')).toSkeleton;
  return toAsciiSkeleton;
}
