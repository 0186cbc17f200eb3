import { execFile } from 'node:child_process';

/** What the runner's own configuration has no say in: bytes go through as they are, and no hook and no program runs. */
const settings = {
  'core.autocrlf': 'false',
  // A link on the state's branch is a file with a path in it, and leads nowhere.
  'core.symlinks': 'false',
  'core.hooksPath': '/dev/null',
  'core.fsmonitor': 'false',
  'commit.gpgSign': 'false',
  'push.gpgSign': 'false',
  'push.followTags': 'false',
  'user.name': 'rollcall',
  'user.email': 'rollcall@users.noreply.github.com',
};

/**
 * What git prints, as bytes; rejects where it fails. Never a shell. A token goes by the environment, since arguments can
 * be seen by every process, and only to the server that it belongs to.
 */
export function git(folder, args, { env = process.env, token, server, input } = {}) {
  const basic = token && Buffer.from(`x-access-token:${token}`).toString('base64');
  const more = toConfig({
    ...settings,
    ...(token && { [`http.${server}/.extraheader`]: `AUTHORIZATION: basic ${basic}` }),
  });
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      args,
      {
        cwd: folder,
        env: { PATH: env.PATH, HOME: env.HOME, GIT_TERMINAL_PROMPT: '0', ...more },
        encoding: 'buffer',
        maxBuffer: 1024 * 1024 * 1024,
      },
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}

/** Settings as git takes them from the environment, before any file. */
function toConfig(wanted) {
  const pairs = Object.entries(wanted).flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(pairs.length / 2), ...Object.fromEntries(pairs) };
}

/** The same as text without its last newline. */
export async function gitText(folder, args, options) {
  return (await git(folder, args, options)).toString().trim();
}

/** True for a whole commit id: nothing else is ever handed to git as one. */
export function isCommit(text) {
  return /^([\da-f]{40}|[\da-f]{64})$/.test(text ?? '');
}

/** Where the repository lies, and what opens it. */
export function toRemote(env) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = env;
  return { url: `${server}/${repository}`, access: { env, token, server } };
}

/** The commit that a ref of the server stands at; '' where there is none. Git itself would take `x/refs/heads/main` too. */
export async function readTip({ url, access }, folder, ref) {
  const lines = (await gitText(folder, ['ls-remote', url, ref], access)).split('\n');
  return lines.map((line) => line.split('\t')).find(([, name]) => name === ref)?.[0] ?? '';
}
