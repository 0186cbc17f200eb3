import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Job {
  readonly if?: string;
  readonly strategy?: { readonly matrix: object };
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly 'runs-on': string;
  readonly steps: readonly {
    readonly if?: string;
    readonly name?: string;
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}

const folder = join(import.meta.dirname, '..', '..', '.github');
const names = readdirSync(join(folder, 'workflows'));
const texts = new Map(names.map((name) => [name, readFileSync(join(folder, 'workflows', name), 'utf8')]));

function readJobs(name: string): Readonly<Record<string, Job>> {
  return (parse(texts.get(name) ?? '') as { jobs: Record<string, Job> }).jobs;
}

describe('the workflows', () => {
  test.each([...texts])('%s pins every action by its commit', (_, text) => {
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
    expect(validate?.environment).toBeUndefined();
    expect(JSON.stringify(validate)).not.toMatch(/secrets\.|github\.token/);
    expect(plan?.if).toContain('head.repo.full_name == github.repository');
  });

  test('what has secrets checks out the base, and runs in the environment that guards them', () => {
    const jobs = ['plan.yml', 'apply.yml', 'drift.yml'].flatMap((name) => Object.values(readJobs(name)));
    const guarded = jobs.filter((job) => JSON.stringify(job).includes('secrets.'));
    expect(guarded).toHaveLength(5);
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

  test('each job may do what it must, and no more', () => {
    const all = [...texts.keys()].flatMap((name) =>
      Object.entries(readJobs(name)).map(([job, { permissions }]) => [`${name} ${job}`, permissions]),
    );
    expect(Object.fromEntries(all)).toEqual({
      'apply.yml apply': { actions: 'read', contents: 'write', 'pull-requests': 'write' },
      // Without the token of its own it opens the pull request with its own ones.
      'apply.yml ids': { contents: 'write', 'pull-requests': 'write' },
      'ci.yml test': undefined,
      // What a plan looks up must be on the state's branch before anything is sent again.
      'drift.yml adopt': { contents: 'write', 'pull-requests': 'write' },
      'drift.yml drift': { contents: 'write', issues: 'write' },
      'plan.yml plan': { contents: 'write', 'pull-requests': 'write' },
      'plan.yml validate': { contents: 'read' },
      'release.yml attest': { attestations: 'write', 'id-token': 'write' },
      'release.yml check': { contents: 'read' },
      'release.yml image': { contents: 'read', packages: 'write' },
      'release.yml notes': { contents: 'write' },
      'release.yml package': { 'id-token': 'write' },
    });
    const tops = [...texts.values()].map((text) => (parse(text) as { permissions: object }).permissions);
    expect(tops.filter((top) => !['{}', '{"contents":"read"}'].includes(JSON.stringify(top)))).toEqual([]);
  });

  test('this project’s own tests run on every Node that it supports', () => {
    expect(readJobs('ci.yml')['test']?.strategy?.matrix).toEqual({ node: [20, 22, 24] });
  });

  test.each([
    ['people-key', 'ROLLCALL_PEOPLE_KEY'],
    ['age-key', 'SOPS_AGE_KEY'],
  ])('%s, which opens numbers, is given to those who ask WhatsApp, and to nobody else', (input, secret) => {
    const given = ['plan.yml', 'apply.yml', 'drift.yml', 'ci.yml'].flatMap((name) =>
      Object.entries(readJobs(name)).flatMap(([job, { steps }]) =>
        steps
          .filter((step) => JSON.stringify(step).includes(secret))
          .map((step) => `${name} ${job}: ${String(step.with?.['command'])}`),
      ),
    );
    expect(given).toEqual([
      'plan.yml plan: plan',
      'apply.yml apply: apply',
      'drift.yml drift: drift',
      // Without it nobody could tell whether somebody in a group is in the files already.
      'drift.yml adopt: adopt',
    ]);
    // Not for a whole job or a whole workflow: nowhere but in those steps.
    const named = [...texts.values()].flatMap((text) => text.match(new RegExp(`.*${secret}.*`, 'g')) ?? []);
    expect(named).toEqual(given.map(() => `          ${input}: \${{ secrets.${secret} }}`));
  });

  test('what opens the pull request with ids knows nothing of the server, and what writes to it has no token for that', () => {
    const { apply, ids } = readJobs('apply.yml');
    expect([...JSON.stringify(ids).matchAll(/secrets\.(\w+)/g)].map(([, name]) => name)).toEqual([
      'ROLLCALL_TOKEN',
    ]);
    expect(JSON.stringify(apply)).not.toContain('ROLLCALL_TOKEN');
    expect(ids?.if).toContain("!cancelled() && needs.apply.outputs.created != ''");
  });

  test('a runner of one’s own is for what asks WhatsApp, and never for what a stranger’s code runs in', () => {
    const all = ['plan.yml', 'apply.yml', 'drift.yml'].flatMap((name) =>
      Object.entries(readJobs(name)).map(([job, { 'runs-on': runner }]) => [job, runner]),
    );
    const own = "${{ vars.ROLLCALL_RUNNER || 'ubuntu-latest' }}";
    expect(Object.fromEntries(all)).toEqual({
      validate: 'ubuntu-latest',
      plan: own,
      apply: own,
      ids: 'ubuntu-latest',
      drift: own,
      adopt: own,
    });
  });

  test('on it, nothing that a job before left in the checked-out folder is there when git first looks', () => {
    const jobs = ['plan.yml', 'apply.yml', 'drift.yml'].flatMap((name) => Object.values(readJobs(name)));
    const own = jobs.filter((job) => job['runs-on'].includes('ROLLCALL_RUNNER'));
    expect(own).toHaveLength(4);
    expect(own.map(({ steps }) => steps[0]?.run)).toEqual(own.map(() => 'rm -rf .git'));
  });

  test('files follow their groups only where somebody switched that on', () => {
    expect(readJobs('drift.yml')['adopt']?.if).toContain("vars.ROLLCALL_ADOPT == 'on'");
  });
});
