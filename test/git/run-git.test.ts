import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { git, gitText } from '../../src/git/run-git.ts';
import { makeFolder } from '../support/folder.ts';
import { startHttpServer } from '../support/http-server.ts';
import type { Repository } from '../support/repository.ts';
import { createRepository } from '../support/repository.ts';

let folder = '';
let repository: Repository;

beforeEach(async () => {
  folder = makeFolder();
  repository = await createRepository(folder);
});

test('what git prints comes as bytes; as a text without white space at its ends', async () => {
  const bytes = Buffer.from([0xff, 0x00, 0x0a]);
  await writeFile(join(folder, 'photo'), bytes);
  await repository.commit();
  expect(await git(folder, ['cat-file', 'blob', 'HEAD:photo'])).toEqual(bytes);
  expect(await gitText(folder, ['rev-parse', '--is-inside-work-tree'])).toBe('true');
});

test('git reads what it is given, also where it ends before it has', async () => {
  expect(await gitText(folder, ['hash-object', '--stdin'], { input: 'Altos\n' })).toMatch(/^[\da-f]{40}$/);
  expect(await gitText(folder, ['rev-parse', '--git-dir'], { input: 'x'.repeat(1_000_000) })).toBe('.git');
});

test('what git refuses is an error', async () => {
  await expect(git(folder, ['rev-parse', '--verify', 'missing'])).rejects.toThrow('missing');
});

test('a folder that is not there is an error, and so is a git that is not', async () => {
  await expect(git(join(folder, 'missing'), ['status'])).rejects.toThrow('ENOENT');
  await expect(git(folder, ['status'], { env: { PATH: '/nowhere' } })).rejects.toThrow('ENOENT');
});

test('an argument of several lines comes as it is, and several gits run side by side', async () => {
  const texts = ["one\n'two'", '$three\n', '\\four'];
  const told = texts.map((text) => gitText(folder, ['rev-parse', '--sq-quote', text]));
  expect(await Promise.all(told)).toEqual(["'one\n'\\''two'\\'''", "'$three\n'", "'\\four'"]);
});

test('whatever git starts knows none of Rollcall’s secrets', async () => {
  const secrets = {
    ROLLCALL_PEOPLE_KEY: 'x1',
    ROLLCALL_KEY: 'x2',
    ROLLCALL_PASSWORD: 'x3',
    SOPS_AGE_KEY: 'x4',
  };
  const env = { PATH: process.env['PATH'], ...secrets };
  const told = await gitText(folder, ['-c', 'alias.told=!env', 'told'], { env });
  expect(told).toContain('PATH=');
  expect(told).not.toMatch(/ROLLCALL|SOPS|x[1-4]$/m);
});

test('arguments are no shell’s', async () => {
  expect(await gitText(folder, ['rev-parse', '--sq-quote', '$(id); `id`'])).toBe("'$(id); `id`'");
});

/** A program below the hooks that tells in `ran` that it was run. */
async function addScript(name: string): Promise<string> {
  await mkdir(join(folder, '.git/hooks'), { recursive: true });
  const script = join(folder, '.git/hooks', name);
  await writeFile(script, `#!/bin/sh\necho ${name} >> ${folder}/ran\nexit 1\n`);
  await chmod(script, 0o755);
  return script;
}

describe('the repository has no say in what runs', () => {
  test('no hook', async () => {
    await addScript('pre-commit');
    await git(folder, ['commit', '--quiet', '--allow-empty', '-m', 'a change']);
    expect(await gitText(folder, ['log', '--format=%s %an'])).toBe('a change rollcall');
  });

  test('no program that watches files, and none that signs', async () => {
    const script = await addScript('program');
    for (const [name, value] of [
      ['core.fsmonitor', script],
      ['gpg.program', script],
      ['commit.gpgSign', 'true'],
    ] as const)
      await repository.git('config', name, value);
    await git(folder, ['commit', '--quiet', '--allow-empty', '-m', 'a change']);
    expect(await gitText(folder, ['status', '--porcelain'])).toBe('');
  });

  test('a link of a commit is checked out as a file that leads nowhere', async () => {
    await symlink('/etc/hostname', join(folder, 'altos.yaml'));
    await repository.commit();
    await git(folder, ['checkout', '--quiet', '--detach']);
    await rm(join(folder, 'altos.yaml'));
    await git(folder, ['checkout', '--quiet', '--force', 'main']);
    expect(await readFile(join(folder, 'altos.yaml'), 'utf8')).toBe('/etc/hostname');
  });

  test('ends of lines are as they were written', async () => {
    await repository.git('config', 'core.autocrlf', 'true');
    await writeFile(join(folder, 'altos.yaml'), 'a\r\nb\r\n');
    await git(folder, ['add', '--all']);
    expect(await gitText(folder, ['cat-file', '-s', ':altos.yaml'])).toBe('6');
  });

  test('nothing stands in the place of a commit', async () => {
    const one = await repository.commit('what was reviewed');
    const two = await repository.commit('another');
    await repository.git('replace', one, two);
    expect(await gitText(folder, ['log', '-1', '--format=%s', one])).toBe('what was reviewed');
  });
});

test('the repository is the one that the folder lies in, whatever the environment of a hook names', async () => {
  await mkdir(join(folder, 'groups'));
  await writeFile(join(folder, 'groups/altos.yaml'), '');
  await repository.commit();
  const other = join(makeFolder(), '.git');
  const answers = ['DIR', 'COMMON_DIR', 'WORK_TREE', 'INDEX_FILE', 'OBJECT_DIRECTORY'].map(async (name) => {
    const env = { PATH: process.env['PATH'], HOME: folder, [`GIT_${name}`]: other };
    const ask = (...args: string[]) => gitText(join(folder, 'groups'), args, { env });
    return `${name}: ${await ask('rev-parse', '--show-prefix', 'HEAD^{tree}')} ${await ask('ls-files', '--full-name')}`;
  });
  const tree = await repository.git('rev-parse', 'HEAD^{tree}');
  for (const answer of await Promise.all(answers))
    expect(answer).toMatch(new RegExp(`: groups/\\n${tree} groups/altos.yaml$`));
});

describe('a token', () => {
  test('opens its server, and no other place', async () => {
    const server = await startHttpServer((_, response) => response.writeHead(404).end());
    onTestFinished(() => server.close());
    const ask = (place: string) =>
      gitText(folder, ['ls-remote', `${server.url}/clara/choir`], {
        env: { PATH: process.env['PATH'], HOME: folder },
        access: { server: place, token: 'secret' },
      });
    await expect(ask(server.url)).rejects.toThrow('ls-remote');
    await expect(ask('http://127.0.0.2')).rejects.toThrow('ls-remote');
    const basic = Buffer.from('x-access-token:secret').toString('base64');
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      `basic ${basic}`,
      undefined,
    ]);
  });

  test('never stands among arguments: an error names them', async () => {
    const access = { server: 'http://127.0.0.1:9', token: 'secret' };
    const failing = git(folder, ['ls-remote', 'http://127.0.0.1:9/clara/choir'], { access });
    await expect(failing).rejects.toThrow(/^(?!.*(secret|basic)).*ls-remote/is);
  });
});
