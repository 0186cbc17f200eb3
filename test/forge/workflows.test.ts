import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toForgeFiles } from '../../src/setup/forge-files.ts';

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
const here = new Map(
  readdirSync(join(folder, 'workflows')).map((name) => [
    name,
    readFileSync(join(folder, 'workflows', name), 'utf8'),
  ]),
);

/** Those that users have, by their names. */
const names = ['plan.yml', 'apply.yml', 'drift.yml'];
const copied = new Map([...here].filter(([name]) => names.includes(name)));

const place = { kind: 'commit', repository: 'clara/rollcall', commit: 'a1'.repeat(20) } as const;
const written = new Map(
  toForgeFiles('github', place).flatMap(({ path, text }) => {
    const name = path.split('/').at(-1) ?? '';
    return names.includes(name) ? [[name, text] as const] : [];
  }),
);

type Texts = ReadonlyMap<string, string>;

function readJobsOf(texts: Texts, name: string): Readonly<Record<string, Job>> {
  return (parse(texts.get(name) ?? '') as { jobs: Record<string, Job> }).jobs;
}

function readPermissions(texts: Texts) {
  const all = [...texts.keys()].flatMap((name) =>
    Object.entries(readJobsOf(texts, name)).map(([job, { permissions }]) => [`${name} ${job}`, permissions]),
  );
  return Object.fromEntries(all);
}

const usual = {
  'apply.yml apply': { actions: 'read', contents: 'write', 'pull-requests': 'write' },
  // Without the token of its own it opens the pull request with its own ones.
  'apply.yml ids': { contents: 'write', 'pull-requests': 'write' },
  // What a plan looks up must be on the state's branch before anything is sent again.
  'drift.yml adopt': { contents: 'write', 'pull-requests': 'write' },
  'drift.yml drift': { contents: 'write', issues: 'write' },
  'plan.yml plan': { contents: 'write', 'pull-requests': 'write' },
  'plan.yml validate': { contents: 'read' },
};

describe('all workflows of this repository', () => {
  test('have jobs that may do what they must, and no more', () => {
    expect(readPermissions(here)).toEqual({
      ...usual,
      'ci.yml test': undefined,
      'release.yml attest': { attestations: 'write', 'id-token': 'write' },
      'release.yml check': { contents: 'read' },
      'release.yml image': { contents: 'read', packages: 'write' },
      'release.yml notes': { contents: 'write' },
      'release.yml package': { 'id-token': 'write' },
    });
    const tops = [...here.values()].map((text) => (parse(text) as { permissions: object }).permissions);
    expect(tops.filter((top) => !['{}', '{"contents":"read"}'].includes(JSON.stringify(top)))).toEqual([]);
  });

  test('know nothing of numbers, but for those that users have', () => {
    const others = [...here].filter(([name]) => !names.includes(name));
    expect(others.filter(([, text]) => /ROLLCALL_(?!TOKEN)\w*KEY|AGE_KEY/.test(text))).toEqual([]);
  });

  test.each([...here, ...written])('%s pins every action by its commit', (_, text) => {
    const used = [...text.matchAll(/uses: (\S+)(.*)/g)].filter(([, name = '']) => !name.startsWith('./'));
    expect(used.length).toBeGreaterThan(0);
    for (const [, name, note] of used) {
      expect(name).toMatch(/^[\w-]+\/[\w./-]+@[\da-f]{40}$/);
      const isOurs = name?.startsWith(place.repository) ?? false;
      expect(note).toMatch(isOurs ? /^$/ : /# v\d+\.\d+\.\d+$/);
    }
  });

  test.each([...here, ...written])('%s puts no text of an event into a command', (_, text) => {
    const runs = [...text.matchAll(/run: (.*)/g)].map(([, command]) => command);
    expect(runs.filter((command) => command?.includes('${{'))).toEqual([]);
  });

  test.each([...here, ...written])('%s leaves no token in the checked-out folder', (_, text) => {
    expect(text.match(/actions\/checkout@/g)?.length).toBe(text.match(/persist-credentials: false/g)?.length);
  });

  test('this project’s own tests run on every Node that it supports', () => {
    expect(readJobsOf(here, 'ci.yml')['test']?.strategy?.matrix).toEqual({ node: [20, 22, 24] });
  });
});

describe.each([
  ['a copy of everything has them', copied],
  ['init writes them', written],
])('the workflows as %s', (_form, texts) => {
  const readJobs = (name: string) => readJobsOf(texts, name);
  const jobs = names.flatMap((name) => Object.values(readJobs(name)));
  const guarded = jobs.filter((job) => JSON.stringify(job).includes('secrets.'));

  test('give each job what it must be allowed, and no more', () => {
    expect(readPermissions(texts)).toEqual(usual);
    const tops = [...texts.values()].map((text) => (parse(text) as { permissions: object }).permissions);
    expect(tops).toEqual([{}, {}, {}]);
  });

  test('run one action in each job, by one name', () => {
    const used = jobs.map(({ steps }) =>
      steps.flatMap(({ uses }) => (uses?.includes('rollcall') ? [uses] : [])),
    );
    expect(used.map((own) => own.length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(new Set(used.flat()).size).toBe(1);
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
    expect(guarded).toHaveLength(5);
    for (const { environment, steps } of guarded) {
      expect(environment).toBe('rollcall');
      const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      expect(checkouts.map((step) => step.with?.['ref'])).toEqual([undefined]);
    }
  });

  test('what has secrets runs only where the switch is on', () => {
    expect(guarded.filter((job) => !job.if?.startsWith("vars.ROLLCALL == 'on' && "))).toEqual([]);
  });

  test.each([
    ['people-key', 'ROLLCALL_PEOPLE_KEY'],
    ['age-key', 'SOPS_AGE_KEY'],
  ])('%s, which opens numbers, is given to those who ask WhatsApp, and to nobody else', (input, secret) => {
    const given = names.flatMap((name) =>
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

  test.each([
    ['notify-webhook', 'ROLLCALL_NOTIFY_WEBHOOK'],
    ['notify-group', 'ROLLCALL_NOTIFY_GROUP'],
  ])('%s, where the admins are told, is given to apply and drift, and to nobody else', (input, secret) => {
    const given = names.flatMap((name) =>
      Object.entries(readJobs(name)).flatMap(([job, { steps }]) =>
        steps
          .filter((step) => JSON.stringify(step).includes(`secrets.${secret}`))
          .map((step) => `${name} ${job}: ${String(step.with?.['command'])}`),
      ),
    );
    expect(given).toEqual(['apply.yml apply: apply', 'drift.yml drift: drift']);
    const named = [...texts.values()].flatMap(
      (text) => text.match(new RegExp(`.*secrets.${secret}.*`, 'g')) ?? [],
    );
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
    const all = names.flatMap((name) =>
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
    const own = jobs.filter((job) => job['runs-on'].includes('ROLLCALL_RUNNER'));
    expect(own).toHaveLength(4);
    expect(own.map(({ steps }) => steps[0]?.run)).toEqual(own.map(() => 'rm -rf .git'));
  });

  test('nor what a job before left in a home folder to tell git: checkout reads that as well', () => {
    const told = names.map((name) => (parse(texts.get(name) ?? '') as { env?: object }).env);
    expect(told).toEqual(names.map(() => ({ GIT_CONFIG_GLOBAL: '/dev/null/none' })));
  });

  test('files follow their groups only where somebody switched that on', () => {
    expect(readJobs('drift.yml')['adopt']?.if).toContain("vars.ROLLCALL_ADOPT == 'on'");
  });
});
