import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../../src/exit-codes.ts';
import { checkGroups } from '../../../src/forge/steps/check-groups.ts';
import { choirFiles } from '../../support/choir-stage.ts';
import { makeFolder } from '../../support/folder.ts';
import { openJobStage } from '../job-stage.ts';

/** What is said of the choir with these files in the place of its own. */
async function check(files: Readonly<Record<string, string>>, account = '') {
  const folder = makeFolder(
    Object.fromEntries(
      Object.entries({ ...choirFiles, ...files }).map(([name, text]) => [`groups/${name}`, text]),
    ),
  );
  const { job, written } = await openJobStage({
    env: { GITHUB_WORKSPACE: folder, GROUPS: join(folder, 'groups'), ACCOUNT: account },
  });
  const { code, toCreate } = await checkGroups(job);
  return {
    code,
    toCreate,
    out: written.out,
    notes: written.out.split('\n').filter((line) => /^::(error|warning) /.test(line)),
  };
}

test('files without a mistake are fine', async () => {
  const { code, out, notes } = await check({});
  expect({ code, notes }).toEqual({ code: exitCodes.ok, notes: [] });
  expect(out).toContain('The files are fine.');
});

test('each mistake stands at its place, from the repository’s root', async () => {
  const { code, notes } = await check({
    'altos.yaml': 'id: 120363000000000001@g.us\nmembers: [ana, nobody]\n',
  });
  expect(code).toBe(exitCodes.mistakes);
  expect(notes).toEqual([
    expect.stringMatching(/^::error file=groups\/altos\.yaml,line=2,title=Unknown handle::/),
  ]);
});

test('a warning is none that stops', async () => {
  const { code, notes } = await check({
    'altos.yaml': `${choirFiles['altos.yaml']}allow: { removals: 2, until: 2026-05-01, reason: past }\n`,
  });
  expect(code).toBe(exitCodes.ok);
  expect(notes).toEqual([expect.stringMatching(/^::warning file=groups\/altos\.yaml,line=6,/)]);
});

test('room is left for the step’s own error', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `nobody-${index}`).join(', ');
  const { out } = await check({ 'altos.yaml': `id: 120363000000000001@g.us\nmembers: [${names}]\n` });
  expect(out.split('\n').filter((line) => line.startsWith('::error'))).toHaveLength(9);
});

describe('a group without an id is new', () => {
  const tenors = 'name: Tenors\nmembers: [ana]\n';
  const accounts =
    'accounts: { north: "+44 7700 900001", south: "+44 7700 900099" }\ntimezone: Europe/London\n';
  const several = {
    '_policy.yaml': accounts,
    'altos.yaml': `${choirFiles['altos.yaml']}account: south\n`,
    'basses.yaml': `${choirFiles['basses.yaml']}account: south\n`,
    'tenors.yaml': `${tenors}account: north\n`,
  };

  test.each([
    ['there is none', {}, '', 0],
    ['it is there', { 'tenors.yaml': tenors }, '', 1],
    ['it is another account’s', several, 'south', 0],
    ['it is this account’s', several, 'north', 1],
    ['there are mistakes', { 'tenors.yaml': `${tenors}admins: [nobody]\n` }, '', 0],
  ])('where %s', async (_, files, account, count) => {
    expect((await check(files, account)).toCreate).toBe(count);
  });
});
