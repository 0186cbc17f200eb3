import { parse as parseYaml, YAMLParseError } from 'yaml';
import * as z from 'zod';
import { faultRule } from './faults.ts';
import type { FaultRule } from './faults.ts';

/**
 * A world in a file: YAML (or JSON, which is YAML), the form of the recordings' `server` and `world`
 * and a little more. A recording loads as it is: its `name`, `about` and `steps` are skipped.
 *
 * ```yaml
 * server:
 *   devices: [{ pn: "447700900001", contacts: [{ pn: "447700900002", full_name: Ana }] }]
 *   basicAuth: admin:secret        # user:password, or null
 *   basePath: /gowa                # or ""
 * people:                          # a number in no list is not on WhatsApp
 *   - { pn: "447700900002", privacy: invite, recently_left: ["120363000000000001"] }
 *   - { pn: "447700900050", registered: false }
 * groups:
 *   - id: "120363000000000001"     # without @g.us
 *     subject: Altos
 *     desc: Thursdays              # desc_id: undefined makes it one that can never be changed
 *     owner: "447700900001"
 *     members:
 *       - { pn: "447700900001", role: superadmin }
 *       - { pn: "447700900002", hidden: true }       # only the LID is on the wire
 *     approval: true             # whoever comes by the link waits: requests
 *     requests: [{ pn: "447700900010" }]
 *     member_add_mode: admin_add # who may add
 *     invite: AbCdEfGhIjKlMnOpQrStUv
 * faults: [{ xmlns: usync, code: 429 }]
 * behaviour: { not_admin: 401 }
 * ```
 *
 * Members, owners and devices that `people` does not name are people all the same. Whoever has no
 * `lid` is given one made from the number.
 */
export interface WorldFile {
  server: ServerFile;
  people: PersonFile[];
  groups: GroupFile[];
  /** What was delivered so far; tests read it, files may leave it out. */
  messages?: z.infer<typeof message>[] | undefined;
  faults?: FaultRule[] | undefined;
  behaviour?: BehaviourFile | undefined;
}

const digits = z.string().regex(/^\d{5,20}$/, 'digits only, in quotes: "447700900001"');
const groupId = z.string().regex(/^\d{5,}(-\d+)?$/, 'a group id without @g.us, in quotes');
/** Seconds since 1970, or an ISO date. */
const time = z.union([z.number().int(), z.iso.datetime({ offset: true })]);

const contact = z.strictObject({
  pn: digits,
  full_name: z.string().optional(),
  push_name: z.string().optional(),
});

const device = z.strictObject({
  pn: digits,
  lid: digits.optional(),
  contacts: z.array(contact).optional(),
  state: z.enum(['ok', 'disconnected', 'not_logged_in', 'logged_out']).optional(),
});

const server = z.strictObject({
  devices: z.array(device),
  basicAuth: z.string().regex(/:/, 'user:password').nullish(),
  basePath: z
    .string()
    .regex(/^(\/.*[^/])?$/, 'begins with / and does not end with it')
    .optional(),
  /** A fork of GOWA, which has endpoints of its own: `/group/join-approval`, `/group/member-add-mode`. */
  fork: z.boolean().optional(),
});

const person = z.strictObject({
  pn: digits,
  lid: digits.optional(),
  name: z.string().optional(),
  registered: z.boolean().optional(),
  privacy: z.enum(['invite', 'blocked', 'legal']).optional(),
  recently_left: z.array(groupId).optional(),
});

const member = z.strictObject({
  pn: digits,
  role: z.enum(['admin', 'superadmin', 'member']).optional(),
  hidden: z.boolean().optional(),
});

const joinRequest = z.strictObject({
  pn: digits,
  time: time.optional(),
  /** Beyond the recordings: taken back once it has been listed so often. */
  withdrawn_after: z.number().int().min(1).optional(),
});

const group = z.strictObject({
  id: groupId,
  subject: z.string(),
  subject_at: time.optional(),
  subject_by: digits.optional(),
  desc: z.string().optional(),
  desc_id: z.string().optional(),
  desc_at: time.optional(),
  desc_by: digits.optional(),
  created: time.optional(),
  owner: digits,
  members: z.array(member),
  addressing: z.enum(['lid', 'pn']).optional(),
  locked: z.boolean().optional(),
  announce: z.boolean().optional(),
  ephemeral: z.number().int().min(0).optional(),
  member_add_mode: z.enum(['all_member_add', 'admin_add']).optional(),
  approval: z.boolean().optional(),
  requests: z.array(joinRequest).optional(),
  parent: z.boolean().optional(),
  linked_parent: groupId.optional(),
  default_sub: z.boolean().optional(),
  suspended: z.boolean().optional(),
  /** Truncated in the list of groups (docs/gowa.md#t7). */
  stub: z.boolean().optional(),
  capacity: z.number().int().min(1).optional(),
  invite: z.string().optional(),
  /** Codes that were renewed: links with them say so. */
  revoked_invites: z.array(z.string()).optional(),
  /** The JPEG in base64, as GOWA would have uploaded it. */
  picture: z.strictObject({ id: z.string(), jpeg: z.string() }).optional(),
});

/** A message to a person's number or a group's JID. */
const message = z.strictObject({
  id: z.string().optional(),
  from: digits,
  to: z.string(),
  text: z.string(),
  time: time.optional(),
});

/**
 * Where nobody knows what WhatsApp does (docs/gowa.md#8-unproven), a switch. The defaults are what the
 * model behind the recordings does.
 */
