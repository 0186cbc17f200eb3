import { rm, symlink } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { BasePlan } from '../support/base-plan.ts';
import { planFromMain, toOrigins } from '../support/base-plan.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Repository } from '../support/repository.ts';
import { createRepository } from '../support/repository.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let stage: Stage;
let repository: Repository;

beforeEach(async () => {
  stage = await openStage({ files: choirFiles, world: choirWorld() });
  repository = await createRepository(stage.folder);
});

afterEach(() => stage.close());

/** Commits these texts as `main`; what lies in the folder afterwards is the choir again, without mistakes. */
async function breakMain(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await stage.write(`groups/${name}`, text);
  await repository.commit('mistakes');
  await repository.git('checkout', '--quiet', '-b', 'mend');
  for (const [name, text] of Object.entries(choirFiles)) await stage.write(`groups/${name}`, text);
}

/** As a merge that was committed half-done leaves a file. */
function inConflict(text: string): string {
  return text.replace(/^(members|people|account).*$/m, '<<<<<<< HEAD\n$&\n=======\n$&\n>>>>>>> other');
}

function toUnread({ since }: BasePlan): string[] {
  return since.unread.map(({ file, what }) => `${file} ${what}`);
}

const originsOf = (plan: BasePlan, file: string) =>
  new Set(
    plan.groups
      .filter((group) => group.file === file)
      .flatMap(({ changes }) => changes.map(({ origin }) => origin)),
  );

