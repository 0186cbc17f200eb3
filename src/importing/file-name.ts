import type { ToAscii } from '../config/people/made-handle.ts';
import { toSlug } from '../config/people/made-handle.ts';
import type { GroupId } from '../domain/group.ts';
import { mask } from '../safe/mask.ts';

/** The longest name of a file, its ending left out, that still reads well in a list. */
const longest = 60;

/** Names that Windows keeps for devices, whatever their ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * What a group's file is called, without its ending: the letters and digits of the group's name in ASCII, words joined by
 * hyphens; the group's id where nothing is left of the name, or where that is a phone number's or a device's. Always one
 * name that can stand in a folder: no slash, no dot, no `_` in front.
 */
export function toFileName(name: string, id: GroupId, toAscii: ToAscii): string {
  const slug = toSlug(name, toAscii, longest);
  return slug === '' || devices.test(slug) || mask(slug) !== slug ? toIdName(id) : slug;
}

/** An id of the old kind is made of its creator's number, which has no place in the name of a file. */
function toIdName(id: GroupId): string {
  const digits = id.replace(/@.*$/, '');
  return digits.includes('-') ? 'group' : digits;
}

/** The name, or the first of `name-2`, `name-3` … that nobody has; `isTaken` looks at it whatever its capitals. */
export function toFree(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number += 1) {
    const numbered = `${name.slice(0, longest - 6)}-${number}`;
    if (!isTaken(numbered)) return numbered;
  }
}
