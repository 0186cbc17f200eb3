import { execFile } from 'node:child_process';

/**
 * What git prints, as bytes; rejects where it fails. Never a shell. A token goes by the environment, since arguments can
 * be seen by every process, and only to the server that it belongs to.
 */
export function git(folder, args, { env = process.env, token, server, input } = {}) {
  const more = token
    ? {
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
        GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
      }
    : {};
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
