import { UsageError } from '../errors.ts';
import { toolBuild } from '../version.ts';
import type { Forge } from './starter-file.ts';

/** Where the workflows find the action that does their work. */
export type ActionPlace =
  /** A repository with Rollcall in it, as it was at a commit. */
  | {
      readonly kind: 'commit';
      readonly repository: string;
      readonly commit: string;
      /** "https://git.example.org"; absent: at GitHub. */
      readonly server?: string;
    }
  /** The repository of the groups itself, which is a copy of all of Rollcall. */
  | { readonly kind: 'copy' };

/** How the copy of everything is called. */
const ownCopy = './';

/** Where the action lies in either: one for GitHub's runner, one for those of Gitea and Forgejo. */
const [githubPath, giteaPath] = ['.github/actions/rollcall', '.gitea/actions/rollcall'];

/** What a workflow's `uses:` says. At a Gitea or Forgejo it has the whole address, since what is left out is anybody's. */
export function toUses(place: ActionPlace, forge: Forge = 'github'): string {
  const path = forge === 'github' ? githubPath : giteaPath;
  if (place.kind === 'copy') return `./${path}`;
  const server = forge === 'github' ? '' : `${place.server ?? 'https://github.com'}/`;
  return `${server}${place.repository}/${path}@${place.commit}`;
}

/**
 * Reads what somebody gave as `--action`: "OWNER/REPO@COMMIT", "./", or for others than GitHub with a server's address before
 * it. Throws `UsageError` for anything else.
 */
export function parseActionPlace(text: string, forge: Forge = 'github'): ActionPlace {
  if (text === ownCopy || text === '.') return { kind: 'copy' };
  const [, server] = (forge !== 'github' && /^(https?:\/\/[\w.-]+(?::\d+)?)\//.exec(text)) || [];
  const [, repository = '', ref = ''] =
    /^([^@]*)@(.*)$/.exec(text.slice(server ? server.length + 1 : 0)) ?? [];
  if (!/^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(repository))
    throw new UsageError(
      `--action must be OWNER/REPO@COMMIT, or ${ownCopy} for a copy of all of Rollcall in the repository itself.`,
    );
  const commit = ref.toLowerCase();
  if (/^[\da-f]{40}$/.test(commit)) return { kind: 'commit', repository, commit, ...(server && { server }) };
  throw new UsageError(
    `--action: ${ref === '' ? 'there is no commit' : `${ref} is no commit of 40 digits`}. A tag or a branch can be moved, and whoever moves it decides what runs beside your secrets: \`git ls-remote ${server ?? 'https://github.com'}/${repository}\` prints the commits.`,
  );
}

const toName = 'name the one that the workflows shall run: --action OWNER/REPO@COMMIT';

/** The commit that this tool was built from. Throws `UsageError` where that names nothing that others can fetch. */
export function findOwnPlace({ repository, commit, isChanged } = toolBuild): ActionPlace {
  if (isChanged)
    throw new UsageError(
      `This Rollcall was built from files that are not as ${commit ?? 'a commit'} has them: build it from a clean checkout, or ${toName}.`,
    );
  if (repository === undefined || commit === undefined)
    throw new UsageError(
      `This Rollcall does not know which commit of which repository at GitHub it was built from: ${toName}.`,
    );
  return { kind: 'commit', repository, commit };
}
