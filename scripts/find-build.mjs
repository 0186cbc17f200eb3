import { execFile } from 'node:child_process';
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/*
 * Where a build comes from, for `init`, whose workflows name the action by repository and commit. From ROLLCALL_BUILD
 * ("OWNER/REPO@COMMIT", for builds without git: an image, an archive), else from git and package.json.
 */

/** @returns {Promise<import('../src/version.ts').Build>} */
export async function findBuild(root, env = process.env) {
  if (env.ROLLCALL_BUILD) return parseBuild(env.ROLLCALL_BUILD);
  // What lies in somebody else's repository, as a package does that is unpacked there, is of none of its commits.
  const top = await ask(root, env, 'rev-parse', '--show-toplevel');
  if (top === '' || (await realpath(top)) !== (await realpath(root))) return { isChanged: false };
  const commit = await ask(root, env, 'rev-parse', '--verify', 'HEAD');
  const changes = await ask(root, env, 'status', '--porcelain');
  const repository =
    (await readRepository(root)) ?? toRepository(await ask(root, env, 'remote', 'get-url', 'origin'));
  return {
    ...(repository && { repository }),
    ...(commit && { commit }),
    isChanged: changes !== '',
  };
}

function parseBuild(text) {
  const [, repository, commit] = /^([\w.-]+\/[\w.-]+)@([\da-f]{40})$/.exec(text) ?? [];
  if (!commit) throw new Error('ROLLCALL_BUILD must be OWNER/REPO@COMMIT, with all 40 digits of the commit.');
  return { repository, commit, isChanged: false };
}

async function readRepository(root) {
  const { repository } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const address = typeof repository === 'string' ? repository : repository?.url;
  return (
    address && toRepository(address.replace(/^(?:github:)?(?=[\w.-]+\/[\w.-]+$)/, 'https://github.com/'))
  );
}

/** "OWNER/REPO" of an address at GitHub; undefined for any other. */
export function toRepository(address) {
  const found =
    /^(?:git\+)?(?:https:\/\/(?:[^@/]*@)?|ssh:\/\/git@|git:\/\/|git@)github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/;
  return found.exec(address)?.[1];
}

/** What git answers; '' where there is no git, no repository, or nothing to answer. */
async function ask(root, { PATH, HOME }, ...args) {
  try {
    const { stdout } = await promisify(execFile)('git', args, { cwd: root, env: { PATH, HOME } });
    return stdout.trim();
  } catch {
    return '';
  }
}
