import type { Jid } from './jid.ts';

/** One member as it is on the wire; `phone` is absent where WhatsApp hides the number. */
export interface ParticipantNode {
  readonly jid: Jid;
  readonly phone?: Jid;
  readonly lid: Jid;
  readonly type: 'member' | 'admin' | 'superadmin';
  readonly displayName: string;
}

/** Who did something last, and when (seconds since 1970). */
export interface Authorship {
  readonly at: number;
  readonly by: Jid;
  readonly byPhone: Jid;
}

/**
 * A group as WhatsApp describes it. Never changed once made, and the same object as long as the
 * group is the same: what is derived from it may be kept beside it.
 */
export interface GroupNode {
  readonly kind: 'full';
  readonly jid: Jid;
  readonly owner: Jid;
  readonly ownerPhone: Jid;
  readonly subject: string;
  readonly subjectSet: Authorship;
  readonly description?: { readonly id: string; readonly text: string; readonly set: Authorship };
  readonly created: number;
  readonly addressing: 'lid' | 'pn';
  readonly locked: boolean;
  readonly announce: boolean;
  readonly ephemeral: number;
  readonly parent: boolean;
  readonly linkedParent?: Jid;
  readonly defaultSub: boolean;
  readonly approval: boolean;
  readonly memberAddMode: 'all_member_add' | 'admin_add';
  readonly suspended: boolean;
  readonly participants: readonly ParticipantNode[];
  readonly participantVersion: string;
  readonly size: number;
}

/** A truncated entry in the list of groups (docs/gowa.md#t7): its id, its size, nothing else. */
export interface StubNode {
  readonly kind: 'stub';
  readonly jid: Jid;
  readonly size: number;
}

/** What became of one person in a participants query; no `code`: done. */
export interface ParticipantResult {
  readonly jid: Jid;
  readonly code?: number;
  readonly addRequest?: boolean;
}

/** Somebody who asked to join; `time` in seconds since 1970. */
export interface JoinRequestNode {
  readonly jid: Jid;
  readonly time: number;
}

/** A picture as WhatsApp tells of it; the bytes are at `path` on its picture host. */
export interface PictureNode {
  readonly id: string;
  readonly path: string;
  readonly type: 'image' | 'preview';
}

/** One row of a look-up of people. */
export interface UserNode {
  readonly jid: Jid;
  readonly lid?: Jid;
  readonly devices: readonly Jid[];
}
