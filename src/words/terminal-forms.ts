import type { LowerMode } from '../domain/origin.ts';
import type { Inline } from '../safe/inline.ts';
import { say } from '../safe/inline.ts';

/** A number as a terminal and JSON show it: without anything between thousands. */
export const counted = (count: number, one: Inline, more: Inline) =>
  say`${count} ${count === 1 ? one : more}`;

/** In the words of the files: "members exact → additive". */
export const toModeChange = ({ part, before, after }: LowerMode) => `${part} ${before} → ${after}` as Inline;
