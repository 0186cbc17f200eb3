import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import vm from 'node:vm';

/*
 * `node --import`: at the end of a run, what V8 has compiled of each script stands in the file that RECORDED names, with the
 * script's name.
 */

const scripts = new Map();

vm.Script = class extends vm.Script {
  constructor(code, options) {
    super(code, options);
    scripts.set(options.filename, this);
  }
};

// What begins by the clock (undici looks after its own clock twice a second) would be compiled in slow runs and not in fast ones.
const { setTimeout } = globalThis;
const longest = 250;
globalThis.setTimeout = (run, wait, ...more) =>
  setTimeout(wait > longest ? () => undefined : run, wait, ...more);

process.on('exit', () => {
  const compiled = [...scripts].map(([name, script]) => [name, script.createCachedData()]);
  writeFileSync(process.env.RECORDED, serialize(compiled));
});
