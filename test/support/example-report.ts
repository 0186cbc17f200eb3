import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseWorld } from '../../src/sandbox/world-file.ts';
import { findRoot } from './repository-root.ts';
import { openStage } from './stage.ts';

/** The page that `plan --html` writes of the example, in its own world. */
export async function renderExample(): Promise<string> {
  const groups = join(findRoot(), 'groups');
  const world = parseWorld(await readFile(join(groups, '.sandbox.yaml'), 'utf8'), '.sandbox.yaml');
  const stage = await openStage({ files: {}, world });
  try {
    await stage.runIn(groups, 'plan', '--html', stage.path('plan.html'));
    return await readFile(stage.path('plan.html'), 'utf8');
  } finally {
    await stage.close();
  }
}

/** What a picture of the page was made from, its photos aside: their bytes differ a little from processor to processor. */
export function toPageHash(html: string): string {
  const text = html.replaceAll(/data:image\/[\w;,+/=]+/g, 'data:');
  return createHash('sha256').update(text).digest('hex');
}
