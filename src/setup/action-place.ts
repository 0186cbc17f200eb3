import { UsageError } from '../errors.ts';
import { toolBuild } from '../version.ts';

/** Where the workflows find the action that does their work. */
export type ActionPlace =
  /** A repository with Rollcall in it, as it was at a commit. */
  | { readonly kind: 'commit'; readonly repository: string; readonly commit: string }
  /** The repository of the groups itself, which is a copy of all of Rollcall. */
  | { readonly kind: 'copy' };

/** How the copy of everything is called. */
const ownCopy = './';

/** Where the action lies in either. */
const path = '.github/actions/rollcall';

/** What a workflow's `uses:` says. */
export function toUses(place: ActionPlace): string {
  return place.kind === 'copy' ? `./${path}` : `${place.repository}/${path}@${place.commit}`;
}

/** Reads what somebody gave as `--action`: "OWNER/REPO@COMMIT", or "./". Throws `UsageError` for anything else. */
export function parseActionPlace(text: string): ActionPlace {
  if (text === ownCopy || text === '.') return { kind: 'copy' };
  const [, repository = '', ref = ''] = /^([^@]*)@(.*)$/.exec(text) ?? [];
  if (!/^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(repository))
    throw new UsageError(
      `--action must be OWNER/REPO@COMMIT, or ${ownCopy} for a copy of all of Rollcall in the repository itself.`,
    );
  const commit = ref.toLowerCase();
  if (/^[\da-f]{40}$/.test(commit)) return { kind: 'commit', repository, commit };
  throw new UsageError(
    `--action: ${ref === '' ? 'there is no commit' : `${ref} is no commit of 40 digits`}. A tag or a branch can be moved, and whoever moves it decides what runs beside your secrets: \`git ls-remote https://github.com/${repository}\` prints the commits.`,
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
