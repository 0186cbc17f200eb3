import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { compileAhead } from '../../scripts/compile-ahead.mjs';

const toPart = (code: string) => ({
  name: './cli.js',
  code: `(function(exports,module,require){${code}\n})`,
});

test.each([
  ['says that all is well', '', ['./cli.js']],
  ['finds mistakes in the files', 'process.exitCode = 65;', ['./cli.js']],
  ['refuses', 'process.exit(4);', ['./cli.js']],
  ['throws', 'throw new Error("of somebody\'s groups");', ['./cli.js']],
  ['is killed', "process.kill(process.pid, 'SIGKILL');", []],
])('a program whose run %s is built', async (_, code, compiled) => {
  const found = await compileAhead(tmpdir(), [toPart(code)]);
  expect([...found.keys()]).toEqual(compiled);
});
