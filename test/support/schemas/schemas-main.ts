import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { toSchemas } from './schemas.ts';
import { toGiteaAction } from '../../../src/setup/gitea-text.ts';
import { giteaAction, githubAction, texts, textsFolder } from './texts.ts';

/** Writes the schemas beside the groups that they are for, and copies what `init` writes: `npm run schemas`. */
const folder = join('groups', '.schemas');
await mkdir(folder, { recursive: true });
for (const [name, text] of toSchemas()) await writeFile(join(folder, name), text);
for (const path of texts) await copyFile(path, join(textsFolder, basename(path)));
await mkdir(dirname(giteaAction), { recursive: true });
await writeFile(giteaAction, toGiteaAction(await readFile(githubAction, 'utf8')));
