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
  const found = await compileAhead(tmpdir(), [toPart(code)], [['validate']]);
  expect([...found.keys()]).toEqual(compiled);
});

test('the same program comes to the same bytes each time', async () => {
  // Names and texts are what V8 makes with a seed that is another one in each process.
  const part = toPart('exports.tell = (a) => ({ alpha: a, beta: `text of ${a}` }); exports.tell(1);');
  const [one, other] = [await compileAhead(tmpdir(), [part]), await compileAhead(tmpdir(), [part])];
  expect(one.size).toBe(1);
  expect(one).toEqual(other);
});
