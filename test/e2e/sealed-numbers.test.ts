import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { formatPeopleKey } from '../../src/sealing/people-key.ts';
import { formatSealKey, toKeyId } from '../../src/sealing/seal-key.ts';
import { planFromMain } from '../support/base-plan.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { createRepository } from '../support/repository.ts';
import { peopleKeyEnv, sealFor, sealLine, testKey, toTestKey } from '../support/sealing.ts';
import type { Stage, StageOptions } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const numbers = {
  ana: '+447700900002',
  budi: '+447700900003',
  citra: '+447700900004',
  dewi: '+447700900005',
};

/** The choir's people, their numbers sealed. */
async function toPeople(own: Readonly<Record<string, string>> = numbers, key = testKey): Promise<string> {
  const lines = Object.entries(own).map(async ([handle, number]) => {
    const sealed = await sealFor(handle, number, key);
    return handle === 'budi' ? `  budi: { phone: ${sealed}, name: Budi Santoso }` : `  ${handle}: ${sealed}`;
  });
  return ['people:', ...(await Promise.all(lines)), ''].join('\n');
}

async function open(env: StageOptions['env'] = peopleKeyEnv, options: Partial<StageOptions> = {}) {
  const files = {
    ...choirFiles,
    '_policy.yaml': `${choirFiles['_policy.yaml']}${sealLine}\n`,
    '_people.yaml': await toPeople(),
  };
  const stage = await openStage({ files, world: choirWorld(), ...(env && { env }), ...options });
  stages.push(stage);
  return stage;
}

describe('without the private key', () => {
  test('the files are judged as far as they can be seen, and what was not is said', async () => {
    const { code, out } = await (await open({})).run('validate');
    expect(code).toBe(exitCodes.ok);
    expect(out).toContain('Of 4 sealed numbers only the form was looked at: ROLLCALL_PEOPLE_KEY is not set');
    expect(out).toContain('The files are fine: 2 groups, 4 people.');
  });

  test('the document of `validate --json` counts them', async () => {
    const { out } = await (await open({})).run('validate', '--json');
    expect(JSON.parse(out)).toMatchObject({ isValid: true, people: 4, unopened: 4 });
    expect(JSON.parse((await (await open()).run('validate', '--json')).out)).not.toHaveProperty('unopened');
  });

  test.each([['plan'], ['apply', '--yes'], ['who', 'ana'], ['approvals'], ['adopt']])(
    '%s says which key is missing, and changes nothing',
    async (...command) => {
      const stage = await open({});
      const { code, err } = await stage.run(...command);
      expect(code).toBe(exitCodes.usage);
      expect(err).toContain(
        `are sealed for the key ${toKeyId(testKey.publicKey)}, and ROLLCALL_PEOPLE_KEY is not`,
      );
      expect(stage.writes()).toEqual([]);
    },
  );

  test.each([['status'], ['groups'], ['fmt', '--check']])('%s can do without', async (...command) => {
    expect((await (await open({})).run(...command)).code).toBe(exitCodes.ok);
  });
});

test('that a sealed number is one of a landline is told to nobody', async () => {
  const plain = {
    '_policy.yaml': choirFiles['_policy.yaml'],
    '_people.yaml': 'people: { ana: "+44 20 7946 0000" }\n',
  };
  const sealed = {
    '_policy.yaml': `${choirFiles['_policy.yaml']}${sealLine}\n`,
    '_people.yaml': await toPeople({ ana: '+442079460000' }),
  };
  const told = [plain, sealed].map(async (files) => {
    const stage = await openStage({
      files: { ...files, 'altos.yaml': 'name: Altos\nmembers: [ana]\n' },
      world: choirWorld(),
      env: peopleKeyEnv,
    });
    stages.push(stage);
    return (await stage.run('validate')).err.includes('Number of a landline');
  });
  expect(await Promise.all(told)).toEqual([true, false]);
});

test('the key of another pair is named', async () => {
  const other = toTestKey(2);
  const stage = await open({ ROLLCALL_PEOPLE_KEY: formatPeopleKey(other) });
  const { code, err } = await stage.run('plan');
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain(`holds the key ${toKeyId(other.publicKey)} and`);
  expect(err).toContain(`sealed for ${toKeyId(testKey.publicKey)}`);
});

async function readPlan(stage: Stage) {
  const { out } = await stage.run('plan', '--json');
  return JSON.parse(out) as { fingerprint: string; groups: object[] };
}

/** Without what masks leave of strangers, and where the files lie. */
function toText({ groups }: { readonly groups: readonly object[] }): string {
  return JSON.stringify(groups).replace(/ •••• ••• (?:\d{3}|•••)|rollcall-\w+/g, '');
}

