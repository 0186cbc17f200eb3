import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRoot } from '../repository-root.ts';

/**
 * The commands of docs/setup.md below a mark, `<!-- sealing -->` and a block of shell, as they are printed but for what is said of them
 * behind a `#`. Of each block with that mark, in their order.
 */
export function readCommands(mark: string): readonly (readonly string[])[] {
  const text = readFileSync(join(findRoot(), 'docs', 'setup.md'), 'utf8');
  const blocks = [...text.matchAll(new RegExp(`<!-- ${mark} -->\\n\`\`\`sh\\n(.*?)\\n\`\`\``, 'gs'))];
  if (blocks.length === 0) throw new Error(`docs/setup.md has no block that is called ${mark}`);
  return blocks.map(([, block = '']) => block.split('\n').map((line) => line.replace(/ +#.*$/, '')));
}
