import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DesiredGroup } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PhoneNumber } from '../domain/person.ts';
import { UsageError } from '../errors.ts';
import type { GroupFile, MemberFile, WorldFile } from '../sandbox/world-file.ts';

/** A folder of groups may bring the world that it is rehearsed in. */
export const worldFileName = '.sandbox.yaml';

/** So much drift is put into a world that was made from the files alone. */
const drift = { count: 12, seed: 1 } as const;

/** Starts the embedded sandbox: in the folder's own world, else in one made from its files, with drift put in. */
export async function startRehearsal(groups: string, organisation: Organisation) {
  const { startSandbox } = await import('../sandbox/start.ts');
  const { url, close } = await startSandbox({ world: await findWorld(groups, organisation) });
  return { url, close: () => close() };
}

/** The world to rehearse in: the folder's own, else one made from its files with drift put in. */
export async function findWorld(groups: string, organisation: Organisation): Promise<WorldFile> {
  const own = await readOwnWorld(groups);
  if (own) return own;
  const { driftWorld } = await import('../sandbox/drift.ts');
  return driftWorld(toWorld(organisation), drift.count, drift.seed);
}

/** The world that the folder brings, if it does. Throws `UsageError` where it cannot be loaded. */
export async function readOwnWorld(groups: string): Promise<WorldFile | undefined> {
  const path = join(groups, worldFileName);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  return toParsedWorld(text, path);
}

/** The world in a text. Throws `UsageError` with every mistake in it. */
export async function toParsedWorld(text: string, path: string): Promise<WorldFile> {
  const { parseWorld, WorldError } = await import('../sandbox/world-file.ts');
  try {
    return parseWorld(text, path);
  } catch (error) {
    if (error instanceof WorldError) throw new UsageError(error.message);
    throw error;
  }
}

/** A world in which every group with an id is as its file wants it, the account its owner. */
export function toWorld({ policy, groups, people }: Organisation): WorldFile {
  const devices = [...policy.accounts.values()].map((pn) => ({ pn: String(pn) }));
  return {
    server: { devices },
    people: [...people.values()].map(({ phone, name, handle }) => ({
      pn: phone,
      name: name ?? handle ?? 'Somebody',
    })),
    groups: groups.flatMap((group) => toGroupFile(group, policy.accounts.get(group.account))),
  };
}

function toGroupFile({ id, settings, people }: DesiredGroup, account: PhoneNumber | undefined): GroupFile[] {
  if (!id || !account) return [];
  const others = [...people.values()].filter(({ phone, byInvite }) => phone !== account && !byInvite);
  const members = others.map(({ phone, role }): MemberFile =>
    role === 'admin' ? { pn: phone, role } : { pn: phone },
  );
  return [
    {
      id: id.replace(/@g\.us$/, ''),
      subject: settings.name ?? 'Unnamed',
      owner: account,
      members: [{ pn: account, role: 'superadmin' }, ...members],
      ...(settings.topic && { desc: settings.topic }),
      ...(settings.announce && { announce: true }),
      ...(settings.locked && { locked: true }),
      ...(settings.disappearing && { ephemeral: settings.disappearing }),
    },
  ];
}
