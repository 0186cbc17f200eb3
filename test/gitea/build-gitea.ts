import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Programs, and what of Gitea's source it reads when it runs. */
export interface BuiltGitea {
  readonly gitea: string;
  readonly runner: string;
  /** Holds `templates` and `options`. */
  readonly source: string;
}

/**
 * What is built: Gitea 1.26 is the newest whose modules the Go module proxy has, all of them; of Forgejo it has none. The runner
 * is the one that Gitea 1.27 is built with.
 */
const modules = {
  gitea: { path: 'code.gitea.io/gitea', version: 'v1.26.0' },
  runner: { path: 'gitea.com/gitea/runner', version: 'v1.0.8' },
} as const;

/** Builds a Gitea without its web page's assets, and its runner, once a machine: minutes the first time. Needs Go and a C compiler. */
export async function buildGitea(): Promise<BuiltGitea> {
  const cache = process.env['ROLLCALL_FORGE_CACHE'] || join(homedir(), '.cache', 'rollcall-forge');
  await mkdir(cache, { recursive: true });
  const { version } = modules.gitea;
  const gitea = await buildModule(cache, 'gitea', [
    '-tags',
    'sqlite,sqlite_unlock_notify',
    '-ldflags',
    `-X main.Version=${version.slice(1)}`,
  ]);
  const runner = await buildModule(cache, 'runner', []);
  return { gitea: gitea.program, runner: runner.program, source: gitea.source };
}

/** Its go.mod has replacements, so that `go install` refuses it: it is built where a copy of it lies. */
async function buildModule(cache: string, name: keyof typeof modules, flags: readonly string[]) {
  const { path, version } = modules[name];
  const [source, program] = [join(cache, `${name}-${version}`), join(cache, `${name}-${version}.bin`)];
  if (existsSync(program)) return { source, program };
  const { stdout } = await run('go', ['mod', 'download', '-json', `${path}@${version}`], { cwd: cache });
  const { Dir: folder } = JSON.parse(stdout) as { Dir: string };
  await cp(folder, source, { recursive: true, force: true });
  await makeWritable(source);
  const env = { ...process.env, CGO_ENABLED: '1' };
  await run('go', ['build', ...flags, '-o', `${program}.new`, '.'], { cwd: source, env, maxBuffer: 2 ** 26 });
  await rename(`${program}.new`, program);
  return { source, program };
}

/** What lies in Go's own cache is for reading. */
async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), 0o755);
}
