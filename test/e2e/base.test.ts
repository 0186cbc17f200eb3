import { mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { BasePlan } from '../support/base-plan.ts';
import { planFromMain, toOrigins } from '../support/base-plan.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { copyFolder } from '../support/copy-folder.ts';
import type { Repository } from '../support/repository.ts';
import { createRepository, openRepository } from '../support/repository.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let stage: Stage;
let repository: Repository;
/** What git knows where a test begins. */
let begun: string | undefined;

beforeEach(async () => {
  stage = await openStage({ files: choirFiles, world: choirWorld(), isUnmarked: true });
  begun ??= await begin();
  copyFolder(begun, stage.path('.git'));
  repository = openRepository(stage.folder);
});

/** Commits the choir to `main`, and begins a branch. */
async function begin(): Promise<string> {
  const { git, commit } = await createRepository(stage.folder);
  await commit('the choir');
  await git('checkout', '--quiet', '-b', 'change');
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-begun-'));
  copyFolder(stage.path('.git'), folder);
  return folder;
}

afterEach(() => stage.close());

const paced = (adds: number) => `${choirFiles['_policy.yaml']}pace: { adds: ${adds}/day }\n`;

const planJson = (...argv: string[]) => planFromMain(stage, ...argv);
const findAlone = async () => (await planJson()).groups.flatMap(({ leftAlone }) => leftAlone);

const basses = [
  'id: 120363000000000002@g.us',
  'name: Basses',
  'members: [budi, dewi, citra]',
  'admins: []',
  '',
];

describe('plan --base', () => {
  test('tells what the pull request brings from what the phone changed', async () => {
    await stage.write('groups/basses.yaml', basses.join('\n'));
    const origins = toOrigins(await planJson());
    expect(origins).toContain('add citra: pull-request');
    expect(origins.filter((each) => each.endsWith(': phone')).length).toBe(7);
    expect(origins).toHaveLength(8);
  });

  test('says it in the text, beside each change', async () => {
    await stage.write('groups/basses.yaml', basses.join('\n'));
    const { out } = await stage.run('plan', '--base', 'main');
    expect(out).toMatch(/\+ citra +joins +in the file, line 3, this pull request/);
    expect(out).toContain('changed on the phone');
  });

  test('a day that passed is nobody’s change', async () => {
    const ended = choirFiles['basses.yaml'].replace(
      '[budi, dewi]',
      '[dewi, { person: budi, until: 2026-05-31 }]',
    );
    await stage.write('groups/basses.yaml', ended);
    expect(toOrigins(await planJson())).toContain('remove Budi Santoso: pull-request');
    await repository.git('checkout', '--quiet', 'main');
    await repository.commit('an end');
    expect(toOrigins(await planJson())).toContain('remove Budi Santoso: date');
  });

  test('what an earlier plan file approved waits since then', async () => {
    const state = stage.path('state');
    await stage
      .run('apply', '--new-journal', '--state', state, '--expect', 'a'.repeat(32))
      .catch(() => undefined);
    await stage.run('plan', '--state', state, '--out', stage.path('plan.json'));
    // A day's adds count as spent in a new journal: the add that the file approves stays pending.
    await stage.run('apply', '--pace', '--state', state, stage.path('plan.json'));
    const origins = toOrigins(await planJson('--state', state));
    expect(origins).toContain('add citra: earlier-merge');
    expect(origins.filter((each) => !each.endsWith(': earlier-merge'))).toEqual([]);
  });

  test('says which groups the pull request stops managing', async () => {
    await rm(stage.path('groups/altos.yaml'));
    await mkdir(stage.path('groups/_archive'));
    await rename(stage.path('groups/basses.yaml'), stage.path('groups/_archive/basses.yaml'));
    const { since } = await planJson();
    expect(since.stopped.map(({ file, how }) => `${file} ${how}`)).toEqual([
      'altos.yaml deleted',
      'basses.yaml ignored',
    ]);
    const { out } = await stage.run('plan', '--base', 'main');
    expect(out).toContain('not managed any more');
    expect(out).toContain('its file is deleted');
  });

  test('says what it takes out of a file that stays, also of one that moved', async () => {
    const [id, name] = choirFiles['altos.yaml'].split('\n');
    await rm(stage.path('groups/altos.yaml'));
    await stage.write('groups/choir/altos.yaml', `${id}\n${name}\nmembers: [ana, budi, citra]\n`);
    const { since } = await planJson();
    expect(since.relaxed.map(({ file, keys, modes }) => ({ file, keys, modes }))).toEqual([
      { file: 'choir/altos.yaml', keys: ['topic', 'admins'], modes: [] },
    ]);
    expect(since.stopped).toEqual([]);
    const { out, code } = await stage.run('plan', '--base', 'main');
    expect(code).toBe(exitCodes.ok);
    expect(out).toMatch(
      /! "Altoz" +less is managed +choir\/altos.yaml: topic and admins are not in it any more/,
    );
  });

  test('says of a policy that removes and demotes nobody any more what that is for each group', async () => {
    await stage.write('groups/_policy.yaml', choirFiles['_policy.yaml'].replace('exact', 'additive'));
    const { since } = await planJson();
    expect(since.relaxed.map(({ file, sentence }) => `${file}: ${sentence}`)).toEqual(
      ['altos.yaml', 'basses.yaml'].map(
        (file) =>
          `${file}: members exact → additive: nobody is removed any more; ` +
          'admins exact → additive: nobody is demoted any more',
      ),
    );
  });

  test('names every rule that gets looser, in the words of the files and in those of the reviewer', async () => {
    await stage.write(
      'groups/_policy.yaml',
      `${choirFiles['_policy.yaml']}language: id\nlimits: { removals: { group: 50% } }\npace: { adds: 400/day }\n`,
    );
    const lines = choirFiles['altos.yaml'];
    const allow = 'allow: { removals: 9, until: 2026-07-01, reason: "the class was split" }';
    await stage.write('groups/altos.yaml', `${lines}\n${allow}\n`);
    const { since } = await planJson();
    expect(since.loosened.map(({ kind, sentence }) => `${kind}: ${sentence.split(': ')[1] ?? ''}`)).toEqual([
      'limit: limits.removals.group 10% → 50%',
      'daily: pace.adds 40 → 400',
      'allow: allow.removals',
    ]);
    const report = stage.path('report.md');
    await stage.run('plan', '--base', 'main', '--markdown', report);
    const text = await readFile(report, 'utf8');
    expect(text).toContain(
      '> ⚠️ From the next pull request on, up to 50% of a group’s members can be removed at once (limits.removals.group in &#95;policy.yaml: 50% instead of 10%).',
    );
    expect(text).toContain(
      'up to 9 removals can pass the limit until 1 July 2026, because: “the class was split”',
    );
  });

  test('what an allowance of the pull request lets through is its own, with the allowance beside it', async () => {
    await stage.write(
      'groups/_policy.yaml',
      `${choirFiles['_policy.yaml']}limits: { removals: { group: 0%, floor: 0 } }\n`,
    );
    await repository.git('checkout', '--quiet', 'main');
    await repository.commit('nobody is removed by the way');
    const allow = 'allow: { removals: 9, until: 2026-07-01, reason: "the class was split" }';
    await stage.write('groups/altos.yaml', `${choirFiles['altos.yaml']}\n${allow}\n`);
    expect(toOrigins(await planJson())).toContain('remove +44 •••• ••• 009: pull-request');
    await stage.run('plan', '--base', 'main', '--markdown', stage.path('report.md'));
    const [own = ''] = (await readFile(stage.path('report.md'), 'utf8')).split(
      '### Not from this pull request',
    );
    expect(own).toContain('+44 •••• ••• 009');
    expect(own).toContain('A limit is lifted here');
  });

  test('a file that moved has the same changes of the same origin', async () => {
    const before = toOrigins(await planJson());
    await stage.write('groups/choir/altos.yaml', choirFiles['altos.yaml']);
    await rm(stage.path('groups/altos.yaml'));
    const { groups, since } = await planJson();
    expect(toOrigins({ groups }).toSorted()).toEqual(before.toSorted());
    expect(since).toEqual({
      base: 'main',
      newPeople: { arrived: [], renamed: [], alike: [], sentences: [] },
      numbers: [],
      unread: [],
      stopped: [],
      arrived: [],
      relaxed: [],
      defaults: [],
      loosened: [],
    });
  });

  test('an account by another name is the same account', async () => {
    await stage.write(
      'groups/_policy.yaml',
      choirFiles['_policy.yaml'].replace('account:', 'accounts:\n  choir:'),
    );
    const origins = toOrigins(await planJson());
    expect(origins.length).toBeGreaterThan(0);
    expect(origins.filter((each) => !each.endsWith(': phone'))).toEqual([]);
  });

  test('a link below a folder that is left out leads nowhere', async () => {
    await stage.write('elsewhere/altos.yaml', 'not a group');
    await stage.write('groups/_old/notes.txt', 'notes');
    await symlink(stage.path('elsewhere'), stage.path('groups/_old/link'));
    await rm(stage.path('groups/altos.yaml'));
    const { since } = await planJson();
    expect(since.stopped).toMatchObject([{ file: 'altos.yaml', how: 'deleted' }]);
  });

  test('--target: groups that are not looked at count all the same', async () => {
    await stage.write('groups/_people.yaml', choirFiles['_people.yaml'].replace('900003', '900093'));
    await rm(stage.path('groups/altos.yaml'));
    await stage.write('groups/choir/altos.yaml', choirFiles['altos.yaml']);
    await rm(stage.path('groups/basses.yaml'));
    await stage.write('groups/altos.yaml', choirFiles['basses.yaml']);
    const { groups, since } = await planJson('--target', 'altos.yaml');
    // It took the place of one that moved, which `--target` leaves out.
    expect(groups.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(since.numbers).toMatchObject([{ groups: 2, adminIn: 0 }]);
    await rm(stage.path('groups/choir/altos.yaml'));
    const { since: then } = await planJson('--target', 'altos.yaml');
    expect(then.stopped).toMatchObject([{ file: 'altos.yaml', how: 'deleted' }]);
  });

  test('a stub with the old id does not let an edited one pass, --target neither', async () => {
    const edited = choirFiles['altos.yaml'].replace('0001@g.us', '0003@g.us');
    await stage.write('groups/altos.yaml', edited);
    await stage.write('groups/old/altos.yaml', 'id: 120363000000000001@g.us\nname: Altos\n');
    for (const target of [[], ['--target', 'altos.yaml']]) {
      const { groups, since } = await planJson(...target);
      const group = groups.find(({ file }) => file === 'altos.yaml');
      expect(group?.refusals).toMatchObject([{ limit: 'id-edited', file: 'altos.yaml' }]);
      expect(since.arrived).toEqual([]);
    }
  });

  test('a first id makes a group that is new here, in words', async () => {
    const first = 'name: Tenors\nmembers: [ana]\n';
    await stage.write('groups/tenors.yaml', first);
    await repository.git('checkout', '--quiet', 'main');
    await repository.commit('a group to create');
    await stage.write('groups/tenors.yaml', `id: 120363000000000003@g.us\n${first}`);
    const { since } = await planJson();
    expect(since.arrived).toMatchObject([{ file: 'tenors.yaml', name: 'Tenors', how: 'first-id' }]);
    expect((await stage.run('plan', '--base', 'main')).out).toMatch(/! "Tenors" +new here .*its first id/);
  });

  test('refuses an edited id: nothing of that group is approved', async () => {
    await rm(stage.path('groups/basses.yaml'));
    const edited = choirFiles['altos.yaml'].replace('0001@g.us', '0002@g.us');
    await stage.write('groups/altos.yaml', edited);
    const { code } = await stage.run('plan', '--base', 'main', '--out', stage.path('plan.json'));
    expect(code).toBe(exitCodes.refused);
    const { groups } = await planJson();
    expect(groups[0]?.refusals.map(({ limit }) => limit)).toContain('id-edited');
    expect(groups[0]?.changes.every(({ refused }) => refused)).toBe(true);
    await stage.run('apply', stage.path('plan.json')).catch(() => undefined);
    expect(stage.writes()).toEqual([]);
  });

  test('what main leaves alone as well is no news of this pull request', async () => {
    const policy = `${choirFiles['_policy.yaml']}protected: ["+44 7700 900009"]\n`;
    await stage.write('groups/_policy.yaml', policy);
    expect(await findAlone()).toMatchObject([{ reason: 'protected', needsHuman: true }]);
    expect((await findAlone())[0]?.wasBefore).toBeUndefined();
    await repository.git('checkout', '--quiet', 'main');
    await repository.commit('somebody protected');
    expect(await findAlone()).toMatchObject([{ reason: 'protected', wasBefore: true }]);
  });

  test('another number behind a handle is one line, masked', async () => {
    await stage.write('groups/_people.yaml', choirFiles['_people.yaml'].replace('900002', '900092'));
    const { out, code } = await stage.run('plan', '--base', 'main');
    expect(out).toContain("ana's number +44 •••• ••• 002 → +44 •••• ••• 092, admin in 1 group");
    expect(code).toBe(exitCodes.ok);
  });

  test('loosening the policy in the same pull request gains nothing', async () => {
    await stage.write('groups/altos.yaml', choirFiles['altos.yaml'].replace('[ana, budi, citra]', '[ana]'));
    const strict = `${choirFiles['_policy.yaml']}limits: { removals: { group: 0%, floor: 0 } }\n`;
    await stage.write('groups/_policy.yaml', strict);
    await repository.git('checkout', '--quiet', 'main');
    await repository.commit('a strict policy');
    await stage.write(
      'groups/_policy.yaml',
      `${choirFiles['_policy.yaml']}limits: { removals: { run: 900 } }\n`,
    );
    expect((await stage.run('plan')).code).toBe(exitCodes.ok);
    expect((await stage.run('plan', '--base', 'main')).code).toBe(exitCodes.refused);
  });

  test('nor does making the pace faster: neither the plan nor the apply of it', async () => {
    await stage.write('groups/_policy.yaml', paced(1));
    await repository.git('checkout', '--quiet', 'main');
    await repository.commit('a slow pace');
    await stage.write('groups/_policy.yaml', paced(999));
    await stage.write('groups/basses.yaml', basses.join('\n'));
    const plan = stage.path('plan.json');
    await stage.run('plan', '--base', 'main', '--out', plan);
    expect(JSON.parse(await readFile(plan, 'utf8'))).toMatchObject({ pace: { addsPerDay: 1 } });
    const { out, code } = await stage.run('apply', plan, '--pace');
    expect(code).toBe(exitCodes.incomplete);
    expect(out).toContain('The adds or look-ups of 24 hours are spent.');
  });

  test('what is told of a pull request is told in the language that it had before', async () => {
    await stage.write('groups/_policy.yaml', `${choirFiles['_policy.yaml']}language: id\n`);
    const report = stage.path('plan.md');
    await stage.run('plan', '--base', 'main', '--markdown', report);
    expect(await readFile(report, 'utf8')).toContain('What merging will do');
  });

  test('nor does taking somebody out of `protected`', async () => {
    const guarded = `${choirFiles['_policy.yaml']}protected: ["+44 7700 900009"]\n`;
    await stage.write('groups/_policy.yaml', guarded);
    await repository.git('checkout', '--quiet', 'main');
    await repository.commit('protected');
    await stage.write('groups/_policy.yaml', choirFiles['_policy.yaml']);
    expect((await stage.run('plan')).out).toMatch(/- \+44 •••• ••• 009/);
    expect((await stage.run('plan', '--base', 'main')).out).toContain('the policy protects them');
  });

  test('a repository that had no groups yet: all of it is the pull request’s', async () => {
    await rm(stage.path('groups'), { recursive: true });
    await repository.git('checkout', '--quiet', '--orphan', 'empty');
    await repository.commit('nothing');
    for (const [name, text] of Object.entries(choirFiles)) await stage.write(`groups/${name}`, text);
    const { out } = await stage.run('plan', '--base', 'empty', '--json');
    expect(new Set(toOrigins(JSON.parse(out) as BasePlan).map((each) => each.split(': ')[1]))).toEqual(
      new Set(['pull-request']),
    );
  });

  test('the groups may lie at the top of the repository', async () => {
    await rm(stage.path('.git'), { recursive: true });
    const inside = await createRepository(stage.path('groups'));
    await inside.commit('the choir');
    await stage.write('groups/basses.yaml', basses.join('\n'));
    const origins = toOrigins(await planJson());
    expect(origins).toContain('add citra: pull-request');
    expect(origins.filter((each) => each.endsWith(': phone')).length).toBe(7);
  });

  test('a link in the base is not followed', async () => {
    await symlink('/etc/hostname', stage.path('groups/link.yaml'));
    await repository.git('checkout', '--quiet', 'main');
    await repository.commit('a link');
    await rm(stage.path('groups/link.yaml'));
    expect((await stage.run('plan', '--base', 'main')).code).toBe(exitCodes.ok);
  });

  test.each([
    ['--output=/tmp/x', 'not the name of a commit'],
    ['main..change', 'not the name of a commit'],
    ['main:groups', 'not the name of a commit'],
    ['$(id)', 'not the name of a commit'],
    ['no-such-branch', 'no commit of this repository'],
  ])('--base=%s is a usage error', async (ref, said) => {
    const { code, err } = await stage.run('plan', `--base=${ref}`);
    expect(code).toBe(exitCodes.usage);
    expect(err).toContain(said);
    expect(stage.sandbox.requests()).toEqual([]);
  });

  test('outside of a repository it says so', async () => {
    await rm(stage.path('.git'), { recursive: true });
    const { code, err } = await stage.run('plan', '--base', 'main');
    expect(code).toBe(exitCodes.usage);
    expect(err).toContain('--base needs git and a repository');
  });
});
