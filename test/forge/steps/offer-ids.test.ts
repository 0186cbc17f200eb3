import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../../src/exit-codes.ts';
import { choirFiles } from '../../support/choir-stage.ts';
import type { GithubStage, Step } from '../../support/github-stage.ts';
import { openGithubStage } from '../../support/github-stage.ts';

const root = '/repos/clara/choir';
const [id, other] = ['120363000000000077@g.us', '120363000000000078@g.us'];
const tenors = '# Since spring\nname: Tenors # loud\nmembers: [ana]\n';
let stage: GithubStage;

beforeEach(async () => {
  const { 'basses.yaml': _, ...files } = choirFiles;
  stage = await openGithubStage({ ...files, 'tenors.yaml': tenors });
});
afterEach(() => stage.close());

const atServer = (...args: string[]) => stage.repository.git('--git-dir', stage.origin, ...args);
/** A file on the branch, byte for byte but for white space at its end. */
const read = (file = 'tenors.yaml') => atServer('show', `rollcall-ids:groups/${file}`);
const isThere = async () => (await atServer('branch', '--list', 'rollcall-ids')) !== '';
const made = (each: object = {}) => ({ path: 'groups/tenors.yaml', id, name: 'Tenors', ...each });

function offer(
  created: readonly object[] = [made()],
  env: Readonly<Record<string, string>> = {},
): Promise<Step> {
  return stage.step('offer-ids', { CREATED: JSON.stringify(created), ...env });
}

/** What was asked of GitHub that was no GET, below the repository. */
const sent = () =>
  stage.api.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => `${method} ${path.slice(root.length)} ${body}`);

function setOpen(branch = 'rollcall-ids'): void {
  const head = { ref: branch, sha: 'x', repo: { full_name: 'clara/choir' } };
  stage.answers.set(`GET ${root}/pulls`, [{ number: 7, base: { ref: 'main' }, head }]);
}

/** Somebody changes files on the server while this run's checkout stays as it was. */
async function changeMeanwhile(files: Readonly<Record<string, string | undefined>>): Promise<void> {
  const { git, commit, tip } = stage.repository;
  const here = tip();
  for (const [name, text] of Object.entries(files))
    await (text === undefined ? git('rm', '--quiet', name) : stage.write(name, text));
  await commit('meanwhile');
  await stage.push();
  await git('reset', '--quiet', '--hard', here);
}

describe('the ids of groups that were made', () => {
  test('are offered as one pull request, in which nothing but their lines changes', async () => {
    const { code } = await offer();
    expect(code).toBe(exitCodes.ok);
    expect(await read()).toBe(`id: ${id}\n${tenors.trim()}`);
    expect(await atServer('diff', '--stat=200', 'main', 'rollcall-ids')).toMatch(
      /^groups\/tenors\.yaml \| 1 \+\n 1 file changed, 1 insertion\(\+\)$/,
    );
    expect(await atServer('rev-parse', 'rollcall-ids^')).toBe(await atServer('rev-parse', 'main'));
    expect(sent()).toEqual([
      expect.stringMatching(/^POST \/pulls .*\*\*Tenors\*\*: .*tenors\.yaml, `120363000000000077@g\.us`/),
    ]);
    expect(sent()[0]).toMatch(/"head":"rollcall-ids","base":"main"/);
    expect(sent()[0]).toContain('Close this pull request and open it again');
  });

  test('are put into the files of today, not into those of the run that made them', async () => {
    await changeMeanwhile({
      'groups/tenors.yaml': `${tenors}topic: New\n`,
      'groups/late.yaml': 'name: Late\n',
    });
    await offer();
    expect(await read()).toBe(`id: ${id}\n${tenors}topic: New`);
    expect(await read('late.yaml')).toBe('name: Late');
    expect(await atServer('rev-parse', 'rollcall-ids^')).toBe(await atServer('rev-parse', 'main'));
  });

  test('come all in one pull request, which is written anew where it is open, and pushed only where it differs', async () => {
    await offer();
    const first = await atServer('rev-parse', 'rollcall-ids');
    setOpen();
    await offer();
    expect(await atServer('rev-parse', 'rollcall-ids')).toBe(first);
    await changeMeanwhile({ 'groups/sopranos.yaml': 'name: Sopranos\n' });
    await offer([made(), { path: 'groups/sopranos.yaml', id: other, name: 'Sopranos' }]);
    expect([await read(), await read('sopranos.yaml')].map((text) => text.slice(4, 27))).toEqual([id, other]);
    expect(sent().map((line) => line.slice(0, 14))).toEqual([
      'POST /pulls {"',
      'PATCH /pulls/7',
      'PATCH /pulls/7',
    ]);
    expect(sent()[2]).toContain('Write down the ids of 2 new groups');
  });

  test('keep a file’s byte order mark, its mode and its ends of lines', async () => {
    await changeMeanwhile({ 'groups/tenors.yaml': '\ufeffname: Tenors\r\nmembers: []\r\n' });
    const { git } = stage.repository;
    await git('pull', '--quiet', stage.origin, 'main');
    await git('update-index', '--chmod=+x', 'groups/tenors.yaml');
    await git('commit', '--quiet', '-m', 'mode');
    await stage.push();
    await offer();
    await stage.write('wanted', `\ufeffid: ${id}\r\nname: Tenors\r\nmembers: []\r\n`);
    expect(await atServer('ls-tree', 'rollcall-ids', 'groups/tenors.yaml')).toBe(
      `100755 blob ${await git('hash-object', 'wanted')}\tgroups/tenors.yaml`,
    );
  });

  test('are said in the language of the policy', async () => {
    await stage.write('groups/_policy.yaml', `${choirFiles['_policy.yaml']}language: id\n`);
    await offer();
    expect(sent()[0]).toContain('Catat id satu grup baru');
  });
});

