import type { GroupId } from '../group.ts';
import type { PersonKey } from '../people/person.ts';

/** Making the group of a file that has no `id` yet: approved and judged like a change, and carried out by `create` alone. */
export interface MakingGroup {
  readonly action: 'create';
  /** What stands for the group until it is there (`toUnmadeId`): it has the file in it. */
  readonly group: GroupId;
  /** The file, below the groups folder. */
  readonly file: string;
  /** What it will be called: another name is another group, with another id. */
  readonly name: string;
  /**
   * Somebody who is to come by themselves, and is added all the same: WhatsApp makes no group for the account alone. With another
   * one it takes another approval, as nobody else was told of.
   */
  readonly invited?: PersonKey;
}

/** Why a group is not made; each is told with what to do. */
export type CreationObstacle =
  /** The file only watches. */
  | 'observe'
  | 'no-name'
  /** Longer than WhatsApp takes, even for a new group. */
  | 'name-too-long'
  /** WhatsApp makes no group without somebody beside the account, and nobody in the file may come with the request. */
  | 'nobody-first'
  /** The account has a group of this name already, which is in no file. */
  | 'same-name'
  /** Another file's group of this name was asked for, and nobody knows yet whether it is there. */
  | 'same-name-open'
  /** It was asked for lately, there was no clear answer, and it is not there yet: it may still appear. */
  | 'may-appear'
  /** It was asked for, and more than one group may be it. */
  | 'several'
  /** The list of the account's groups could not be read, or is as long as GOWA lets it be: nobody knows what is there. */
  | 'list-unread'
  | 'list-full'
  /** No memory is kept, or it cannot be used: nothing would know that the group was made. */
  | 'no-memory'
  /** Nobody approved it, or nobody who can come with it by now. */
  | 'not-approved';

/** What a file's group is called until WhatsApp has given it an id. It never leaves this process. */
export function toUnmadeId(file: string): GroupId {
  return `new ${file}` as GroupId;
}

/** True for what stands for a group that is not there yet. */
export function isUnmadeId(id: GroupId): boolean {
  return id.startsWith('new ');
}