test('a plan is the one that the same files in plain text have', async () => {
  const key = { ROLLCALL_KEY: 'ab'.repeat(32) };
  const sealed = await open({ ...peopleKeyEnv, ...key }, { isUnmarked: true });
  const plain = await openStage({ files: choirFiles, world: choirWorld(), env: key, isUnmarked: true });
  stages.push(plain);
  const [one, other] = [await readPlan(sealed), await readPlan(plain)];
  expect(one.fingerprint).toBe(other.fingerprint);
  expect(toText(one)).toBe(toText(other));
});

test('what was approved happens, to the very people, and the text names them', async () => {
  const stage = await open();
  const { code, out } = await stage.run('apply', '--yes');
  expect(code).toBe(exitCodes.ok);
  expect(out).toContain('Budi Santoso');
  const [altos] = stage.sandbox.world().groups;
  expect(altos?.members.map(({ pn }) => pn).toSorted()).toEqual(
    ['447700900001', '447700900002', '447700900003', '447700900004'].toSorted(),
  );
});

/** The choir as it is on `main`, and a branch with other people. */
async function openBranch(people: string, env = peopleKeyEnv): Promise<Stage> {
  const stage = await open(env);
  const repository = await createRepository(stage.folder);
  await repository.commit('the choir');
  await repository.git('checkout', '--quiet', '-b', 'change');
  await stage.write('groups/_people.yaml', people);
  return stage;
}

describe('beside another commit', () => {
  test('another number behind a handle is said, though nobody sees it', async () => {
    const stage = await openBranch(await toPeople({ ...numbers, ana: '+447700900017' }));
    const { since } = await planFromMain(stage);
    expect(since.numbers.map(({ sentence }) => sentence)).toEqual([
      "ana's number changes (sealed), admin in 1 group",
    ]);
    await stage.run(
      'plan',
      '--base',
      'main',
      '--markdown',
      stage.path('plan.md'),
      '--html',
      stage.path('plan.html'),
    );
    for (const name of ['plan.md', 'plan.html'])
      expect((await readFile(stage.path(name), 'utf8')).replace(/<[^>]*>|\*/g, '')).toContain(
        'The number of ana changes (it is sealed: neither the old one nor the new one can be seen)',
      );
  });

  test('the same number, sealed anew, is nothing', async () => {
    const { since, groups } = await planFromMain(await openBranch(await toPeople()));
    expect(since).toMatchObject({ numbers: [], unread: [], loosened: [] });
    expect(groups.flatMap(({ changes }) => changes).every(({ origin }) => origin === 'phone')).toBe(true);
  });

  test('sealing what was plain changes nobody; taking the seal away is an alert', async () => {
    const stage = await open();
    await stage.write('groups/_policy.yaml', choirFiles['_policy.yaml']);
    await stage.write('groups/_people.yaml', choirFiles['_people.yaml']);
    const repository = await createRepository(stage.folder);
    await repository.commit('in plain text');
    await repository.git('checkout', '--quiet', '-b', 'change');
    await stage.write('groups/_policy.yaml', `${choirFiles['_policy.yaml']}${sealLine}\n`);
    await stage.write('groups/_people.yaml', await toPeople());
    expect((await planFromMain(stage)).since).toMatchObject({ numbers: [], unread: [], loosened: [] });
    await repository.git('checkout', '--quiet', 'main', '--force');
    await repository.git('checkout', '--quiet', '-b', 'back');
    await stage.write('groups/_policy.yaml', `${choirFiles['_policy.yaml']}${sealLine}\n`);
    await stage.write('groups/_people.yaml', await toPeople());
    await repository.commit('sealed');
    await repository.git('branch', '--force', 'main', 'back');
    await stage.write('groups/_policy.yaml', choirFiles['_policy.yaml']);
    await stage.write('groups/_people.yaml', choirFiles['_people.yaml']);
    expect((await planFromMain(stage)).since.loosened).toMatchObject([{ kind: 'seal' }]);
  });

  test('another key takes both while it changes: one alone is not enough, and says so', async () => {
    const next = toTestKey(3, 1);
    const policy = `${choirFiles['_policy.yaml']}seal: ${formatSealKey(next)}\n`;
    const stage = await openBranch(await toPeople(numbers, next), {
      ROLLCALL_PEOPLE_KEY: `${peopleKeyEnv.ROLLCALL_PEOPLE_KEY} ${formatPeopleKey(next)}`,
    });
    await stage.write('groups/_policy.yaml', policy);
    const { since } = await planFromMain(stage);
    expect(since.numbers).toEqual([]);
    expect(since.loosened).toMatchObject([{ kind: 'seal' }]);
    const one = await openBranch(await toPeople(numbers, next), {
      ROLLCALL_PEOPLE_KEY: formatPeopleKey(next),
    });
    await one.write('groups/_policy.yaml', policy);
    const { code, err } = await one.run('plan', '--base', 'main');
    expect(code).toBe(exitCodes.usage);
    expect(err).toContain('to both, with a space between them');
  });
});

