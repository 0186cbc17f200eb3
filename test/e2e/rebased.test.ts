import { expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { createRepository } from '../support/repository.ts';
import { openStage } from '../support/stage.ts';

test('a plan file approves its changes by their ids, not by a commit: rebased, the rest of main is left alone', async () => {
  const stage = await openStage({ files: choirFiles, world: choirWorld() });
  try {
    const { git, commit } = await createRepository(stage.folder);
    await stage.write('groups/basses.yaml', choirFiles['basses.yaml'].replace('name: Basses\n', ''));
    await commit('main');
    await git('switch', '--quiet', '--create', 'change');
    await stage.write('groups/altos.yaml', `${choirFiles['altos.yaml']}announce: true\n`);
    await commit('altos: only admins post');
    await stage.run('plan', '--out', stage.path('plan.json'));
    await git('switch', '--quiet', 'main');
    await stage.write('groups/basses.yaml', choirFiles['basses.yaml']);
    await git('add', 'groups');
    await git('commit', '--quiet', '--message', 'basses: a name');
    await git('switch', '--quiet', 'change');
    await git('rebase', '--quiet', 'main');
    const { code, out } = await stage.run('apply', stage.path('plan.json'));
    expect(out).toContain('7 of 7 verified');
    expect(code).toBe(exitCodes.incomplete);
    expect(stage.sandbox.world().groups.map(({ announce, subject }) => [subject, announce ?? false])).toEqual(
      [
        ['Altos', true],
        ['Bases', false],
      ],
    );
  } finally {
    await stage.close();
  }
});
