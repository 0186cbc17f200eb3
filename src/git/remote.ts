import type { GitOptions } from './run-git.ts';
import { gitText } from './run-git.ts';

/** Where a repository lies, and what opens it. */
export interface Remote {
  readonly url: string;
  readonly options: GitOptions;
}

/** The commit that a ref of the server stands at; '' where there is none. Git itself would take `x/refs/heads/main` too. */
export async function readTip({ url, options }: Remote, folder: string, ref: string): Promise<string> {
  const lines = (await gitText(folder, ['ls-remote', url, ref], options)).split('\n');
  return lines.map((line) => line.split('\t')).find(([, name]) => name === ref)?.[0] ?? '';
}