describe('a group’s file with mistakes', () => {
  test('can be mended: its changes count as the pull request’s, others are told apart as ever', async () => {
    await breakMain({ 'altos.yaml': choirFiles['altos.yaml'].replace('citra', 'nobody') });
    const plan = await planFromMain(stage);
    expect(toUnread(plan)).toEqual(['altos.yaml group']);
    expect(originsOf(plan, 'altos.yaml')).toEqual(new Set(['pull-request']));
    expect(originsOf(plan, 'basses.yaml')).toEqual(new Set(['phone']));
    const { out, code } = await stage.run('plan', '--base', 'main');
    expect(code).toBe(exitCodes.ok);
    expect(out).toContain('! altos.yaml of main has mistakes: every change of its group counts as');
  });

  test('its id stays known, though the file is no YAML any more: editing it is refused', async () => {
    await breakMain({ 'altos.yaml': inConflict(choirFiles['altos.yaml']) });
    expect(toUnread(await planFromMain(stage))).toEqual(['altos.yaml group']);
    await stage.write('groups/altos.yaml', choirFiles['altos.yaml'].replace('0001@', '0003@'));
    const { groups, since } = await planFromMain(stage);
    expect(groups[0]?.refusals.map(({ limit }) => limit)).toEqual(['id-edited']);
    expect(since.stopped).toMatchObject([{ file: 'altos.yaml', how: 'id-edited' }]);
  });

  test('deleting it is said', async () => {
    await breakMain({ 'altos.yaml': inConflict(choirFiles['altos.yaml']) });
    await rm(stage.path('groups/altos.yaml'));
    expect((await planFromMain(stage)).since.stopped).toMatchObject([{ file: 'altos.yaml', how: 'deleted' }]);
  });

  test.each([
    ['does not fit', 'id: 12\n'],
    ['is missing with all the rest', '{{{\n'],
    ['is two', inConflict(choirFiles['altos.yaml']).replace('\n', '\nid: 120363000000000003@g.us\n')],
    ['is two in what can be read', choirFiles['altos.yaml'].replace('\n', '\nid: 120363000000000003@g.us\n')],
  ])('an id that %s is said not to be known, and nothing is refused for it', async (_how, text) => {
    await breakMain({ 'altos.yaml': text });
    const plan = await planFromMain(stage);
    expect(toUnread(plan)).toEqual(['altos.yaml id']);
    expect(originsOf(plan, 'altos.yaml')).toEqual(new Set(['pull-request']));
    expect(plan.groups.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(plan.since.stopped).toEqual([]);
  });

  test('a link in its place is a file that cannot be read', async () => {
    await rm(stage.path('groups/altos.yaml'));
    await symlink('/etc/hostname', stage.path('groups/altos.yaml'));
    await symlink('/etc/hostname', stage.path('groups/_notes.yaml'));
    await repository.commit('links');
    await repository.git('checkout', '--quiet', '-b', 'mend');
    await rm(stage.path('groups/altos.yaml'));
    // Nobody reads it, in main neither, so nothing of it is unknown.
    await rm(stage.path('groups/_notes.yaml'));
    await stage.write('groups/altos.yaml', choirFiles['altos.yaml']);
    expect(toUnread(await planFromMain(stage))).toEqual(['altos.yaml id']);
  });

  test('what it loses while it is mended is said, as far as it can be read', async () => {
    await breakMain({ 'altos.yaml': choirFiles['altos.yaml'].replace('citra', 'nobody') });
    await stage.write('groups/altos.yaml', choirFiles['altos.yaml'].replace(/^admins.*\n/m, ''));
    expect((await planFromMain(stage)).since.relaxed).toMatchObject([
      { file: 'altos.yaml', keys: ['admins'] },
    ]);
  });
});

describe('_people.yaml with mistakes', () => {
  const people = choirFiles['_people.yaml'];

  test('says that numbers cannot be compared, and compares those that can be read', async () => {
    await breakMain({ '_people.yaml': people.replace('+44 7700 900004', '12').replace('900002', '900082') });
    const { since } = await planFromMain(stage);
    expect(since.unread).toMatchObject([{ file: '_people.yaml', what: 'people' }]);
    expect(since.numbers).toMatchObject([{ groups: 1, adminIn: 1 }]);
    const { out, code } = await stage.run('plan', '--base', 'main');
    expect(code).toBe(exitCodes.ok);
    expect(out).toContain('a number changed behind a handle may not show above');
  });

  test('no change of a person passes for the phone’s, for half a list would make it so', async () => {
    // With budi unknown there, his removal would be due before as well.
    await breakMain({ '_people.yaml': people.replace('+44 7700 900003', '12') });
    await stage.write('groups/altos.yaml', choirFiles['altos.yaml'].replace('budi, ', ''));
    const origins = toOrigins(await planFromMain(stage));
    expect(origins).toContain('remove Budi Santoso: pull-request');
    expect(origins.filter((each) => !each.startsWith('set') && !each.endsWith(': pull-request'))).toEqual([]);
    expect(origins.filter((each) => each.startsWith('set') && !each.endsWith(': phone'))).toEqual([]);
  });

  test('whom the policy protects by handle stays protected, looked up among the people of today', async () => {
    const withStranger = `${people}  stranger: "+44 7700 900009"\n`;
    const guarded = `${choirFiles['_policy.yaml']}protected: [stranger]\n`;
    await breakMain({ '_people.yaml': inConflict(withStranger), '_policy.yaml': guarded });
    await stage.write('groups/_people.yaml', withStranger);
    expect((await stage.run('plan')).out).toMatch(/- stranger +leaves/);
    expect(toUnread(await planFromMain(stage))).toEqual(['_people.yaml people', '_policy.yaml protected']);
    expect((await stage.run('plan', '--base', 'main')).out).toContain('the policy protects them');
  });

  test('also where the policy has mistakes of its own', async () => {
    const withStranger = `${people}  stranger: "+44 7700 900009"\n`;
    const guarded = `${choirFiles['_policy.yaml']}protected: [stranger]\ncolour: red\n`;
    await breakMain({ '_people.yaml': inConflict(withStranger), '_policy.yaml': guarded });
    await stage.write('groups/_people.yaml', withStranger);
    expect((await stage.run('plan', '--base', 'main')).out).toContain('the policy protects them');
  });

  test('a handle that the policy protects and nobody knows is no reason to doubt the limits', async () => {
    await breakMain({ '_policy.yaml': `${choirFiles['_policy.yaml']}protected: [nobody]\n` });
    expect(toUnread(await planFromMain(stage))).toEqual(['_policy.yaml protected']);
  });
});

describe('_policy.yaml with mistakes', () => {
  const policy = choirFiles['_policy.yaml'];

  test('what fits in it still counts: loosening it gains nothing', async () => {
    await breakMain({
      '_policy.yaml': `${policy}limits: { removals: { group: 0%, floor: 0 } }\ncolour: red\n`,
    });
    expect((await stage.run('plan')).code).toBe(exitCodes.ok);
    const plan = await planFromMain(stage);
    expect(toUnread(plan)).toEqual(['_policy.yaml policy']);
    expect(plan.groups[0]?.refusals.map(({ limit }) => limit)).toEqual(['removals']);
    expect(toOrigins(plan).filter((each) => !each.endsWith(': pull-request'))).toEqual([]);
  });

  test.each([
    ['is no YAML', inConflict(policy)],
    ['is missing', undefined],
  ])('where it %s, the built-in limits count', async (_how, text) => {
    if (text === undefined) await rm(stage.path('groups/_policy.yaml'));
    await breakMain(text === undefined ? {} : { '_policy.yaml': text });
    await stage.write('groups/_policy.yaml', `${policy}limits: { admins: { min: 0 } }\n`);
    await stage.write('groups/altos.yaml', choirFiles['altos.yaml'].replace('admins: [ana]', 'admins: []'));
    expect((await stage.run('plan')).code).toBe(exitCodes.ok);
    const plan = await planFromMain(stage);
    expect(toUnread(plan)).toEqual(['_policy.yaml policy']);
    expect(plan.groups[0]?.refusals.map(({ limit }) => limit)).toEqual(['admins']);
  });

  test('an edited id is refused all the same, and another number behind a handle shown', async () => {
    await breakMain({ '_policy.yaml': inConflict(policy) });
    await stage.write('groups/altos.yaml', choirFiles['altos.yaml'].replace('0001@', '0003@'));
    await stage.write('groups/_people.yaml', choirFiles['_people.yaml'].replace('900002', '900082'));
    const { groups, since } = await planFromMain(stage);
    expect(groups[0]?.refusals.map(({ limit }) => limit)).toEqual(['id-edited']);
    expect(since.numbers).toHaveLength(1);
    // What `manage` was there is not known, so nothing is claimed about it.
    expect(since.relaxed).toEqual([]);
  });
});

test('a folder without any group or policy is one that was not there', async () => {
  for (const name of Object.keys(choirFiles)) await rm(stage.path(`groups/${name}`));
  await stage.write('groups/README.md', 'Groups will be here.');
  await breakMain({});
  expect(toUnread(await planFromMain(stage))).toEqual([]);
});
