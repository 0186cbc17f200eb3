import * as z from 'zod';
import type { GroupId } from '../../domain/group.ts';
import { isGroupId } from '../../domain/group.ts';

/** A group that was made from a file which does not have its id yet. */
export interface CreatedGroup {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly id: GroupId;
  /** As its file had it. */
  readonly name: string;
}

const form = z.array(
  z.object({
    path: z.string(),
    id: z.string().refine(isGroupId),
    name: z.string(),
  }),
);

/** So many fit into a variable of a process (128 KiB), whatever they are called; the others are told when those are merged. */
const mostAtOnce = 100;

/** As one job tells it another: '' for no group at all. */
export function toCreatedText(created: readonly CreatedGroup[]): string {
  return created.length === 0 ? '' : JSON.stringify(created.slice(0, mostAtOnce));
}

/** Throws for what is no such text. */
export function parseCreated(text: string): CreatedGroup[] {
  return form.parse(text === '' ? [] : JSON.parse(text)) as CreatedGroup[];
}
