import { createHash } from 'node:crypto';
import type { ActionPlace } from './action-place.ts';
import { toUses } from './action-place.ts';
import type { Forge } from './starter-file.ts';

/** The line that names the action, wherever that lies; the rest of the line is about the copy. */
const uses = /^(\s*- uses: )\S*\.git(?:hub|ea)\/actions\/rollcall\b.*$/gm;

/** What is there to tell later whether somebody has edited the file. */
const mark = /^# Written by `rollcall init`, .*\(([\da-f]{16})\)\.\n/;

/**
 * A workflow of this repository as another one has it: naming the action where it lies, and marked, so that a later `init`
 * can tell whether it is as it was written. A copy of everything has it letter for letter.
 */
export function toWorkflowText(text: string, place: ActionPlace, forge: Forge = 'github'): string {
  if (place.kind === 'copy') return text;
  const marked = `# Written by \`rollcall init\`, which brings it up to date until somebody edits it (${toDigest(text)}).\n`;
  return marked + text.replaceAll(uses, `$1${toUses(place, forge)}`);
}

/** Whether a workflow is as some `init` wrote it, with whatever commit: `text` is what is written today. */
export function isUnedited(found: string, text: string): boolean {
  const unix = found.replaceAll('\r\n', '\n');
  const digest = mark.exec(unix)?.[1];
  return toDigest(unix) === (digest ?? toDigest(text));
}

/** Of all but the mark and where the action lies. */
function toDigest(text: string): string {
  const rest = text.replace(mark, '').replaceAll(uses, '$1');
  return createHash('sha256').update(rest).digest('hex').slice(0, 16);
}
