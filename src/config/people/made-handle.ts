import { isReserved } from '../../safe/reserved-words.ts';
import { isName, longestHandle } from './handle.ts';

/** Writes letters of any script in ASCII, about as they are spoken: "王小明" → "wang xiao ming". */
export type ToAscii = (text: string) => string;

/**
 * A handle made from somebody's name, the same on every run: its letters and digits in ASCII, words joined by hyphens
 * ("José da Silva" → "jose-da-silva"). Undefined where the name has no such letters, or what comes of it is a word of
 * Rollcall's own sentences.
 */
export function makeHandle(name: string, toAscii: ToAscii): string | undefined {
  const handle = toSlug(name, toAscii, longestHandle);
  return isName(handle) && !isReserved(handle) ? handle : undefined;
}

/** The letters and digits of a text in ASCII and in small letters, words joined by hyphens; at most so many of them. */
export function toSlug(text: string, toAscii: ToAscii, longest: number): string {
  return toAscii(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-$/, '');
}
