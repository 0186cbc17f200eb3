import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GroupId } from '../../../src/domain/group.ts';
import { openJob } from '../../../src/forge/job.ts';
import { writeIds } from '../../../src/forge/offer/write-ids.ts';
import { choirFiles } from '../../support/choir-stage.ts';
import type { GithubStage } from '../../support/github-stage.ts';
import { openGithubStage } from '../../support/github-stage.ts';
import { createTestIo } from '../../support/stage.ts';

let stage: GithubStage;
beforeEach(async () => {
  stage = await openGithubStage({ ...choirFiles, 'tenors.yaml': 'name: Tenors\n' });
});
afterEach(() => stage.close());

const id = '120363000000000077@g.us' as GroupId;
const about = (path: string, group: GroupId = id) => ({ path, id: group, name: 'x' });

// Every kind of file, and what is said of it: steps/offer-ids.
test('what is written, what was there, what is left; nothing in the workspace changes', async () => {
  const { git } = stage.repository;
  const job = {
    ...openJob(createTestIo({ env: { GITHUB_REF: 'refs/heads/main' } }).io),
    workspace: stage.workspace,
    remote: { url: stage.origin, options: { env: { PATH: process.env['PATH'] } } },
  };
  const asked = [
    about('groups/tenors.yaml'),
    about('groups/altos.yaml', '120363000000000001@g.us' as GroupId),
    about('groups/basses.yaml'),
    about('groups/gone.yaml'),
    about('tenors.yaml'),
  ];
  const { tree, parent, written, left } = await writeIds(job, asked);
  expect(written).toEqual([asked[0]]);
  expect(left.map(({ group, why }) => [group.path, why])).toEqual([
    ['groups/basses.yaml', 'other-id'],
    ['groups/gone.yaml', 'file-gone'],
    ['tenors.yaml', 'file-gone'],
  ]);
  expect(await git('diff', '--name-only', parent, tree)).toBe('groups/tenors.yaml');
  expect(await git('cat-file', 'blob', `${tree}:groups/tenors.yaml`)).toBe(`id: ${id}\nname: Tenors`);
  expect(await git('hash-object', 'groups/tenors.yaml')).toBe(
    await git('rev-parse', 'main:groups/tenors.yaml'),
  );
});