const behaviour = z.strictObject({
  /** Code for somebody who is not an admin (docs/gowa.md#s23). */
  not_admin: z.union([z.literal(401), z.literal(403)]).default(403),
  /** Longest name and description, UTF-16 units (docs/gowa.md#s13, #t9). */
  title_limit: z.number().int().default(100),
  topic_limit: z.number().int().default(2048),
  /** What removing oneself does: refused with 406, or it works (docs/gowa.md#s24). */
  self_remove: z.enum(['refused', 'leaves']).default('refused'),
  /** Whether setting the same name again changes its time and author (docs/gowa.md#s27). */
  same_name: z.enum(['changes', 'keeps']).default('changes'),
  /** What removing a photo that is not there says (docs/gowa.md#s32). */
  remove_absent_photo: z.enum(['success', 'not-found']).default('success'),
  /** The id of the very same photo set again (docs/gowa.md#s34). */
  same_photo: z.enum(['new-id', 'same-id']).default('new-id'),
  /** A person's number given as a group id: 400, or never an answer (docs/gowa.md#s9, #t12). */
  person_as_group: z.enum(['refused', 'hang']).default('refused'),
  /** How new groups name their members (docs/gowa.md#s11). */
  create_addressing: z.enum(['lid', 'pn']).default('lid'),
  /** Adding somebody whose privacy forbids it logs the account out (docs/gowa.md#s26, #t15). */
  logout_on_privacy_add: z.boolean().default(false),
  /** After the line dropped, how long the account stays disconnected, in milliseconds (docs/gowa.md#s43). */
  reconnect_after: z.number().int().min(0).default(0),
  /**
   * GOWA's WHATSAPP_ACCOUNT_VALIDATION: numbers are looked up before they are used (E-onwa,
   * docs/gowa.md#04-errors-that-endpoints-share).
   */
  account_validation: z.boolean().default(true),
  /** Whoever is approved in a full group: refused with 419 and left waiting, or not let in without a word. */
  approve_when_full: z.enum(['refused', 'silent']).default('refused'),
  /** How many participants a preview by invite link shows (docs/gowa.md#13-group-reads). */
  preview_size: z.number().int().min(0).default(4),
});

const worldFile = z.strictObject({
  server,
  people: z.array(person).default([]),
  groups: z.array(group).default([]),
  messages: z.array(message).optional(),
  faults: z.array(faultRule).optional(),
  behaviour: behaviour.partial().optional(),
});

/** The account of one device; `contacts` are those that GOWA's own store knows. */
export type DeviceFile = z.infer<typeof device>;
/** How GOWA is set up. */
export type ServerFile = z.infer<typeof server>;
/** One person. */
export type PersonFile = z.infer<typeof person>;
/** One membership; without `role`: a plain member. */
export type MemberFile = z.infer<typeof member>;
/** One group. */
export type GroupFile = z.infer<typeof group>;
/** All switches, each with a value. */
export type Behaviour = z.infer<typeof behaviour>;
/** The switches as a file gives them: those left out have their defaults. */
export type BehaviourFile = { [K in keyof Behaviour]?: Behaviour[K] | undefined };

/** A world that cannot be loaded; the message names the file and every place in it. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
}

/** Returns all switches: those given, and the defaults of the rest. */
export function toBehaviour(given: BehaviourFile | undefined): Behaviour {
  return behaviour.parse(given ?? {});
}

/** Returns the world written in `text`; throws {@link WorldError} with every mistake in it. */
export function parseWorld(text: string, filename: string): WorldFile {
  let value: unknown;
  try {
    value = parseYaml(text, { maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof YAMLParseError) throw new WorldError(`${filename}: ${error.message}`);
    throw error;
  }
  return toWorldFile(value, filename);
}

/** Like {@link parseWorld}, for a value that is parsed already. */
export function toWorldFile(value: unknown, filename: string): WorldFile {
  const parsed = worldFile.safeParse(unwrapRecording(value));
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${toPlace(issue.path)}: ${issue.message}`);
    throw new WorldError(`${filename} is not a world:\n${lines.join('\n')}`);
  }
  const found = findContradictions(parsed.data);
  if (found.length > 0) {
    throw new WorldError(`${filename} contradicts itself:\n${found.map((line) => `  ${line}`).join('\n')}`);
  }
  return parsed.data;
}

/** A recording keeps people and groups under `world`, and has steps. */
function unwrapRecording(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('world' in value)) return value;
  const { name: _name, about: _about, steps: _steps, world, ...rest } = value as Record<string, unknown>;
  return typeof world === 'object' ? { ...rest, ...world } : value;
}

function toPlace(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the whole file';
  return path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? String(key) : `.${String(key)}`))
    .join('');
}

function findContradictions(world: WorldFile): string[] {
  const groups = world.groups.flatMap((one, at) =>
    findTwice(one.members.map((each) => each.pn)).map(
      (pn) => `groups[${at}].members: ${pn} stands there twice`,
    ),
  );
  return [
    ...findTwice(world.people.map((one) => one.pn)).map((pn) => `people: ${pn} stands there twice`),
    ...findTwice(world.groups.map((one) => one.id)).map((id) => `groups: ${id} stands there twice`),
    ...findTwice(world.server.devices.map((one) => one.pn)).map(
      (pn) => `server.devices: ${pn} stands there twice`,
    ),
    ...findTwice(world.people.flatMap((one) => one.lid ?? [])).map(
      (lid) => `people: two have the LID ${lid}`,
    ),
    ...groups,
  ];
}

function findTwice(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}
