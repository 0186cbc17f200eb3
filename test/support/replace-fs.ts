import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll } from 'vitest';

type Functions = Partial<typeof fs>;

/**
 * For the tests of a file, puts functions into the place of those of `node:fs`, wherever they are imported: for what no
 * disk does when a test wants it. `make` is given the real ones. (`vi.mock` would come too late for what is loaded.)
 */
export function replaceFs(make: (real: typeof fs) => Functions): void {
  const real = { ...fs };
  const functions = make(real);
  const replaced = Object.keys(functions) as (keyof typeof fs)[];
  const put = (all: Functions) => {
    Object.assign(fs, Object.fromEntries(replaced.map((name) => [name, all[name]])));
    syncBuiltinESMExports();
  };
  beforeAll(() => put(functions));
  afterAll(() => put(real));
}
