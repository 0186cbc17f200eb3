import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listedGroupsLimit } from '../../src/domain/whatsapp-facts.ts';
import { exitCodes } from '../../src/exit-codes.ts';
import type { GroupFile } from '../../src/sandbox/world-file.ts';
import type { GroupsView } from '../../src/view/onboarding/groups-view.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { groupsDocument } from '../support/schemas/plan-schema.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

const account = '447700900001';
const legacy = '447700900077-1598765432';

function group(id: string, more: Partial<GroupFile> = {}): GroupFile {
  return {
    id,
    subject: id.slice(-3),
    owner: account,
    members: [{ pn: account, role: 'superadmin' }],
    ...more,
  };
}

const world = choirWorld();
const files = {
  ...choirFiles,
  'gone.yaml': 'id: 120363000000000404@g.us\nname: Gone\n',
  'new.yaml': 'name: New\nmembers: [ana]\n',
  'wrong.yaml': 'id: Altos\nname: Wrong\n',
  'broken.yaml': 'name: [\n',
};

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({
    files,
    world: {
      ...world,
      groups: [
        ...world.groups,
        group('120363000000000003', { subject: 'Evil\u202e ::error::\n"', desc: 'x' }),
        group(legacy, {
          subject: 'Old',
          owner: '447700900077',
          members: [{ pn: '447700900077' }, { pn: account }],
        }),
      ],
    },
    terminal: { isInteractive: true },
  });
});
afterAll(() => stage.close());

async function list(...argv: string[]) {
  const { code, out, err } = await stage.run('groups', '--json', ...argv);
  return { code, err, view: groupsDocument.parse(JSON.parse(out)) as unknown as GroupsView };
}

test('files with mistakes are no obstacle: this is where ids come from', async () => {
  const { code, view } = await list();
  expect(code).toBe(exitCodes.ok);
  expect(view.groups.map(({ name, id, files: own }) => [name, id, own.length])).toEqual([
    ['Altoz', '120363000000000001@g.us', 1],
    ['Bases', '120363000000000002@g.us', 1],
    [String.raw`Evil\u{202e} \u{3a}:error::\n"`, '120363000000000003@g.us', 0],
    ['Old', undefined, 0],
  ]);
  expect(view.gone).toMatchObject([{ name: 'Gone', id: '120363000000000404@g.us' }]);
  expect(view.withoutId).toMatchObject([
    { name: 'New', isWrong: false },
    { name: 'Wrong', isWrong: true },
  ]);
  expect(view.hasMistakes).toBe(true);
});

test('nothing is written, nobody is asked about, and what is listed costs one query', async () => {
  const before = stage.sandbox.requests().length;
  await list();
  const asked = stage.sandbox
    .requests()
    .slice(before)
    .map(({ path }) => path.split('?')[0]);
  expect(stage.writes()).toEqual([]);
  expect(asked.filter((path) => !/^\/(?:devices|app\/status)$/.test(path ?? ''))).toEqual([
    '/user/my/groups',
    '/group/info',
  ]);
});

test("the table is in the policy's language, no number in it but on a terminal that asks for them", async () => {
  const { out } = await stage.run('groups');
  expect(out).toMatch(/"Altoz"\s+120363000000000001@g\.us\s+4 people, owner,\s.*altos\.yaml/);
  expect(out).not.toContain('447700900077');
  const shown = await stage.run('groups', '--show-phones');
  expect(shown.out).toContain(`${legacy}@g.us`);
});

test('an id that is missing, wrong or of no group leads here', async () => {
  const { err } = await stage.run('validate');
  expect(err).toMatch(/`id` must be .*`rollcall\s+groups` lists them/);
  await rm(stage.path('groups/wrong.yaml'));
  await rm(stage.path('groups/broken.yaml'));
  expect((await stage.run('plan')).out).toMatch(/correct id:\s.*rollcall\s+groups/s);
  expect((await stage.run('plan', '--target', 'altus.yaml')).err).toMatch(/rollcall groups/);
});

describe('before there are files', () => {
  test('a server is enough', async () => {
    const { code, out } = await stage.runIn(stage.path('nowhere'), 'groups');
    expect(code).toBe(exitCodes.ok);
    expect(out).toMatch(/is in 4 groups.*4 groups have no file: rollcall import writes them/s);
    expect(out).not.toMatch(/validate/);
  });

  test('without a server, that is said', async () => {
    const { code, err } = await stage.runIn(stage.path('nowhere'), 'groups', '--url', '');
    expect({ code, err }).toEqual({ code: exitCodes.usage, err: expect.stringMatching(/ROLLCALL_URL/) });
  });
});

test('an account in no group, and one in more than a list holds', async () => {
  const many = Array.from({ length: listedGroupsLimit + 2 }, (_, n) => group(`1203630000000${10_000 + n}`));
  const servers = { devices: [{ pn: account }] };
  const files2 = { 'last.yaml': `id: ${many.at(-1)?.id}@g.us\nname: Last\n` };
  const empty = await openStage({ files: {}, world: { server: servers, people: [], groups: [] } });
  const full = await openStage({ files: files2, world: { server: servers, people: [], groups: many } });
  const [none, some] = [await empty.run('groups'), await full.run('groups')];
  await Promise.all([empty.close(), full.close()]);
  expect(none).toMatchObject({ code: exitCodes.ok, out: expect.stringMatching(/is in no group\./) });
  // What a file names is found, wherever the list ends.
  expect(some.out).toMatch(/is in 501 groups.*last\.yaml.*GOWA's list ends at 500 groups/s);
});

test('a limit of WhatsApp ends it, and is said', async () => {
  stage.sandbox.setFaults([{ path: '/user/my/groups', status: 500, body: limited }]);
  const { code, err } = await stage.run('groups').finally(() => stage.sandbox.setFaults([]));
  expect({ code, err }).toEqual({ code: exitCodes.failed, err: expect.stringMatching(/429/) });
});

const limited = JSON.stringify({
  code: 'INTERNAL_SERVER_ERROR',
  message: 'info query returned status 429: rate-overlimit',
  results: {},
});
