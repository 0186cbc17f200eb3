import type { Io } from '../io.ts';
import type { ForgeName } from './forge-name.ts';
import { findForgeName } from './forge-name.ts';

/** Where people can look at things, each in its forge's own form. */
export interface Addresses {
  readonly repository: string;
  readonly run: string;
  /** Where a report can be had as a page while nobody knows its own address: among what the run has kept. */
  readonly runPage: string;
  commit(id: string): string;
  pullRequest(number: number): string;
  /** What the path of a file goes behind, for the file itself as a commit has it. */
  files(commit: string): string;
}

/** The addresses of a repository ("https://github.com/clara/choir") and a run, by their numbers and names. */
export function toAddresses(
  forge: ForgeName,
  repository: string,
  run: { readonly id: string; readonly number: string },
): Addresses {
  // Forgejo counts a repository's own runs in its addresses, as Gitea did up to 1.25.
  const address = `${repository}/actions/runs/${forge === 'Forgejo' ? run.number : run.id}`;
  const isGithub = forge === 'GitHub';
  return {
    repository,
    run: address,
    runPage: isGithub ? `${address}#artifacts` : address,
    commit: (id) => `${repository}/commit/${id}`,
    pullRequest: (number) => `${repository}/${isGithub ? 'pull' : 'pulls'}/${number}`,
    files: (commit) => `${repository}/raw/${isGithub ? '' : 'commit/'}${commit}/`,
  };
}

/** The same for the repository and the run of a job, as the environment of GitHub's runner tells, and of those like it. */
export function readAddresses(env: Io['env']): Addresses {
  const [id, number] = [env['GITHUB_RUN_ID'] ?? '', env['GITHUB_RUN_NUMBER'] ?? ''];
  return toAddresses(findForgeName(env), `${readServer(env)}/${env['GITHUB_REPOSITORY'] ?? ''}`, {
    id,
    number,
  });
}

/** The forge's own address; Gitea ends it with a slash. */
export function readServer(env: Io['env']): string {
  return (env['GITHUB_SERVER_URL'] ?? '').replace(/\/+$/, '');
}
