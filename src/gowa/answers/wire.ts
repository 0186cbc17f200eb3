import * as z from 'zod';
import type { PackedPeople } from '../../domain/people/packed-people.ts';
import { settingFields } from '../setting-fields.ts';

/**
 * Answers of GOWA v9.2 as far as Rollcall uses them (docs/gowa.md#1-endpoints): strict about the fields that are used,
 * blind to all others. Measured: zod takes 10 to 50 ms for 500 groups of 256 people, a tenth of what JSON.parse takes.
 */
const jid = z.string();

/** A member in /group/info and /user/my/groups, where GOWA never guesses (docs/gowa.md#t6). */
const participant = z.object({
  JID: jid,
  /** "" where WhatsApp hides it. */
  PhoneNumber: jid,
  LID: jid,
  IsAdmin: z.boolean(),
  IsSuperAdmin: z.boolean(),
});

/** /group/info; also each entry of /user/my/groups. */
export const groupInfo = z.object({
  JID: jid,
  OwnerJID: jid,
  OwnerPN: jid.optional(),
  ...settingFields,
  TopicID: z.string(),
  IsParent: z.boolean(),
  IsDefaultSubGroup: z.boolean(),
  GroupCreated: z.string().optional(),
  Participants: z.array(participant).nullable(),
  /** Older servers have neither of these two. */
  ParticipantCount: z.int().nonnegative().optional(),
  Suspended: z.boolean().optional(),
});

/** A member of a group as GOWA sends it. */
export type WireParticipant = z.infer<typeof participant>;
/** A group as GOWA sends it, with its members as they are, or packed where they are beyond all doubt (scan-members.ts). */
export interface WireGroup extends Omit<z.infer<typeof groupInfo>, 'Participants'> {
  Participants: readonly WireParticipant[] | PackedPeople | null;
}

/** /user/my/groups. The groups stay unread here, so that one bad entry spoils one group and not all of them. */
export const groupList = z.object({ data: z.array(z.unknown()).nullable() });

/** The one field that tells which group an entry of `groupList` is, where the rest of it may be broken. */
export const listedGroup = z.object({ JID: jid });

/** /user/my/contacts: a name of the address book, else what somebody calls themselves; GOWA does not say which. */
export const contactList = z.object({ data: z.array(z.object({ jid, name: z.string() })).nullable() });

/** /group/participants. `phone_number` may hold the LID's digits instead (docs/gowa.md#t6). */
export const groupParticipants = z.object({
  participants: z.array(z.object({ jid, phone_number: z.string(), lid: jid.optional() })),
});

/** /group/participant-requests; `null` for none. `phone_number` may hold the LID's digits instead (docs/gowa.md#t6). */
export const joinRequests = z
  .array(
    z.object({
      jid,
      phone_number: z.string(),
      display_name: z.string().optional().catch(undefined),
      requested_at: z.string().optional().catch(undefined),
    }),
  )
  .nullable();

/** /user/check: whether a number is on WhatsApp, as far as GOWA can tell (docs/gowa.md#t3). */
export const userCheck = z.object({ is_on_whatsapp: z.boolean() });

/** /user/info: `resolved_lid` is the LID of the number that was asked about, where there is one. */
export const userInfo = z.object({ resolved_lid: jid.optional() });

/** /user/avatar, also of a group; `url` expires (docs/gowa.md#15-group-photo). */
export const avatar = z.object({ url: z.string(), id: z.string() });

/** /app/status. `jid` is "" before login and absent before v8.8. */
export const appStatus = z.object({
  is_connected: z.boolean(),
  is_logged_in: z.boolean(),
  device_id: z.string(),
  jid: jid.optional(),
});

/** /app/info, since v9.0. */
export const appInfo = z.object({ version: z.string() });

/** /devices. `phone_number` is never filled; `jid` has it (docs/gowa.md#11-service--session). */
export const devices = z
  .array(z.object({ id: z.string(), state: z.string(), jid: jid.optional() }))
  .nullable();

/** What `POST /group` answers; refusals of people are not in it (docs/gowa.md#14-group-writes). */
export const createdGroup = z.object({ group_id: jid });

/** What the participants endpoints answer to a POST; `null` for an empty list (docs/gowa.md#14-group-writes). */
export const participantResults = z
  .array(
    z.object({
      participant: jid,
      status: z.enum(['success', 'error']),
      message: z.string().optional().catch(undefined),
    }),
  )
  .nullable();
