import * as z from 'zod';
import type { SettingChange } from '../domain/plan/change.ts';
import { isGroupId } from '../domain/group.ts';
import type { GroupId } from '../domain/group.ts';
import type { ForkSetting, SettingName, Settings } from '../domain/settings.ts';
import { settingNames } from '../domain/settings.ts';
import { normaliseText } from '../domain/text.ts';

/** The fields of GOWA's GroupInfo that settings are read from (docs/gowa.md#3-settings-what-can-be-read-and-set). */
export const settingFields = {
  Name: z.string(),
  Topic: z.string(),
  IsAnnounce: z.boolean(),
  IsLocked: z.boolean(),
  IsEphemeral: z.boolean(),
  /** Seconds. */
  DisappearingTimer: z.int().nonnegative(),
  /** What GOWA itself cannot set; of no use where it has another form. */
  IsJoinApprovalRequired: z.boolean().optional().catch(undefined),
  MemberAddMode: z.string().optional().catch(undefined),
  LinkedParentJID: z.string().optional().catch(undefined),
};

type WireSettings = z.infer<z.ZodObject<typeof settingFields>>;

/** A request with a JSON body. */
export interface JsonRequest {
  /** Ready to send, the group's id percent-encoded. */
  readonly path: string;
  /** The path without anybody's id in it, for messages. */
  readonly template: string;
  readonly json: Readonly<Record<string, unknown>>;
}

interface Row<Value> {
  readonly read: (info: WireSettings) => Value;
  /** The request that sets it. Holds every field of the endpoint: GOWA takes a missing one for "off" or "delete" (docs/gowa.md#t16). */
  readonly request: (group: GroupId, after: Value) => JsonRequest;
}

/** Where forks of GOWA set what GOWA itself cannot (docs/gowa.md#16-endpoints-of-forks). */
export const forkPaths: Readonly<Record<ForkSetting, string>> = {
  'may-add': '/group/member-add-mode',
  'join-approval': '/group/join-approval',
};

/** What WhatsApp calls who may add members (docs/gowa.md#14-group-writes). */
const addModes = { admins: 'admin_add', everyone: 'all_member_add' } as const;

/** A row for each setting: where it is read, and how it is set. */
const rows: { readonly [Name in SettingName]: Row<Settings[Name]> } = {
  name: {
    read: ({ Name }) => normaliseText(Name),
    request: (group, name) => toGroup('/group/name', { group_id: group, name }),
  },
  topic: {
    read: ({ Topic }) => normaliseText(Topic),
    request: (group, topic) => toGroup('/group/topic', { group_id: group, topic }),
  },
  announce: {
    read: ({ IsAnnounce }) => IsAnnounce,
    request: (group, announce) => toGroup('/group/announce', { group_id: group, announce }),
  },
  locked: {
    read: ({ IsLocked }) => IsLocked,
    request: (group, locked) => toGroup('/group/locked', { group_id: group, locked }),
  },
  disappearing: {
    read: ({ IsEphemeral, DisappearingTimer }) => (IsEphemeral ? DisappearingTimer : 0),
    // GOWA takes an id without its server for a person here, and would write to them (docs/gowa.md#14-group-writes).
    request: (group, seconds) => ({
      path: `/chat/${encodeURIComponent(group)}/disappearing`,
      template: '/chat/{jid}/disappearing',
      json: { timer_seconds: seconds },
    }),
  },
  'may-add': {
    read: ({ MemberAddMode: mode = '' }) => findMayAdd(mode),
    request: (group, mayAdd) => toGroup(forkPaths['may-add'], { group_id: group, mode: toMode(mayAdd) }),
  },
  'join-approval': {
    read: ({ IsJoinApprovalRequired: isRequired = false }) => isRequired,
    request: (group, enabled) => toGroup(forkPaths['join-approval'], { group_id: group, enabled }),
  },
  community: {
    read: ({ LinkedParentJID: id = '' }) => (isGroupId(id) ? id : 'none'),
    request: () => refuse('the community of a group'),
  },
};

/** A group's settings as GOWA tells them, texts in the form in which they are compared. */
export function toSettings(info: WireSettings): Settings {
  const values = settingNames.map((name) => [name, rows[name].read(info)]);
  return Object.fromEntries(values) as unknown as Settings;
}

/** The request that carries out a change of a setting. */
export function requestForSetting({ group, setting, after }: SettingChange): JsonRequest {
  // The compiler cannot see that `setting` and `after` belong together; the change's type says it.
  const request = rows[setting].request as Row<unknown>['request'];
  return request(group, after);
}

/** Anything else, "" among it, says nothing (docs/gowa.md#t20). */
function findMayAdd(mode: string): Settings['may-add'] {
  const words = Object.keys(addModes) as (keyof typeof addModes)[];
  return words.find((word) => addModes[word] === mode) ?? 'unknown';
}

function toMode(mayAdd: Settings['may-add']): string {
  return mayAdd === 'unknown' ? refuse('who may add members without knowing who') : addModes[mayAdd];
}

function refuse(what: string): never {
  throw new Error(`Refused to set ${what}`);
}

/** The body goes to a path that holds nobody's id. */
function toGroup(path: string, json: JsonRequest['json']): JsonRequest {
  return { path, template: path, json };
}
