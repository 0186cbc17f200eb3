import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of the example that comes with this program, in a package or a checkout: `groups` beside the folder of the
 * program. Undefined where a program has none with it. `program`: the file that was started, a link in `.bin`, say.
 */
export function findExampleFolder(program = process.argv[1]): string | undefined {
  if (program === undefined || !existsSync(program)) return undefined;
  const folder = join(dirname(dirname(realpathSync(program))), 'groups');
  return existsSync(join(folder, '_policy.yaml')) ? folder : undefined;
}
