import { join } from 'node:path';
import { build } from 'esbuild';
import { findPackages, toNotices } from './notices.mjs';

/*
 * `import script from './FILE.ts?bundle' with { type: 'text' }`: a program for browsers in one text, with all that it
 * imports and the licences of that. The same bytes wherever it is built, so that a page can be compared with another.
 */

const root = join(import.meta.dirname, '..');

/** How such an import ends. */
const bundleEnd = '?bundle';

/** The program that begins in a file. Throws where something in it needs Node. */
async function bundlePage(file) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    // The settings of the rest name no browser.
    tsconfigRaw: '{}',
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
  const notices = await toNotices(root, findPackages(metafile), 'This page');
  return `/*\n${notices.replaceAll('*/', '* /')}*/\n${outputFiles[0].text}`;
}

/** For esbuild. */
export const pageBundle = {
  name: 'page-bundle',
  setup(build) {
    build.onResolve({ filter: /\?bundle$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.slice(0, -bundleEnd.length)),
      namespace: 'page-bundle',
    }));
    build.onLoad({ filter: /.*/, namespace: 'page-bundle' }, async ({ path }) => ({
      contents: await bundlePage(path),
      loader: 'text',
    }));
  },
};