test('whoever is taken out of the files is called by their handle, and by no digit', async () => {
  const stage = await open();
  const repository = await createRepository(stage.folder);
  await repository.commit('the choir');
  await repository.git('checkout', '--quiet', '-b', 'change');
  const { budi: _, ...others } = numbers;
  await stage.write('groups/_people.yaml', await toPeople(others));
  await stage.write('groups/altos.yaml', choirFiles['altos.yaml'].replace('budi, ', ''));
  await stage.write('groups/basses.yaml', choirFiles['basses.yaml'].replace('budi, ', ''));
  const { out } = await stage.run('plan', '--base', 'main');
  expect(out).toMatch(/- "Budi Santoso" +leaves/);
  const { out: later } = await stage.run('plan');
  expect(later).toMatch(/- \+44 •••• ••• •••/);
  expect(later).not.toMatch(/003(?!\d)/);
});

test('numbers are not shown to whoever asks to see them, and strangers’ are', async () => {
  const stage = await open(peopleKeyEnv, { terminal: { isInteractive: true } });
  for (const command of [['plan'], ['validate']]) {
    const { out } = await stage.run(...command, '--show-phones');
    expect(out).not.toMatch(/90000[2-5]/);
  }
  expect((await stage.run('plan', '--show-phones')).out).toContain('+447700900009');
});

test('who has no handle is not taken over by `adopt`, and everybody else is', async () => {
  const stage = await open();
  const { code, out, err } = await stage.run('adopt', '--members', '--admins', '--yes');
  expect(err).toBe('');
  expect(out).toContain('altos.yaml, +44 •••• ••• •••: numbers are sealed in these files');
  expect(code).toBe(exitCodes.incomplete);
  const text = await readFile(stage.path('groups/altos.yaml'), 'utf8');
  expect(text).toContain('members: [ana, budi]');
  expect(text).not.toMatch(/"\+/);
});

test('a server that is logged in as somebody else tells no digit of whose it is', async () => {
  const world = choirWorld();
  const stage = await open(peopleKeyEnv, {
    world: {
      ...world,
      server: { ...world.server, devices: [{ pn: '447700900002' }, { pn: '447700900003' }] },
    },
  });
  for (const command of [['plan'], ['status']]) {
    const { code, out, err } = await stage.run(...command);
    expect(code).not.toBe(exitCodes.ok);
    expect(out + err).toContain('+44 •••• ••• •••');
    expect(out + err).not.toMatch(/00[123](?!\d)/);
  }
});

test('two pull requests that add people at different places merge as two lines of text do', async () => {
  const stage = await open();
  const repository = await createRepository(stage.folder);
  await repository.commit('the choir');
  const people = await readFile(stage.path('groups/_people.yaml'), 'utf8');
  const add = async (branch: string, handle: string, number: string, after: RegExp) => {
    const line = `  ${handle}: ${await sealFor(handle, number)}`;
    await repository.git('checkout', '--quiet', 'main', '-b', branch);
    await stage.write(
      'groups/_people.yaml',
      people.replace(after, (found) => `${found}${line}\n`),
    );
    await repository.commit(handle);
  };
  await add('one', 'aldo', '+447700900021', /^people:\n/);
  await add('other', 'zoe', '+447700900022', / {2}dewi: .*\n/);
  await repository.git('merge', '--quiet', '--no-edit', 'one');
  const { code, out } = await stage.run('validate');
  expect(code).toBe(exitCodes.ok);
  expect(out).toContain('2 groups, 6 people');
});

test.each([
  ['with the key', peopleKeyEnv],
  ['without', {}],
])('somebody is forgotten, %s', async (_how, env) => {
  const stage = await open(env);
  const { code, out } = await stage.run('forget', 'citra', '--yes');
  expect(code).toBe(exitCodes.ok);
  expect(out).toContain('Forget citra');
  expect(await readFile(stage.path('groups/_people.yaml'), 'utf8')).not.toContain('citra');
  expect((await stage.run('validate')).out).toContain('2 groups, 3 people');
});
