import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import {
  findWorld,
  putInDrift,
  startRehearsal,
  toParsedFaults,
  toParsedWorld,
  toWorld,
} from '../../src/session/rehearse.ts';
import {
  account,
  desiredGroup,
  listed,
  noon,
  organisation,
  settings,
  singer,
  yesterday,
} from '../support/choir.ts';
import { makeFolder } from '../support/folder.ts';

const people = [
  listed(2, { role: 'admin' }),
  listed(3),
  listed(4, { byInvite: true }),
  listed(5, { memberUntil: yesterday }),
  listed(account, { role: 'admin' }),
];
const { id: _, ...withoutId } = desiredGroup({ file: 'new.yaml' });
const files = organisation([desiredGroup({ people, settings }), withoutId], {}, [singer(2), singer(3)]);

test('a world in which a group is as its file wants it today, the account its owner', async () => {
  const { groups, server } = await toWorld(makeFolder(), files, noon);
  expect(server).toEqual({ devices: [{ pn: account.phone }] });
  expect(groups).toEqual([
    {
      id: '120363000000000001',
      subject: 'Altos',
      desc: 'Thursdays 19:00',
      owner: account.phone,
      members: [
        { pn: account.phone, role: 'superadmin' },
        { pn: singer(2).phone, role: 'admin' },
        { pn: singer(3).phone },
      ],
    },
  ]);
});

test('a group whose file has no name has one all the same', async () => {
  const bare = organisation([desiredGroup()]);
  expect((await toWorld(makeFolder(), bare, noon)).groups).toMatchObject([{ subject: 'Unnamed' }]);
});

test('a world that is a link to somewhere else is not read', async () => {
  const own = makeFolder({ 'elsewhere.yaml': 'people: []\ngroups: []\n' });
  symlinkSync('elsewhere.yaml', join(own, '.sandbox.yaml'));
  const finding = findWorld(own, files, noon);
  await expect(finding).rejects.toBeInstanceOf(UsageError);
  await expect(finding).rejects.toThrow(/\.sandbox\.yaml: This file cannot be read \(ELOOP\)/);
});

test('the folder’s own world goes before one that is made; that has drift, always the same', async () => {
  const own = makeFolder({
    '.sandbox.yaml': 'server: { devices: [{ pn: "447700900001" }] }\npeople: []\ngroups: []\n',
  });
  expect((await findWorld(own, files, noon)).groups).toEqual([]);
  const [one, two] = [await findWorld(makeFolder(), files, noon), await findWorld(makeFolder(), files, noon)];
  expect(one).toEqual(two);
  expect(one).not.toEqual(await toWorld(makeFolder(), files, noon));
});

test('no drift is none', async () => {
  const world = await toWorld(makeFolder(), files, noon);
  expect((await putInDrift(world, 0)).groups).toEqual(world.groups);
});

test.each([
  ['a world', () => toParsedWorld('groups: 12', 'world.yaml'), /world\.yaml/],
  [
    'the folder’s own',
    () => findWorld(makeFolder({ '.sandbox.yaml': '{{{' }), files, noon),
    /\.sandbox\.yaml/,
  ],
  ['a fault', () => toParsedFaults('{ nothing: known }'), /--fault/],
])('%s that is none is a wrong argument, and named', async (_name, parse, text) => {
  const failed: Promise<unknown> = parse();
  await expect(failed).rejects.toThrow(UsageError);
  await expect(failed).rejects.toThrow(text);
});

test('the sandbox that is started serves that world', async () => {
  const { url, close } = await startRehearsal(makeFolder(), files, noon);
  onTestFinished(close);
  const answer = await fetch(`${url}/user/my/groups`);
  expect(answer.headers.get('x-rollcall-sandbox')).toBe('1');
  expect(await answer.text()).toContain('120363000000000001');
});
