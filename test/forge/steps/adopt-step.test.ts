import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../../src/exit-codes.ts';
import type { Step } from '../../support/github-stage.ts';
import { useRunStage } from '../run-stage.ts';

const on = useRunStage();
const { atServer } = on;
const root = '/repos/clara/choir';

function answerWith(answers: Readonly<Record<string, unknown>>): void {
  for (const [name, answer] of Object.entries(answers)) on.stage.answers.set(name, answer);
}

/** The step in a private repository, in which pull request 7 is open from the branch, or none. */
async function run(env: Readonly<Record<string, string>> = {}, isOpen = false): Promise<Step> {
  const branch = { ref: 'rollcall-adopt', sha: 'x', repo: { full_name: 'clara/choir' } };
  answerWith({
    [`GET ${root}`]: { private: true },
    [`GET ${root}/pulls`]: isOpen ? [{ number: 7, base: { ref: 'main' }, head: branch }] : [],
  });
  return on.run({ INPUT_COMMAND: 'adopt', INPUT_STATE_BRANCH: '', ...env });
}

const sent = () =>
  on.stage.api.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => `${method} ${path.slice(root.length)} ${body}`);
const read = (file: string) => atServer('show', `rollcall-adopt:groups/${file}`);

describe('what was changed on phones', () => {
  test('is offered as one pull request, on top of what is applied, and says that it is no fact', async () => {
    const { code, outputs } = await run();
    expect([code, outputs['failure-reason']]).toEqual([exitCodes.ok, '']);
    expect(await read('altos.yaml')).toContain('name: "Altoz"');
    expect(await atServer('rev-parse', 'rollcall-adopt^')).toBe(await atServer('rev-parse', 'main'));
    expect(await atServer('show', 'main:groups/altos.yaml')).toContain('name: Altos\n');
    expect(sent()).toEqual([
      expect.stringMatching(/^POST \/pulls .*no fact.*"head":"rollcall-adopt","base":"main"/),
    ]);
    expect(on.sandbox.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('is told without numbers, and without what strangers wrote', async () => {
    const { out, err, summary } = await run();
    expect(out + err + summary + sent().join('')).not.toMatch(/44 ?7700 ?9000/);
    expect(sent().join('')).not.toContain('Altoz');
  });

  test('is pushed once, and written anew where the pull request is open', async () => {
    await run();
    const first = await atServer('rev-parse', 'rollcall-adopt');
    await on.stage.repository.git('reset', '--quiet', '--hard');
    await run({}, true);
    expect(await atServer('rev-parse', 'rollcall-adopt')).toBe(first);
    expect(sent()[1]).toMatch(/^PATCH \/pulls\/7 .*title/);
  });

  test('is withdrawn where nothing differs any more', async () => {
    await run();
    await on.stage.repository.git('commit', '--quiet', '-am', 'as it is');
    await run({}, true);
    expect(sent()[1]).toBe('PATCH /pulls/7 {"state":"closed"}');
  });
});

describe('nothing is pushed', () => {
  test('over the commit of somebody else', async () => {
    const { git } = on.stage.repository;
    await git('push', '--quiet', on.stage.origin, 'main:refs/heads/rollcall-adopt');
    const { out } = await run();
    expect(out).toContain('holds commits of somebody else');
    expect(await atServer('rev-parse', 'rollcall-adopt')).toBe(await atServer('rev-parse', 'main'));
    expect(sent()).toEqual([]);
  });

  test('into a repository that everybody can read', async () => {
    answerWith({ [`GET ${root}`]: { private: false } });
    const { out } = await on.run({ INPUT_COMMAND: 'adopt', INPUT_STATE_BRANCH: '' });
    expect(out).toContain('This repository is public');
    expect([sent(), await atServer('branch', '--list', 'rollcall-adopt')]).toEqual([[], '']);
  });

  test('where no group could be read, and what is open stays', async () => {
    on.gate.open();
    const { code } = await run({ ROLLCALL_URL: 'http://127.0.0.1:9' }, true);
    expect([code, sent()]).toEqual([exitCodes.failed, []]);
  });
});
