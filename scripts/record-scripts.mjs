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

process.on('exit', () => {
  const compiled = [...scripts].map(([name, script]) => [name, script.createCachedData()]);
  writeFileSync(process.env.RECORDED, serialize(compiled));
});
