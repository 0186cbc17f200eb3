import { join } from 'node:path';
import type { Environment } from '../git/run-git.ts';
import type { Remote } from '../git/remote.ts';
import type { Io } from '../io.ts';
import type { Forge } from './forge.ts';
import type { Addresses } from '../output/addresses.ts';
import { readAddresses, readServer } from '../output/addresses.ts';
import { findForgeName } from '../output/forge-name.ts';
import { createGitea } from './gitea/gitea.ts';
import { createFetch, toGitProxies } from '../net/proxies.ts';
import { createGithub } from './github/github.ts';
import { loadOwnWords } from './offer/load-own-words.ts';
import type { Runner } from './runner.ts';
import { createRunner } from './runner.ts';

/**
 * Where a step of a workflow runs, and what it acts through. All of it comes from the environment, since nothing that a
 * pull request can name may become part of a command line.
 */
export interface Job {
  readonly io: Io;
  /** The value of a variable, '' where it is not set: an input of the action by its name alone, "PLANS". */
  input(name: string): string;
  /** The checked-out repository. Absolute. */
  readonly workspace: string;
  /** The folder that the steps of one job share. Absolute. */
  readonly work: string;
  /** Folder of the groups, below the workspace. */
  readonly groups: string;
  /** Of this run, where the policy has several; '' otherwise. */
  readonly account: string;
  /** The account in names: "main" where the policy has but one. */
  readonly accountName: string;
  readonly remote: Remote;
  /** The branch that is applied ("refs/heads/main"), and the commit that was checked out. */
  readonly ref: string;
  readonly commit: string;
  /** Runs begun by the clock are quieter. */
  readonly isScheduled: boolean;
  /** Tells this try of this run from all others: letters, digits, hyphens. */
  readonly runName: string;
  /** Where people can look at things. */
  readonly addresses: Addresses;
  readonly runner: Runner;
  readonly forge: Forge;
}

/** The job that an environment describes, as GitHub's runner does and those like it. */
export function openJob(io: Io): Job {
  const read = (name: string) => io.env[name] ?? '';
  const input = (name: string) => read(`INPUT_${name}`) || read(name);
  const account = input('ACCOUNT');
  const groups = input('GROUPS') || 'groups';
  const addresses = readAddresses(io.env);
  const work = join(read('RUNNER_TEMP'), 'rollcall');
  const remote = toRemote(io.env, addresses.repository);
  return {
    io,
    input,
    workspace: read('GITHUB_WORKSPACE'),
    work,
    groups,
    account,
    accountName: account || 'main',
    remote,
    ref: read('GITHUB_REF'),
    commit: read('GITHUB_SHA'),
    isScheduled: read('GITHUB_EVENT_NAME') === 'schedule',
    runName: [read('GITHUB_RUN_ID'), read('GITHUB_RUN_ATTEMPT') || '1', read('GITHUB_JOB') || 'job']
      .join('-')
      .replaceAll(/[^\w-]/g, '-'),
    addresses,
    runner: createRunner(io, async () => (await loadOwnWords({ groups })).forge),
    forge: openForge(io.env, remote, join(work, 'plans.git')),
  };
}

/** `folder`: of this job's own, which the forge may put git's objects into. */
function openForge(env: Environment, remote: Remote, folder: string): Forge {
  const name = findForgeName(env);
  const server = readServer(env);
  const place = {
    address: env['GITHUB_API_URL'] || `${server}/api/v1`,
    token: env['GITHUB_TOKEN'] ?? '',
    repository: env['GITHUB_REPOSITORY'] ?? '',
    branch: env['GITHUB_REF_NAME'] ?? '',
    fetch: createFetch(env),
  };
  return name === 'GitHub' ? createGithub(place) : createGitea({ ...place, name, remote, folder });
}

/**
 * Git gets no more of the environment than it needs, proxies among it: no secret of the step's, and no home folder, in which another job may have left
 * settings that name programs or servers.
 */
function toRemote(env: Environment, url: string): Remote {
  const { PATH, GITHUB_TOKEN: token } = env;
  const own = { PATH, ...toGitProxies(env) };
  return { url, options: { env: own, ...(token && { access: { server: readServer(env), token } }) } };
}