describe('an id is not written down, which is said,', () => {
  test.each([
    ['the file is gone', undefined, 'the file is gone'],
    ['it has another id by now', `id: ${other}\nname: Tenors\n`, 'names another group by now'],
    ['it has mistakes', 'name: "Tenors\n', 'has mistakes'],
    ['it is half merged', '<<<<<<< a\nname: x\n=======\nname: y\n>>>>>>> b\n', 'has mistakes'],
  ])('where %s', async (_, text, why) => {
    await changeMeanwhile({ 'groups/tenors.yaml': text });
    const { code, out } = await offer();
    expect(code).toBe(exitCodes.ok);
    expect(out).toMatch(new RegExp(`::warning title=Rollcall::groups/tenors\\.yaml: .*${why}.*`));
    expect(out).toContain(id);
    expect([sent(), await isThere()]).toEqual([[], false]);
  });

  test('beside those that are', async () => {
    await changeMeanwhile({ 'groups/sopranos.yaml': 'name: Sopranos\n' });
    await offer([
      made({ path: 'groups/gone.yaml', name: 'Gone' }),
      made({ path: 'groups/sopranos.yaml', id: other }),
    ]);
    expect(sent()[0]).toMatch(/Not written down.*gone\.yaml: the file is gone/);
  });

  test('where a link lies in the place of the file', async () => {
    const { git } = stage.repository;
    await git('rm', '--quiet', 'groups/tenors.yaml');
    const target = await git('hash-object', '-w', 'groups/altos.yaml');
    await git('update-index', '--add', '--cacheinfo', `120000,${target},groups/tenors.yaml`);
    await git('commit', '--quiet', '-m', 'link');
    await stage.push();
    await git('reset', '--quiet', '--hard');
    const { out } = await offer();
    expect(out).toContain('the file is gone');
    expect(await isThere()).toBe(false);
  });
});

describe('where they stand there by now', () => {
  test('the pull request is closed', async () => {
    setOpen();
    await changeMeanwhile({ 'groups/tenors.yaml': `name: Tenors\nid: "${id}"\n` });
    const { out } = await offer();
    expect(sent()).toEqual(['PATCH /pulls/7 {"state":"closed"}']);
    expect(out).not.toContain('::warning');
  });
});

/** What was sent, and where the branch is, if it is not where `main` is. */
async function findTouched(): Promise<string[]> {
  const [tip, main] = [await atServer('rev-parse', 'rollcall-ids'), await atServer('rev-parse', 'main')];
  return [...(tip === main ? [] : [tip]), ...sent()];
}

