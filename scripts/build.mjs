import { chmod } from 'node:fs/promises';
import { build } from 'esbuild';

/*
 * `npm run build`: dist/rollcall.js, the one file that package.json's `bin` names.
 *
 * A start costs what is looked at, and most of what is in the file is not needed by most commands. Rollcall's own parts
 * are wrapped by esbuild into functions that run on first use, which is what `await import` asks for; two plugins do the
 * same for what those parts import. Measured with `npm run bench`, against `node -e 0`: `--version` takes 1.4 times as
 * long, where it took 1.9; `validate` of the example 0.5 times less.
 */

/** Names of functions stay, for the stack traces in reports of bugs. */
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
};

/** Large packages, as texts that are compiled on first use: Node reads through code before it runs any, but not through texts. */
const compileLate = {
  name: 'compile-late',
  setup({ onResolve, onLoad }) {
    const filter = /^(?:undici|yaml|libphonenumber-js\/min)$/;
    onResolve({ filter }, ({ path }) => ({ path, namespace: 'late' }));
    onLoad({ filter, namespace: 'late' }, async ({ path }) => ({
      contents: `require('node:vm').compileFunction(${JSON.stringify(await bundlePackage(path))},
        ['exports', 'module', 'require'], { filename: '${path}' })(exports, module, require);`,
    }));
  },
};

/** A whole package as one text in the form of CommonJS. */
async function bundlePackage(name) {
  const stdin = { contents: `module.exports = require('${name}');`, resolveDir: import.meta.dirname };
  const { outputFiles } = await build({ ...common, minify: true, format: 'cjs', stdin, write: false });
  return outputFiles[0].text;
}

/** Node's own modules on first use; left as imports they would all be loaded before the first line runs. */
const requireLate = {
  name: 'require-late',
  setup({ onResolve, onLoad }) {
    const filter = /^node:/;
    onResolve({ filter }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'node' } : { path, external: true },
    );
    onLoad({ filter, namespace: 'node' }, ({ path }) => ({
      contents: `module.exports = require('${path}');`,
    }));
  },
};

const [outfile = 'dist/rollcall.js'] = process.argv.slice(2);
await build({
  ...common,
  entryPoints: ['src/cli.ts'],
  outfile,
  format: 'esm',
  external: ['sharp'],
  plugins: [compileLate, requireLate],
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
});
await chmod(outfile, 0o755);
