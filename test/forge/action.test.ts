import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeFolder } from '../support/folder.ts';
import { findRoot } from '../support/repository-root.ts';

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const text = readFileSync(join(findRoot(), '.github/actions/rollcall/action.yml'), 'utf8');
const { inputs, outputs, runs } = parse(text) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};
const { steps } = runs;

const build = steps.find(({ name }) => name === 'Build Rollcall');

/** A step by its command: "find-plans". */
const find = (command: string) => steps.findIndex(({ run }) => run?.endsWith(` ci ${command}`));
/** Names of the steps whose environment has this variable with something in it. */
const having = (variable: string) =>
  steps.filter(({ env }) => (env?.[variable] ?? '') !== '').map(({ name }) => name);

describe('the action', () => {
  test('pins every action by its commit', () => {
    const used = [...text.matchAll(/uses: (\S+)(.*)/g)];
    expect(used.length).toBeGreaterThan(3);
    for (const [, name, note] of used) {
      expect(name).toMatch(/^actions\/[\w-]+@[\da-f]{40}$/);
      expect(note).toMatch(/# v\d+\.\d+\.\d+$/);
    }
  });

  test('puts nothing that anybody wrote into a command', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('names no context that an action does not have', () => {
    expect(text).not.toMatch(/(?:secrets|vars|needs)\.\w/);
  });

  test('builds in its own checkout, anew, without a secret and without what others have left', () => {
    expect(build?.run?.split('\n')).toEqual([
      'rm -rf "$RUNNER_TEMP/rollcall"',
      'cd "$GITHUB_ACTION_PATH/../../.."',
      'rm -rf dist',
      'npm ci --ignore-scripts --no-audit --no-fund',
      'node scripts/build.mjs',
      '',
    ]);
    expect(JSON.stringify(build)).not.toMatch(/inputs\.|token/);
    expect(build?.env).toMatchObject({ NPM_CONFIG_USERCONFIG: '/dev/null' });
    expect(steps.filter(({ run }) => run?.includes('npm '))).toEqual([build]);
  });

  test('begins nothing on a runner of one’s own where everybody may fork the repository', () => {
    expect(steps[0]?.if).toContain(
      "runner.environment == 'self-hosted' && github.event.repository.visibility == 'public'",
    );
    expect(steps[0]?.run).toMatch(/^echo '::error [^\n]+'\nexit 1\n$/);
  });

  test('runs no copy that a job before has left', () => {
    const evil = 'require("node:fs").writeFileSync(process.env.EVIL, "ran")';
    const place = makeFolder({
      'checkout/dist/rollcall.js': evil,
      'checkout/scripts/build.mjs': '// builds nothing',
      'checkout/.github/actions/rollcall/action.yml': '',
      'temp/rollcall/plan.json': 'of a job before',
      'bin/npm': '#!/bin/sh\nprintf "%s " "$@" "$NPM_CONFIG_USERCONFIG" > "$NPM_LOG"\n',
      'evil.cjs': evil,
      'evil.sh': 'touch "$EVIL"',
    });
    chmodSync(join(place, 'bin', 'npm'), 0o755);
    const env = {
      PATH: `${join(place, 'bin')}:${process.env['PATH']}`,
      RUNNER_TEMP: join(place, 'temp'),
      GITHUB_ACTION_PATH: join(place, 'checkout', '.github', 'actions', 'rollcall'),
      NPM_LOG: join(place, 'npm.log'),
      EVIL: join(place, 'evil'),
      NODE_OPTIONS: `--require ${join(place, 'evil.cjs')}`,
      BASH_ENV: join(place, 'evil.sh'),
      ...build?.env,
    };
    // As the runner does where `shell` is bash.
    const flags = ['--noprofile', '--norc', '-eo', 'pipefail', '-c'];
    execFileSync('bash', [...flags, build?.run ?? ''], { env });
    expect(readFileSync(join(place, 'npm.log'), 'utf8')).toMatch(/^ci --ignore-scripts .*\/dev\/null $/);
    for (const gone of ['checkout/dist', 'temp/rollcall', 'evil'])
      expect(existsSync(join(place, gone))).toBe(false);
  });

  test('runs nothing that the environment of the runner names', () => {
    const running = steps.filter(({ run }) => run?.includes('node '));
    expect(running.length).toBeGreaterThan(7);
    for (const { env, shell } of running) {
      expect(env).toMatchObject({ NODE_OPTIONS: '', BASH_ENV: '' });
      expect(shell).toBe('bash');
    }
  });

  test('lets the runner tell the process itself that the job was cancelled', () => {
    const running = steps.filter(({ run }) => run?.includes('rollcall.js'));
    expect(running.filter(({ run }) => !run?.startsWith('exec node "$GITHUB_ACTION_PATH/'))).toEqual([]);
  });

  test('begins nothing once the job is cancelled, but for what tells how it ended', () => {
    const conditions = steps.map((step) => step.if.replace(/^\$\{\{ (.*) \}\}$/, '$1'));
    const begun = conditions.filter(
      (condition) => !/^(?:success\(\) && )?!cancelled\(\)(?: && |$)/.test(condition),
    );
    expect(begun).toEqual([
      "always() && inputs.command == 'apply' && steps.run.outputs.page != ''",
      "always() && inputs.command == 'apply' && steps.plans.outputs.pull-requests != ''",
    ]);
  });

  test.each([
    ['ROLLCALL_PEOPLE_KEY', ['Run Rollcall']],
    ['SOPS_AGE_KEY', ['Run Rollcall']],
    ['ROLLCALL_PASSWORD', ['Run Rollcall', 'Tell the admins']],
    ['ROLLCALL_USER', ['Run Rollcall', 'Tell the admins']],
    ['ROLLCALL_URL', ['Run Rollcall', 'Tell the admins']],
    ['ROLLCALL_KEY', ['Find what was approved', 'Run Rollcall', 'Tell the admins']],
  ])('%s is in the environment of %j alone, and in no output', (variable, names) => {
    expect(having(variable)).toEqual(names);
    const input = variable === 'SOPS_AGE_KEY' ? 'age-key' : variable.slice(9).toLowerCase().replace('_', '-');
    expect(inputs[input]?.default).toBe('');
    const places = [...text.matchAll(new RegExp(`inputs\\.${input}\\b(?!-)`, 'g'))];
    expect(places).toHaveLength(names.length);
    expect(JSON.stringify(outputs)).not.toContain(`inputs.${input}`);
  });

  test.each(['WEBHOOK', 'GROUP', 'MAIL', 'TO'])(
    'where to tell the admins (%s) is known to the step that does, and to no other',
    (name) => {
      expect(having(`ROLLCALL_NOTIFY_${name}`)).toEqual(['Tell the admins']);
      const input = `notify-${name.toLowerCase()}`;
      expect(inputs[input]?.default).toBe('');
      const conditions = steps.map((step) => step.if).join('\n');
      const places = text
        .replaceAll(`inputs.${input} != ''`, '')
        .match(new RegExp(`inputs\\.${input}\\b`, 'g'));
      expect(places).toHaveLength(1);
      expect(conditions.replaceAll(`inputs.${input} != ''`, '')).not.toContain(`inputs.${input}`);
      expect(JSON.stringify(outputs)).not.toContain('notify');
    },
  );

  test('telling the admins changes nothing of what the run reports, and the server is known only where the account writes', () => {
    const step = steps[find('notify')];
    expect(step).toMatchObject({ 'continue-on-error': true });
    expect(step?.if).toContain("(steps.run.outcome == 'success' || steps.run.outcome == 'failure')");
    for (const name of ['url', 'user', 'password', 'device'])
      expect(step?.env?.[`ROLLCALL_${name.toUpperCase()}`]).toBe(
        `\${{ inputs.notify-group != '' && inputs.${name} || '' }}`,
      );
    expect(JSON.stringify(step)).not.toMatch(/people-key|age-key/);
  });

  test('knows no token but the one that it is given', () => {
    expect(text).not.toContain('github.token');
    expect(inputs['token']?.default).toBe('');
  });

  test('a plan is kept only after somebody could read it', () => {
    const kept = steps.findIndex(({ name }) => name === 'Keep the plan, which is what a merge approves');
    expect(find('comment-plan')).toBeGreaterThan(find('take-head'));
    expect(kept).toBeGreaterThan(find('comment-plan'));
    expect(steps[find('comment-plan')]?.id).toBe('comment');
    expect(steps[kept]?.if).toContain("!cancelled() && steps.comment.outcome == 'success'");
  });

  test('an apply begins only on the newest commit of its branch', () => {
    expect(steps[find('run')]?.if).toContain(
      "(inputs.command != 'apply' || steps.plans.outputs.tip == 'true')",
    );
  });

  test('the issue about drift is touched only where there is a plan', () => {
    expect(steps[find('drift')]?.if).toContain(
      "inputs.command == 'drift' && steps.run.outputs.changes != '' && (",
    );
  });

  test('what it hands on comes from the step that ran', () => {
    const values = Object.entries(outputs).map(([name, { value }]) => [name, value]);
    expect(values.length).toBeGreaterThan(4);
    for (const [name, value] of values) expect(value).toBe(`\${{ steps.run.outputs.${name} }}`);
  });
});
