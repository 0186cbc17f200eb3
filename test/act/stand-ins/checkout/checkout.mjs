import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * As actions/checkout goes about it (src/git-source-provider.ts): a folder of this very repository is cleaned and used again, with
 * whatever its .git holds; anything else there is deleted. The commit of the event is fetched, no deeper than asked.
 */

const { env } = process;
const input = (name) => env[`INPUT_${name.toUpperCase()}`] ?? '';
const folder = resolve(env.GITHUB_WORKSPACE, input('path'));
const url = `${env.GITHUB_SERVER_URL}/${input('repository')}`;
const commit = input('ref') || env.GITHUB_SHA;

function git(...args) {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
}

function isThis() {
  try {
    return existsSync(join(folder, '.git')) && git('config', '--local', '--get', 'remote.origin.url') === url;
  } catch {
    return false;
  }
}

mkdirSync(folder, { recursive: true });
if (isThis()) {
  git('checkout', '--quiet', '--detach');
  if (input('clean') === 'true') {
    git('clean', '-ffdx');
    git('reset', '--quiet', '--hard', 'HEAD');
  }
} else {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  git('init', '--quiet');
  git('remote', 'add', 'origin', url);
}
const depth = Number(input('fetch-depth'));
git('fetch', '--quiet', '--no-tags', ...(depth > 0 ? [`--depth=${depth}`] : []), 'origin', commit);
git('checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD');
if (input('persist-credentials') === 'true')
  git('config', '--local', 'http.extraheader', `AUTHORIZATION: ${input('token')}`);
