import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSealPage } from '../../src/commands/sealing/seal-page.ts';
import { choirFiles } from './choir-stage.ts';
import { sealLine } from './sealing.ts';
import { createTestIo } from './stage.ts';

/** A page as `seal --page` writes it, for the test pair. `lines`: more of the policy. */
export async function makeSealPage(lines = 'country: GB'): Promise<{ file: string; html: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-seal-page-'));
  const [groups, file] = [join(folder, 'groups'), join(folder, 'seal.html')];
  await mkdir(groups);
  await writeFile(join(groups, '_policy.yaml'), `${choirFiles['_policy.yaml']}${sealLine}\n${lines}\n`);
  await writeSealPage({ groups, page: file }, createTestIo({}).io);
  return { file, html: await readFile(file, 'utf8') };
}
