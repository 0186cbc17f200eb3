import type { PauseRange } from '../../domain/organisation.ts';
import type { Inline } from '../../safe/inline.ts';
import { say } from '../../safe/inline.ts';

/** A pause of random length in seconds: "0.3 to 0.9", "5". */
export function spellSeconds(
  { min, max }: PauseRange,
  { point, to }: { readonly point: string; readonly to: Inline },
): Inline {
  const spell = (time: number) => String(time / 1000).replace('.', point) as Inline;
  return min === max ? spell(min) : say`${spell(min)} ${to} ${spell(max)}`;
}
