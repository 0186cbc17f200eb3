import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toSchemas } from './schemas.ts';

/** Writes the schemas beside the groups that they are for: `npm run schemas`. */
const folder = join('groups', '.schemas');
await mkdir(folder, { recursive: true });
for (const [name, text] of toSchemas()) await writeFile(join(folder, name), text);
