import type { ForgeName } from './forge.ts';

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
