import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}

const folder = join(import.meta.dirname, '..', '..', '.github');
const names = readdirSync(join(folder, 'workflows'));
const texts = new Map(names.map((name) => [name, readFileSync(join(folder, 'workflows', name), 'utf8')]));
const action = readFileSync(join(folder, 'actions', 'rollcall', 'action.yml'), 'utf8');

function readJobs(name: string): Readonly<Record<string, Job>> {
  return (parse(texts.get(name) ?? '') as { jobs: Record<string, Job> }).jobs;
}

describe('the workflows', () => {
  test.each([...texts, ['action.yml', action] as const])('%s pins every action by its commit', (_, text) => {
    const used = [...text.matchAll(/uses: (\S+)(.*)/g)].filter(([, name = '']) => !name.startsWith('./'));
    expect(used.length).toBeGreaterThan(0);
    for (const [, name, note] of used) {
      expect(name).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40}$/);
      expect(note).toMatch(/# v\d+\.\d+\.\d+$/);
    }
  });

  test.each([...texts])('%s puts no text of an event into a command', (_, text) => {
    const runs = [...text.matchAll(/run: (.*)/g)].map(([, command]) => command);
    expect(runs.filter((command) => command?.includes('${{'))).toEqual([]);
  });

  test.each([...texts])('%s leaves no token in the checked-out folder', (_, text) => {
    expect(text.match(/actions\/checkout@/g)?.length).toBe(text.match(/persist-credentials: false/g)?.length);
  });

  test('a stranger’s pull request meets no secret', () => {
    const { validate, plan } = readJobs('plan.yml');
    expect(validate?.if).toBe("github.event_name == 'pull_request'");
    expect(validate?.permissions).toEqual({ contents: 'read' });
    expect(JSON.stringify(validate)).not.toMatch(/secrets\.|github\.token/);
    expect(plan?.if).toContain('head.repo.full_name == github.repository');
  });

  test('what has secrets checks out the base, and runs in the environment that guards them', () => {
    const jobs = ['plan.yml', 'apply.yml', 'drift.yml'].flatMap((name) => Object.values(readJobs(name)));
    const guarded = jobs.filter((job) => JSON.stringify(job).includes('secrets.'));
    expect(guarded).toHaveLength(3);
    for (const { environment, steps } of guarded) {
      expect(environment).toBe('rollcall');
      const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      expect(checkouts.map((step) => step.with?.['ref'])).toEqual([undefined]);
    }
  });

  test('what has secrets runs only where the switch is on', () => {
    const jobs = ['plan.yml', 'apply.yml', 'drift.yml'].flatMap((name) => Object.values(readJobs(name)));
    const guarded = jobs.filter((job) => JSON.stringify(job).includes('secrets.'));
    expect(guarded.filter((job) => !job.if?.startsWith("vars.ROLLCALL == 'on' && "))).toEqual([]);
  });

  test('no secret is in the environment of a step that installs packages', () => {
    const { runs } = parse(action) as { runs: { steps: { run?: string; env?: object }[] } };
    const installing = runs.steps.filter(({ run }) => run?.includes('npm '));
    expect(installing.map(({ env }) => env)).toEqual([undefined]);
  });
});
