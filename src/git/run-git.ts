import { execFile } from 'node:child_process';
import { withoutSecrets } from '../safe/own-secrets.ts';

/** Whose commits Rollcall makes. */
export const ownAddress = 'rollcall@users.noreply.github.com';

/** What git's own configuration has no say in: bytes go through as they are, and no hook and no program runs. */
const settings = [
  'core.autocrlf=false',
  // A link on a branch is a file with a path in it, and leads nowhere.
  'core.symlinks=false',
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  // Nothing here lives long enough to be tidied up, and the folder may be somebody's own.
  'gc.auto=0',
  'maintenance.auto=false',
  'commit.gpgSign=false',
  'push.gpgSign=false',
  'push.followTags=false',
  'user.name=rollcall',
  `user.email=${ownAddress}`,
];

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What would name another repository than the one that the folder lies in: git sets some of it for its hooks, and in a
 * linked worktree the folder would be taken for the top of the repository.
 */
const noOther: Environment = {
  GIT_DIR: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
};

/** Bytes that git may answer with at once: all files of a folder. */
const answerLimit = 1024 * 1024 * 1024;

export interface GitOptions {
  /** What git has of the environment, but for Rollcall's secrets; by default what this process has. */
  readonly env?: Environment | undefined;
  /** What opens `server` ("https://github.com") for git, and no other place. */
  readonly access?: { readonly server: string; readonly token: string };
  /** What git reads on its standard input. */
  readonly input?: string;
}

/**
 * What git prints when it is run in a folder, as bytes; rejects where it fails. Never a shell, and nothing that the
 * repository names is run. A token goes by the environment, since arguments can be seen by every process.
 */
export function git(folder: string, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const { env = process.env, access, input = '' } = options;
  const fixed = ['--no-replace-objects', ...settings.flatMap((setting) => ['-c', setting])];
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...fixed, ...args],
      {
        cwd: folder,
        env: {
          ...withoutSecrets(env),
          ...noOther,
          GIT_TERMINAL_PROMPT: '0',
          ...(access && toHeader(access)),
        },
        encoding: 'buffer',
        maxBuffer: answerLimit,
      },
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** The same as text, without white space at its ends. */
export async function gitText(
  folder: string,
  args: readonly string[],
  options?: GitOptions,
): Promise<string> {
  return (await git(folder, args, options)).toString().trim();
}

/** A setting as git takes it from the environment, before any file. */
function toHeader({ server, token }: NonNullable<GitOptions['access']>): Record<string, string> {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  };
}
