import { CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { createProgram } from '../../src/commands/program.ts';
import { toolVersion } from '../../src/version.ts';
import { createTestIo } from '../support/stage.ts';

/** What is said of these arguments, which are none that a command runs with. */
async function refuse(...argv: string[]) {
  const { io, written } = createTestIo({});
  const error: unknown = await createProgram(io)
    .run(argv)
    .catch((reason: unknown) => reason);
  if (!(error instanceof CommanderError)) throw new Error('It was taken.', { cause: error });
  return { code: error.exitCode, ...written };
}

test.each([
  [['deploy'], /unknown command 'deploy'/],
  [['plan', '--tagret', 'a'], /unknown option '--tagret'[\s\S]*--target/],
  [['plan', 'plan.json'], /too many arguments/],
  [['plan', '--out'], /argument missing/],
  [['plan', '--sandbox', '--url', 'http://x'], /cannot be used with option '--url/],
  [['apply', '--sandbox', '--device', 'd'], /cannot be used with option '--device/],
  [['sandbox', '--port', '65536'], /A port is a number from 0 to 65535/],
  [['sandbox', '--port', '3e3'], /A port is a number/],
  [['sandbox', '--drift', '-1'], /It is a number, 0 or more|argument missing/],
  [['sandbox', '--from', 'a', '--world', 'b'], /cannot be used with option '--world/],
  [['ci'], /missing required argument/],
])('%j is refused, and help is offered', async (argv, text) => {
  const { code, err, out } = await refuse(...argv);
  expect(code).not.toBe(0);
  expect(err).toMatch(text);
  expect(err).toContain('--help');
  expect(out).toBe('');
});

test('help names every command but the workflows’ own, on standard output', async () => {
  const { code, out, err } = await refuse('--help');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const name of ['validate', 'status', 'plan', 'apply', 'approvals', 'import', 'sandbox', 'demo'])
    expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
  expect(out).not.toMatch(/^ {2}ci\b/m);
});

test('every command that the help names has a help of its own', async () => {
  const { out } = await refuse('--help');
  const names = [...out.matchAll(/^ {2}([a-z]+) .* {2}/gm)].flatMap(([, name = '']) => name);
  expect(names).toHaveLength(21);
  for (const name of [...names, 'ci'].filter((each) => each !== 'help'))
    expect((await refuse(name, '--help')).out).toMatch(new RegExp(`^Usage: rollcall ${name} `));
});

test.each(['validate', 'status', 'plan', 'apply', 'approvals', 'import', 'sandbox', 'demo'])(
  'help of %s shows how it is used',
  async (command) => {
    const { code, out } = await refuse(command, '--help');
    expect(code).toBe(0);
    expect(out).toContain(
      `$ ${command === 'status' ? '' : 'rollcall '}${command === 'status' ? 'ROLLCALL_URL' : command}`,
    );
  },
);

test.each(['plan', 'apply', 'approvals', 'sandbox', 'init'])(
  'help of %s says in words what a list of flags is without any',
  async (command) => {
    const { out } = await refuse(command, '--help');
    expect(out).toMatch(/\(default:\s+(?:all|none)\)/);
    expect(out).not.toContain('[]');
  },
);

test.each(['plan', 'apply', 'status', 'import'])('no flag of %s takes a password', async (command) => {
  const { out } = await refuse(command, '--help');
  expect(out).not.toMatch(/--(user|password|key)\b/);
});

test.each(['plan', 'validate', 'status', 'approvals', 'import', 'sandbox'])(
  '%s has no flag that approves',
  async (command) => {
    const { out } = await refuse(command, '--help');
    expect(out).not.toMatch(/--(yes|expect)\b/);
  },
);

test('the version is told', async () => expect((await refuse('--version')).out).toBe(`${toolVersion}\n`));
