import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../config/sources.ts';
import { toDay } from '../domain/day.ts';
import type { Day, DesiredGroup, DesiredPerson } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { SettingName, Settings } from '../domain/settings.ts';
import { blankSettings, settingNames } from '../domain/settings.ts';
import { UsageError } from '../errors.ts';
import { encodePhotos } from '../files/read-photos.ts';
import { wantedRole } from '../planning/desired-role.ts';
import type { FaultRule } from '../sandbox/faults.ts';
import type { GroupFile, MemberFile, WorldFile } from '../sandbox/world-file.ts';

/** A folder of groups may bring the world that it is rehearsed in. */
const worldFileName = '.sandbox.yaml';

/** A world's file has at most so many: one of 2,000 groups of 1,000 has some 200 MB. */
export const worldBytes = 512 * 1024 * 1024;

/** So much drift is put into a world that was made from the files alone. */
const drift = 12;

/** Starts the embedded sandbox: in the folder's own world, else in one made from its files, with drift put in. */
export async function startRehearsal(groups: string, organisation: Organisation, now: number) {
  const { startSandbox } = await import('../sandbox/start.ts');
  const { url, close } = await startSandbox({ world: await findWorld(groups, organisation, now) });
  return { url, close: () => close() };
}

/** The world to rehearse in: the folder's own, else one made from its files with drift put in. */
export async function findWorld(groups: string, organisation: Organisation, now: number): Promise<WorldFile> {
  return (await readOwnWorld(groups)) ?? putInDrift(await toWorld(groups, organisation, now), drift);
}

/** The world with so many differences put in, always the same ones. */
export async function putInDrift(world: WorldFile, count: number): Promise<WorldFile> {
  const { driftWorld } = await import('../sandbox/drift.ts');
  return driftWorld(world, count, 1);
}

/**
 * The world that the folder brings, if it does; no link is followed, as with all its files. Throws `UsageError` where it cannot be
 * loaded.
 */
async function readOwnWorld(groups: string): Promise<WorldFile | undefined> {
  const path = join(groups, worldFileName);
  if (!lstatSync(path, { throwIfNoEntry: false })) return undefined;
  const text = readText(path, worldBytes);
  if (typeof text === 'string') return toParsedWorld(text, path);
  throw new UsageError(`${path}: ${'detail' in text ? text.detail : 'This file is far too large.'}`);
}

/** The world in a text. Throws `UsageError` with every mistake in it. */
export async function toParsedWorld(text: string, path: string): Promise<WorldFile> {
  const { parseWorld } = await import('../sandbox/world-file.ts');
  return asUsage(() => parseWorld(text, path));
}

/** The rules of faults in a text. Throws `UsageError` with every mistake in it. */
export async function toParsedFaults(text: string): Promise<FaultRule[]> {
  const { parseFaults } = await import('../sandbox/parse-faults.ts');
  return asUsage(() => parseFaults(text, '--fault'));
}

/** What the sandbox calls no world is a wrong argument here. */
async function asUsage<Parsed>(parse: () => Parsed): Promise<Parsed> {
  const { WorldError } = await import('../sandbox/world-file.ts');
  try {
    return parse();
  } catch (error) {
    if (error instanceof WorldError) throw new UsageError(error.message);
    throw error;
  }
}

/** A world in which every group with an id is, at this time, as its file below `root` wants it, the account its owner. */
export async function toWorld(root: string, organisation: Organisation, now: number): Promise<WorldFile> {
  const { policy, groups, people } = organisation;
  const pictures = await encodePhotos(root, organisation);
  const devices = [...policy.accounts.values()].map((pn) => ({ pn: String(pn) }));
  const today = toDay(now, policy.timezone);
  return {
    server: { devices },
    people: [...people.values()].map(({ phone, name, handle }) => ({
      pn: phone,
      name: name ?? handle ?? 'Somebody',
    })),
    groups: groups.flatMap((group) =>
      toGroupFile(group, policy.accounts.get(group.account), today, pictures.get(group.file)),
    ),
  };
}

function toGroupFile(
  { id, settings, people }: DesiredGroup,
  account: PhoneNumber | undefined,
  today: Day,
  picture: GroupFile['picture'],
): GroupFile[] {
  if (!id || !account) return [];
  const others = [...people.values()].filter(
    ({ key, byInvite }) => key !== toPersonKey(account) && !byInvite,
  );
  return [
    {
      id: id.replace(/@g\.us$/, ''),
      ...toWorldSettings({ name: 'Unnamed', ...settings }),
      owner: account,
      members: [
        { pn: account, role: 'superadmin' },
        ...others.flatMap((person) => toMemberFile(person, today)),
      ],
      ...(picture && { picture }),
    },
  ];
}

type GroupSettings = Omit<GroupFile, 'id' | 'owner' | 'members' | 'picture'>;

/** How the sandbox calls each setting. */
const worldKeys = {
  name: 'subject',
  topic: 'desc',
  announce: 'announce',
  locked: 'locked',
  disappearing: 'ephemeral',
  'may-add': 'member_add_mode',
  'join-approval': 'approval',
  community: 'linked_parent',
} as const satisfies Readonly<Record<SettingName, keyof GroupSettings>>;

/** Settings as a file of the sandbox's world has them; what every group begins with is left out. */
function toWorldSettings(settings: Partial<Settings>): GroupSettings {
  const managed = settingNames.filter(
    (name) => settings[name] !== undefined && settings[name] !== blankSettings[name],
  );
  return Object.fromEntries(
    managed.map((name) => [worldKeys[name], toWorldValue(name, settings[name])]),
  ) as unknown as GroupSettings;
}

function toWorldValue(name: SettingName, value: Settings[SettingName] | undefined): unknown {
  if (name === 'may-add') return value === 'admins' ? 'admin_add' : 'all_member_add';
  return name === 'community' ? String(value).replace(/@g\.us$/, '') : value;
}

function toMemberFile(person: DesiredPerson, today: Day): MemberFile[] {
  const role = wantedRole(person, today);
  if (role === 'none') return [];
  return [role === 'admin' ? { pn: person.phone, role } : { pn: person.phone }];
}
