import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { build, stop } from 'esbuild';
import { forNode } from '../../scripts/for-node.mjs';
import { pageBundle } from '../../scripts/page-bundle.mjs';
import { findRoot } from './repository-root.ts';
import { runFolder } from './run-folder.ts';

/*
 * What the tests run: each file of `src/` and `test/` by itself as JavaScript, built once before the first test, which Node
 * imports as it imports packages. What vitest makes of a file instead goes through its server for each worker, and reaches
 * whatever is imported through a getter at each use.
 */

const root = findRoot();
const place = join(runFolder, 'built');

/** The files that Node imports by itself. */
export const builtFiles = new RegExp(`^${place}/`);

const toBuilt = (path: string) => path.replace(/\.ts$/, '.js');

/** Modules stay apart from each other, as they are written; texts, JSON and the bundles of pages come into what imports them. */
const modulesApart: Plugin = {
  name: 'modules-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\..*\.ts$/ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: toBuilt(path), external: true },
    );
    onResolve({ filter: /^\..*\.mjs$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      external: true,
    }));
  },
};

/** What asks where it is hears where it was written. */
const placesKept: Plugin = {
  name: 'places-kept',
  setup({ onLoad }) {
    onLoad({ filter: /\/test\/.*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.')) return undefined;
      const answers = { dirname: dirname(path), filename: path, url: pathToFileURL(path).href };
      const contents = text.replaceAll(
        /import\.meta\.(dirname|filename|url)/g,
        (_, asked: keyof typeof answers) => JSON.stringify(answers[asked]),
      );
      return { contents, loader: 'ts' };
    });
  },
};

/** Builds all of it, with the lines of its files for whoever reads a stack. Rejects where something cannot be built. */
export async function buildCode(): Promise<void> {
  mkdirSync(place, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  writeFileSync(join(place, 'package.json'), '{ "type": "module" }\n');
  const files = ['src', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  await build({
    absWorkingDir: root,
    entryPoints: files.filter((file) => /(?<!\.d)\.ts$/.test(file)),
    outbase: root,
    outdir: place,
    bundle: true,
    ...forNode,
    format: 'esm',
    packages: 'external',
    plugins: [modulesApart, placesKept, pageBundle],
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
  await stop();
}

/** For vitest: whatever imports a file gets what was built of it, if that is there. What it sets up for each file anew stays as it is. */
export const builtCode = {
  name: 'built-code',
  enforce: 'pre' as const,
  resolveId(id: string, importer = root) {
    const isImport = id.startsWith('.');
    if (!isImport && !/\.(?:test|act|forge)\.ts$/.test(id)) return undefined;
    const built = join(place, toBuilt(relative(root, resolve(dirname(importer), id))));
    return builtFiles.test(built) && existsSync(built) ? built : undefined;
  },
};
