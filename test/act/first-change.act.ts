import { cp, mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from '../support/folder.ts';
import { findRoot } from '../support/repository-root.ts';
import { readCommands } from '../support/story/page-commands.ts';
import { openActStage } from './act-stage.ts';
import { expectJobs } from './expect-jobs.ts';
import { action, copySources, write } from './act-template.ts';
import { key } from '../support/seal.ts';
import { openShell } from './shell.ts';
import { findPort } from '../support/find-port.ts';

/*
 * From an empty folder to the first change, and to the first one by a pull request: the commands of docs/setup.md as they are
 * printed there, in a copy of this checkout, but that `npm ci` takes the packages that are here and another port is used; then the
 * repository goes to a forge, whose workflows act runs. Tells how long each takes: `npm run act -- first-change`.
 */

/** What was done, and how long it took. */
type Step = readonly [seconds: number, what: string];

const steps: Step[] = [];

async function timed<Result>(what: string, act: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await act();
  steps.push([(performance.now() - start) / 1000, what]);
  return result;
}

function tell(): void {
  const total = steps.reduce((sum, [seconds]) => sum + seconds, 0);
  const lines = [...steps, [total, 'all of it'] as const].map(
    ([seconds, what]) => `${seconds.toFixed(1).padStart(6)} s  ${what}`,
  );
  console.log(lines.join('\n'));
}

test('from an empty folder to the first change, and to the first one by a pull request', async () => {
  const root = makeFolder();
  const env = await prepare(root);
  const port = String(await findPort());
  const [build = [], serve = [], work = []] = readCommands('first change').map((block) =>
    block.map((command) => command.replace('3000', port)),
  );
  const [here, there] = [1, 2].map(() => openShell(join(root, 'rollcall'), env));
  onTestFinished(() => [here, there].forEach((shell) => shell?.close()));
  const type = async (command: string) => {
    const { code, out } = (await timed(command, async () => here?.run(command))) ?? {};
    expect([command, code, out]).toEqual([command, 0, out]);
    return out ?? '';
  };
  for (const command of build) await type(command);
  const [alias = '', sandbox = ''] = serve;
  await there?.run(alias);
  await timed(sandbox, async () => there?.begin(sandbox, 'listens on'));
  const told = [];
  for (const command of work) told.push([command, await type(command)] as const);
  const said = told.filter(([command]) => /^rollcall (plan|apply)/.test(command)).map(([, out]) => out);
  expect(said).toEqual(
    [
      /nothing to change in 11 groups/,
      /1 to change in 1 of 11/,
      /Applied.*: 1 of 1 verified/,
      /nothing to change/,
    ].map((text) => expect.stringMatching(text)),
  );
  for (const command of readCommands('first change: a forge').flat()) await type(command);
  const changed = await proposeAndApply(join(root, 'our-groups'), `http://127.0.0.1:${port}`);
  expect(changed).toContain('Bring two pencils');
  tell();
});

/** A copy of this checkout, and the environment of somebody's terminals: whose build knows which commit it is of. */
async function prepare(root: string) {
  const folder = join(root, 'rollcall');
  await copySources(folder);
  await cp(join(findRoot(), 'groups'), join(folder, 'groups'), { recursive: true });
  const packages = join(findRoot(), 'node_modules');
  const path = process.env['PATH'] ?? '';
  await mkdir(join(root, 'home'));
  await write(
    join(root, 'bin', 'npm'),
    `#!/bin/sh\n[ "$1" = ci ] && exec ln -s ${packages} node_modules\nPATH="${path}" exec npm "$@"\n`,
    0o755,
  );
  const who = ['AUTHOR', 'COMMITTER'].flatMap((role) => [
    [`GIT_${role}_NAME`, 'Clara'],
    [`GIT_${role}_EMAIL`, 'clara@example.org'],
    // Of a commit of the last minutes a forge is asked for a minute which pull request it came with.
    [`GIT_${role}_DATE`, '2026-01-01T00:00:00Z'],
  ]);
  return {
    PATH: [join(root, 'bin'), path].join(delimiter),
    HOME: join(root, 'home'),
    ROLLCALL_BUILD: action,
    ...Object.fromEntries(who),
  };
}

/** The repository on its forge: a memory, a pull request, its merge. Returns the last comment. */
async function proposeAndApply(folder: string, url: string): Promise<string> {
  const on = await openActStage({ folder });
  onTestFinished(() => on.close());
  const secrets = { ROLLCALL_URL: url, ROLLCALL_KEY: key };
  const begun = await timed('Apply → Run workflow, with a new memory', () =>
    on.run('apply.yml', 'workflow_dispatch', { secrets, inputs: { 'new-journal': 'true' } }),
  );
  expectJobs(begun, { apply: 'success' });
  const text = await on.atServer('show', 'main:groups/basses.yaml');
  const pull = await on.propose('pencils', {
    'groups/basses.yaml': `${text.replace('Bring a pencil and water', 'Bring two pencils')}\n`,
  });
  const [checked, planned] = [
    await timed('a pull request: it is checked', () => on.validate(pull, { secrets })),
    await timed('a pull request: its plan is a comment', () => on.plan(pull, { secrets })),
  ];
  expectJobs(checked, { validate: 'success' });
  expectJobs(planned, { plan: 'success' });
  await on.merge(pull);
  const applied = await timed('its merge: applied, checked, told', () =>
    on.run('apply.yml', 'push', { secrets }),
  );
  expectJobs(applied, { apply: 'success' });
  return on.github.comments.at(-1)?.body ?? '';
}
