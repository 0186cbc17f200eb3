import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getCli } from '../support/kill/build.ts';
import { drawPicture } from './pictures.ts';

const run = promisify(execFile);
let folder = '';

/** The program as it is shipped, in a folder from which sharp cannot be found. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollcall-lazy-'));
  cpSync(dirname(await getCli()), join(folder, 'dist'), { recursive: true });
  await mkdir(join(folder, 'groups'));
  await writeFile(join(folder, 'groups/_policy.yaml'), 'account: "+44 7700 900001"\n');
  await writeFile(join(folder, 'groups/altos.png'), await drawPicture(200));
  await writeFile(
    join(folder, 'groups/basses.yaml'),
    'id: 120363000000000002@g.us\nname: Basses\nphoto: none\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function rollcall(photo: string, ...argv: string[]): Promise<{ code: number; text: string }> {
  const group = `id: 120363000000000001@g.us\nname: Altos\n${photo}`;
  await writeFile(join(folder, 'groups/altos.yaml'), group);
  try {
    const { stdout, stderr } = await run(process.execPath, [join('dist', 'rollcall.js'), ...argv], {
      cwd: folder,
    });
    return { code: 0, text: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, text: stdout + stderr };
  }
}

test('without photos, and for one that is to go, sharp is never asked for', async () => {
  const { code, text } = await rollcall('', 'plan', '--sandbox');
  expect(text).toContain('Plan (sandbox):');
  expect(code).toBe(0);
});

test('a photo is checked without it', async () => {
  expect((await rollcall('photo: altos.png\n', 'validate')).code).toBe(0);
});

test('with one, it is said how to install it, or to leave photos out', async () => {
  const { code, text } = await rollcall('photo: altos.png\n', 'plan', '--sandbox');
  expect(text).toContain('npm install sharp');
  expect(text).toContain('--skip-photos');
  expect(code).toBe(64);
});

test('and leaving them out works', async () => {
  const { code, text } = await rollcall('photo: altos.png\n', 'plan', '--sandbox', '--skip-photos');
  expect(text).toContain('Plan (sandbox):');
  expect(code).toBe(0);
});
