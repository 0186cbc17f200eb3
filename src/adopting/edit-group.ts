import { toScalarText } from '../config/edit/scalar-text.ts';
import type { Source } from '../config/sources.ts';
import { toLocator } from '../config/yaml/locate.ts';
import type { NotAdopted } from '../domain/adoption.ts';
import { editLists } from './edit-lists.ts';
import type { ListScope, Stubborn } from './edit-lists.ts';
import { editSettings, setKey } from './edit-settings.ts';
import type { Wishes } from './find-wishes.ts';
import { readMap } from './read-map.ts';

/** What an edit of one group's file is made of. */
export interface EditInput extends Omit<ListScope, 'spanOf' | 'stubborn'> {
  readonly stubborn: Stubborn;
  readonly source: Source;
  readonly wishes: Wishes;
  /** What stands behind `photo:` then, relative to the file, or `none`; absent: what stands there now. */
  readonly photo?: string | undefined;
  /** What a comment says of a value that no file can hold. */
  readonly notCompared: string;
}

/** A file's text as its group is, and what stays as it was though it differs. Everything else stays byte for byte. */
export function editGroup({ source, wishes, photo, notCompared, ...scope }: EditInput): {
  readonly text: string;
  readonly left: readonly NotAdopted[];
} {
  const { spanOf } = toLocator(source);
  const lists = editLists(source.text, wishes, { ...scope, spanOf });
  const settings = editSettings(lists.text, wishes.settings, { notCompared, kept: scope.stubborn.settings });
  const { text } = settings;
  return {
    text: photo === undefined ? text : setKey(text, readMap(text), 'photo', [toScalarText(photo)]),
    left: [...wishes.left, ...lists.left, ...settings.left],
  };
}
