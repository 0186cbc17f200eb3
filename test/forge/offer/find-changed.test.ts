import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJob } from '../../../src/forge/job.ts';
import { findChanged } from '../../../src/forge/offer/find-changed.ts';
import { choirFiles } from '../../support/choir-stage.ts';
import type { GithubStage } from '../../support/github-stage.ts';
import { openGithubStage } from '../../support/github-stage.ts';
import { createTestIo } from '../../support/stage.ts';

let stage: GithubStage;
beforeEach(async () => {
  stage = await openGithubStage(choirFiles);
});
afterEach(() => stage.close());

const find = () =>
  findChanged({
    ...openJob(createTestIo({}).io),
    workspace: stage.workspace,
    remote: { url: '', options: { env: { PATH: process.env['PATH'] } } },
  });

test('what is edited, and what is new, below the groups folder alone', async () => {
  await symlink('altos.yaml', join(stage.workspace, 'groups', 'link.yaml'));
  await stage.repository.commit('with a link');
  expect(await find()).toEqual({ edited: [], added: [] });
  await stage.write('groups/altos.yaml', 'name: A\n');
  await stage.write('groups/a new "one".yaml', 'name: B\n');
  await stage.write('README.md', 'not ours\n');
  await rm(join(stage.workspace, 'groups', 'basses.yaml'));
  expect(await find()).toEqual({
    edited: ['groups/altos.yaml', 'groups/basses.yaml'],
    added: ['groups/a new "one".yaml'],
  });
});
