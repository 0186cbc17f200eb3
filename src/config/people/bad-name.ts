import { toShown } from '../yaml/fields.ts';
import { nameText } from './handle.ts';

/** Says of a text that it is no name. */
export function toBadName(text: string): string {
  return `\`${toShown(text)}\` cannot be a name here: use ${nameText}.`;
}
