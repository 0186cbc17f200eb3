import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planFromMain, toOrigins } from '../support/base-plan.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { exitCodes } from '../../src/exit-codes.ts';
import type { Repository } from '../support/repository.ts';
import { createRepository } from '../support/repository.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let stage: Stage;
let repository: Repository;

/** As the choir's files, but nobody is taken out, and nothing is due. */
const quiet = {
  ...choirFiles,
  '_policy.yaml': choirFiles['_policy.yaml'].replace('manage: exact\n', ''),
  'altos.yaml': 'id: 120363000000000001@g.us\nmembers: [ana, budi]\n',
  'basses.yaml': 'id: 120363000000000002@g.us\nmembers: [budi, dewi]\n',
};

beforeEach(async () => {
  stage = await openStage({ files: quiet, world: choirWorld(), isUnmarked: true });
  repository = await createRepository(stage.folder);
  await repository.commit('the choir');
  await repository.git('checkout', '--quiet', '-b', 'change');
});

afterEach(() => stage.close());

const writeDefaults = (text: string) => stage.write('groups/_defaults.yaml', text);

describe('a default that a pull request changes', () => {
  test('is its change in every group, said with their number and with its file', async () => {
    await writeDefaults('announce: true\nmembers: [citra]\n');
    const plan = await planFromMain(stage);
    expect(toOrigins(plan)).toEqual([
      'add citra: pull-request',
      'set announce: pull-request',
      'add citra: pull-request',
      'set announce: pull-request',
    ]);
    expect(plan.since).toMatchObject({ defaults: [{ file: '_defaults.yaml', how: 'new', groups: 2 }] });
    const { out } = await stage.run('plan', '--base', 'main');
    expect(out).toContain('_defaults.yaml is new, and holds for 2 groups');
    expect(out).toMatch(/Changes in 2 groups come from .*_defaults.yaml\./);
    expect(out).toMatch(/citra +joins +citra \(_defaults.yaml\)/);
  });

  test('is nobody’s once it is merged', async () => {
    await writeDefaults('announce: true\n');
    await repository.git('checkout', '--quiet', 'main');
    await repository.commit('all of them');
    const plan = await planFromMain(stage);
    expect(toOrigins(plan)).toEqual(['set announce: phone', 'set announce: phone']);
    expect(plan.since).toMatchObject({ defaults: [] });
  });

  test('makes groups exact: an alert that names it', async () => {
    await writeDefaults('manage: exact\n');
    const { since, groups } = await planFromMain(stage);
    expect(since.loosened.map(({ kind, sentence }) => `${kind} ${sentence}`)).toEqual([
      expect.stringMatching(/^reach _defaults.yaml: manage: in .* whoever is not in the list is removed/),
    ]);
    expect(groups.flatMap(({ changes }) => changes.map(({ action }) => action))).toEqual(['remove']);
  });

  test('takes somebody out of many groups when it is gone, and says that it is', async () => {
    await writeDefaults('manage: exact\nmembers: [citra]\n');
    await repository.git('checkout', '--quiet', 'main');
    await repository.commit('all of them');
    expect((await stage.run('apply', '--yes')).code).toBe(exitCodes.ok);
    await repository.git('checkout', '--quiet', '-b', 'gone');
    await writeDefaults('manage: exact\n');
    const plan = await planFromMain(stage);
    expect(toOrigins(plan)).toEqual(['remove citra: pull-request', 'remove citra: pull-request']);
    expect(plan.since).toMatchObject({ defaults: [{ how: 'changed', groups: 2 }] });
  });

  test('mends one that had mistakes: nobody can tell whose the changes of its groups are', async () => {
    await writeDefaults('announce: maybe\n');
    await repository.git('checkout', '--quiet', 'main');
    await repository.commit('all of them');
    await repository.git('checkout', '--quiet', '-b', 'mended');
    await writeDefaults('announce: true\nmembers: [citra]\n');
    const plan = await planFromMain(stage);
    expect(new Set(toOrigins(plan).map((each) => each.split(': ')[1]))).toEqual(new Set(['pull-request']));
    expect(plan.since.unread).toMatchObject([{ file: '_defaults.yaml', what: 'defaults' }]);
  });

  test('empties no list: what a group’s own file does not have is not managed', async () => {
    await stage.write('groups/altos.yaml', 'id: 120363000000000001@g.us\nname: Altos\n');
    await writeDefaults('manage: exact\nmembers: [ana]\nadmins: []\n');
    const { groups } = await planFromMain(stage);
    const altos = groups.find(({ file }) => file.endsWith('altos.yaml'));
    expect(altos?.changes.map(({ action }) => action)).toEqual(['set']);
  });
});
