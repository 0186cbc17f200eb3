import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { openStage } from '../support/stage.ts';

test('a plan file approves its changes by their ids, not by a commit: rebased, the rest of main is left alone', async () => {
  const stage = await openStage({ files: choirFiles, world: choirWorld() });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], {
      cwd: stage.folder,
    });
  const commit = (text: string) => {
    git('add', '--all');
    git('commit', '--quiet', '--message', text);
  };
  try {
    git('init', '--quiet', '--initial-branch', 'main');
    await stage.write('groups/basses.yaml', choirFiles['basses.yaml'].replace('name: Basses\n', ''));
    commit('main');
    git('switch', '--quiet', '--create', 'change');
    await stage.write('groups/altos.yaml', `${choirFiles['altos.yaml']}announce: true\n`);
    commit('altos: only admins post');
    await stage.run('plan', '--out', stage.path('plan.json'));
    git('switch', '--quiet', 'main');
    await stage.write('groups/basses.yaml', choirFiles['basses.yaml']);
    git('add', 'groups');
    git('commit', '--quiet', '--message', 'basses: a name');
    git('switch', '--quiet', 'change');
    git('rebase', '--quiet', 'main');
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
