import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toGiteaAction, toGiteaWorkflow } from '../../src/setup/gitea-text.ts';
import { findRoot } from '../support/repository-root.ts';
import { giteaAction, githubAction } from '../support/schemas/texts.ts';

const read = (path: string) => readFileSync(join(findRoot(), path), 'utf8');
const workflows = ['plan', 'apply', 'drift'].map(
  (name) => [name, read(`.github/workflows/${name}.yml`)] as const,
);

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: object;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const readSteps = (text: string) => (parse(text) as { runs: { steps: Step[] } }).runs.steps;

const having = (steps: readonly Step[]) =>
  steps.filter(({ env }) => env?.['ROLLCALL_PEOPLE_KEY']).map(({ name }) => name);

const tell = (steps: readonly Step[]) => steps.map(({ name, if: condition }) => [name, condition]);

describe.each(workflows)('%s, for a Gitea', (_, text) => {
  const made = toGiteaWorkflow(text, 'docker');

  test('is the same but for what is not there', () => {
    const back = made
      .replaceAll('https://github.com/actions/', 'actions/')
      .replaceAll('.gitea/actions/rollcall', '.github/actions/rollcall')
      .replaceAll('docker', 'ubuntu-latest')
      .replaceAll('changes.ref', 'changes.base')
      .replaceAll(" && !startsWith(github.event.pull_request.head.ref, 'refs/')", '');
    const before = text.replaceAll(/ # zizmor: .*/g, '').replaceAll(/^ +environment: rollcall\n/gm, '');
    expect(back).toBe(before);
  });

  test('asks for no environment, and names where each action comes from', () => {
    expect(made).not.toMatch(/environment:|zizmor/);
    const used = [...made.matchAll(/uses: (\S+)/g)].map(([, name = '']) => name);
    expect(used.length).toBeGreaterThan(0);
    for (const name of used)
      expect(name).toMatch(
        /^(?:https:\/\/github\.com\/actions\/[\w-]+@[\da-f]{40}|\.\/\.gitea\/actions\/rollcall)$/,
      );
  });

  test('runs on what such a server has', () => {
    expect(made).not.toContain('ubuntu-latest');
    expect(made).toMatch(/runs-on: .*docker/);
  });
});

test('a pull request that whoever may read can make without a branch is not planned, as a fork’s is not', () => {
  const made = toGiteaWorkflow(read('.github/workflows/plan.yml'), 'docker');
  const { jobs } = parse(made) as { jobs: Readonly<Record<string, { if: string }>> };
  expect(jobs['plan']?.if).toContain(
    "head.repo.full_name == github.repository && !startsWith(github.event.pull_request.head.ref, 'refs/') && (",
  );
});

describe('the action, for a Gitea', () => {
  const [github, gitea] = [readSteps(read(githubAction)), readSteps(toGiteaAction(read(githubAction)))];

  test('lies where workflows look for it', () =>
    expect(read(giteaAction)).toBe(toGiteaAction(read(githubAction))));

  test('does the same steps, on the same conditions', () => {
    expect(tell(gitea)).toEqual(tell(github));
  });

  test('does with programs of its own whatever GitHub’s does with them', () => {
    const own = gitea.filter((step, index) => step.run !== undefined && github[index]?.run !== undefined);
    expect(own).toEqual(github.filter(({ run }) => run !== undefined));
  });

  test('keeps the plan itself, and pages in the way that such a server takes', () => {
    const changed = gitea.filter((step, index) => github[index]?.uses?.includes('upload-artifact') && step);
    expect(changed.map(({ name, run, uses }) => [name, run?.split(' ').at(-1) ?? uses])).toEqual([
      [
        'Keep the page that the comment of the plan links',
        'https://github.com/actions/upload-artifact@a8a3f3ad30e3422c9c7b888a15615d19a852ae32',
      ],
      ['Keep the plan, which is what a merge approves', 'keep-plan'],
      [
        'Keep the page that the comment of the outcome links',
        'https://github.com/actions/upload-artifact@a8a3f3ad30e3422c9c7b888a15615d19a852ae32',
      ],
    ]);
    const pages = changed.flatMap((step) => (step.with ? [step.with] : []));
    expect(pages.map((given) => Object.keys(given))).toEqual([
      ['name', 'path', 'retention-days'],
      ['name', 'path', 'retention-days'],
    ]);
  });

  test('gives the key of numbers to nobody who has not had it', () => {
    expect(having(gitea)).toEqual(having(github));
  });
});
