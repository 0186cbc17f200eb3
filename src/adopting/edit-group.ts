import { toCommentText, toScalarText } from '../config/edit/scalar-text.ts';
import type { Source } from '../config/sources.ts';
import { toLocator } from '../config/yaml/locate.ts';
import type { NotAdopted } from '../domain/adoption.ts';
import { editLists } from './edit-lists.ts';
import type { ListScope, Stubborn } from './edit-lists.ts';
import { editSettings, setKey } from './edit-settings.ts';
import type { Wishes } from './find-wishes.ts';
import { readMap } from '../config/edit/read-map.ts';
import { maskLines } from '../safe/mask.ts';

/** What comments say, in a language of people. */
export interface Comments {
  /** Of a value that no file can hold. */
  readonly notCompared: string;
  /** Of somebody in no file, by what they are called: a stranger's text, quoted already. */
  readonly called: (quoted: string) => string;
}

/** What an edit of one group's file is made of. */
export interface EditInput extends Omit<ListScope, 'spanOf' | 'stubborn' | 'toCalled'> {
  readonly stubborn: Stubborn;
  readonly source: Source;
  readonly wishes: Wishes;
  /** What stands behind `photo:` then, relative to the file, or `none`; absent: what stands there now. */
  readonly photo?: string | undefined;
  readonly comments: Comments;
}

/** A file's text as its group is, and what stays as it was though it differs. Everything else stays byte for byte. */
export function editGroup({ source, wishes, photo, comments, ...scope }: EditInput): {
  readonly text: string;
  readonly left: readonly NotAdopted[];
} {
  const { spanOf } = toLocator(source);
  const toCalled = (name: string) => {
    const shown = scope.isSealed ? maskLines(name, 'nothing') : name;
    return toCommentText(comments.called(toScalarText(shown, true)));
  };
  const lists = editLists(source.text, wishes, { ...scope, spanOf, toCalled });
  const settings = editSettings(lists.text, wishes.settings, {
    notCompared: comments.notCompared,
    kept: scope.stubborn.settings,
    isSealed: scope.isSealed,
  });
  const { text } = settings;
  return {
    text: photo === undefined ? text : setKey(text, readMap(text), 'photo', [toScalarText(photo)]),
    left: [...wishes.left, ...lists.left, ...settings.left],
  };
}