describe('what somebody else has on that branch', () => {
  beforeEach(async () => {
    await stage.repository.git('push', '--quiet', stage.origin, 'main:refs/heads/rollcall-ids');
    setOpen();
  });
  test('is neither overwritten nor passed off as ours, and the run says so', async () => {
    const { code, out } = await offer();
    expect(code).toBe(exitCodes.failed);
    expect(out).toContain('::error title=Rollcall::rollcall-ids holds commits of somebody else');
    expect(await findTouched()).toEqual([]);
  });

  test('is enough where it has the ids, as after somebody brought our pull request up to date', async () => {
    const { git } = stage.repository;
    await git('push', '--quiet', '--force', stage.origin, ':refs/heads/rollcall-ids');
    await offer();
    await changeMeanwhile({ 'groups/late.yaml': 'name: Late\n' });
    await git('fetch', '--quiet', stage.origin, 'rollcall-ids');
    const updated = await git(
      'commit-tree',
      'FETCH_HEAD^{tree}',
      '-p',
      'FETCH_HEAD',
      '-p',
      'main',
      '-m',
      'up',
    );
    await git('push', '--quiet', stage.origin, `${updated}:refs/heads/rollcall-ids`);
    const { code, out } = await offer();
    expect([code, await atServer('rev-parse', 'rollcall-ids')]).toEqual([exitCodes.ok, updated]);
    expect(out).toContain('::warning title=Rollcall::rollcall-ids holds commits of somebody else');
    expect((await offer([made({ id: other })])).code).toBe(exitCodes.failed);
  });

  test('is not closed', async () => {
    await offer([]);
    expect(await findTouched()).toEqual([]);
  });

  test('stays where it is written so as if it were ours', async () => {
    const { git } = stage.repository;
    const message = 'x\n\ncommitter rollcall <rollcall@users.noreply.github.com> 1 +0000';
    const forged = await git('commit-tree', 'main^{tree}', '-p', 'main', '-m', message);
    await git('push', '--quiet', '--force', stage.origin, `${forged}:refs/heads/rollcall-ids`);
    await offer();
    expect(await atServer('rev-parse', 'rollcall-ids')).toBe(forged);
  });
});

describe('what people wrote', () => {
  test('is no markup, mention or number in the pull request', async () => {
    const name = '@everybody <img src=x> ](https://x) +44 7700 900123 `c`\n# h';
    await offer([made({ name })]);
    const { title, body } = JSON.parse((sent()[0] ?? '').slice('POST /pulls '.length)) as Record<
      string,
      string
    >;
    expect(title).toBe('Write down the id of a new group');
    expect(body).not.toMatch(/@everybody|<img|\]\(https:\/\/x|900123|^# h/m);
  });

  test('is cut where it is longer than GitHub takes, and what to do stays', async () => {
    const names = Array.from({ length: 36 }, (_, index) => `groups/${index}.yaml`);
    await changeMeanwhile(Object.fromEntries(names.map((path) => [path, `name: X\n`])));
    await offer(names.map((path) => made({ path, name: 'x'.repeat(2000) })));
    const { body = '' } = JSON.parse((sent()[0] ?? '').slice('POST /pulls '.length)) as Record<
      string,
      string
    >;
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain('more lines were cut');
    expect(body).toContain('open it again');
  });
});

describe('GitHub', () => {
  test.each([403, 422, 429, 500])(
    'that answers %i to the pull request fails the step, and the next run opens it',
    async (status) => {
      stage.answers.set(`POST ${root}/pulls`, status);
      const { code, out } = await offer();
      expect([code, await isThere()]).toEqual([exitCodes.failed, true]);
      expect(out).toContain(`::error title=Rollcall::GitHub answered POST ${root}/pulls with ${status}`);
      stage.answers.delete(`POST ${root}/pulls`);
      expect((await offer()).code).toBe(exitCodes.ok);
      expect(sent()).toHaveLength(2);
    },
  );

  test('that takes no push fails the step', async () => {
    await stage.refusePushes();
    expect((await offer()).code).toBe(exitCodes.failed);
    expect(sent()).toEqual([]);
  });
});

test('what is no list of groups that were made is none', async () => {
  for (const text of ['no', '{}', JSON.stringify([made({ id: 'x@g.us' })])])
    expect((await stage.step('offer-ids', { CREATED: text })).code).toBe(exitCodes.failed);
  expect(sent()).toEqual([]);
});
