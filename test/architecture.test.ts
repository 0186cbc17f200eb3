import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Who may reach whom (docs/architecture.md): each folder, or file at the top of src, with all others that may lie within its
 * reach, on whatever way, types too. From the bottom to the top: a row names rows above it in this list alone, so that
 * nothing goes round in circles. What is not named is forbidden.
 */
const errors = 'domain exit-codes.ts errors.ts';
const below = `${errors} safe disk net planning`;
const drawn = 'words view render';
const known = `${below} ${drawn} sealing config importing gowa photo journal git io.ts options.ts version.ts`;
const mayReach: Readonly<Record<string, string>> = {
  // Words and rules of everybody.
  domain: '',
  'exit-codes.ts': '',
  'version.ts': '',
  'errors.ts': 'domain exit-codes.ts',
  safe: 'domain',
  'io.ts': 'domain safe',
  disk: errors,
  // What is on this machine, and how others are reached.
  net: errors,
  // Numbers that only the key's holder reads; what a browser needs of it takes nothing of Node's.
  sealing: 'domain safe',
  // Pure, over plain data.
  planning: 'domain safe',
  view: 'domain safe',
  words: 'domain safe view',
  render: 'domain safe view words',
  // What knows one thing outside each, and nothing of the others.
  config: 'domain safe sealing',
  gowa: `${errors} safe net`,
  photo: errors,
  git: `${errors} safe`,
  journal: `${errors} safe disk`,
  // Files that follow their groups: what of a plan is to stand in which lines.
  adopting: 'domain safe planning config sealing',
  sandbox: '',
  // Live groups → files, pure.
  importing: 'domain safe planning view words config sealing',
  // How groups are read, and written to, over whatever line.
  reading: 'domain safe planning',
  apply: `${below} reading`,
  // Who is invited to a group, and how invitations go out, over whatever line.
  inviting: below,
  // What of a run is worth a message to the admins, in which form, and by which way.
  notifying: `${errors} safe net view words render`,
  // What runs in a browser, and takes nothing of Node: the page of `seal --page`.
  page: 'domain safe view words sealing config',
  // What commands share.
  'options.ts': 'domain safe journal',
  session: `${known} adopting reading apply inviting files sandbox`,
  files: `${below} ${drawn} sealing config importing photo journal git io.ts options.ts version.ts`,
  approval: `${below} ${drawn} journal io.ts options.ts`,
  output: `${below} ${drawn} gowa journal io.ts options.ts version.ts`,
  setup: `${known} reading apply inviting files session sandbox`,
  // All of it.
  commands: `${known} adopting reading apply inviting notifying page files session approval output setup sandbox forge`,
  forge: `${known} adopting reading apply inviting notifying page files session approval output setup sandbox commands`,
  'main.ts': `${known} adopting reading apply inviting notifying page files session approval output setup sandbox commands forge`,
  'cli.ts': `${known} adopting reading apply inviting notifying page files session approval output setup sandbox commands forge main.ts`,
};

/** The only files that may start a sandbox, and only when somebody asks for one. */
const mayStartSandbox = ['session/rehearse.ts', 'commands/sandbox.ts'];

/** Of one folder; a room that needs more has a room within it. */
const mostFiles = 20;

interface Import {
  readonly target: string;
  readonly kind: 'value' | 'type' | 'dynamic';
}

const src = join(import.meta.dirname, '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))
  .toSorted();
const imports = new Map(files.map((file) => [file, findImports(file)]));

function findImports(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s)?['"](\.[^'"]+)['"]/gm),
    ...text.matchAll(/(\bimport\()\s*['"](\.[^'"]+)['"]/g),
  ];
  return found.map(([, mark, path = '']) => ({
    target: relative(src, join(src, dirname(file), path)).replaceAll('\\', '/'),
    kind: mark === undefined ? 'value' : mark === 'import(' ? 'dynamic' : 'type',
  }));
}

function toPart(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : file;
}

/** Every file that can be reached from one; types aside, where what runs is asked for: they are gone by then. */
function findReachable(file: string, withTypes = false, reached = new Set<string>()): Set<string> {
  for (const { target, kind } of imports.get(file) ?? []) {
    if ((kind === 'type' && !withTypes) || reached.has(target)) continue;
    reached.add(target);
    findReachable(target, withTypes, reached);
  }
  return reached;
}

/** The same, but for what is loaded only when it is asked for. */
function findReached(file: string, reached = new Set<string>()): Set<string> {
  for (const { target, kind } of imports.get(file) ?? []) {
    if (kind !== 'value' || reached.has(target)) continue;
    reached.add(target);
    findReached(target, reached);
  }
  return reached;
}

/** True for what has its names when it is import()ed by a part of the program: all but a CommonJS package that is bundled. */
function isWhole(name: string): boolean {
  return name.startsWith('.') || name.startsWith('node:') || name === 'sharp' || isEsModule(name);
}

/** Whether a package that is installed has names to give as an ES module. */
function isEsModule(name: string): boolean {
  const description = join(src, '..', 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(description, 'utf8')) as { type?: string }).type === 'module';
}

/** Names, each with how often it is there. */
function countEach(names: readonly string[]): [name: string, times: number][] {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times];
}

describe('the house', () => {
  test('has imports to look at', () => {
    expect(files.length).toBeGreaterThan(60);
    expect([...imports.values()].flat().length).toBeGreaterThan(200);
  });

  test.each(Object.entries(mayReach))('%s reaches only what it may', (part, allowed) => {
    const broken = files
      .filter((file) => toPart(file) === part)
      .flatMap((file) => [...findReachable(file, true)].map((target) => ({ file, target })))
      .filter(({ target }) => toPart(target) !== part && target !== '../package.json')
      .filter(({ target }) => !allowed.split(' ').includes(toPart(target)))
      .map(({ file, target }) => `${file} → ${target}`);
    expect(broken).toEqual([]);
  });

  test('every part stands in the table', () => {
    expect([...new Set(files.map(toPart))].filter((part) => !(part in mayReach))).toEqual([]);
  });

  test('the sandbox is entered only when somebody asks for one', () => {
    const entries = files
      .filter((file) => toPart(file) !== 'sandbox')
      .flatMap((file) => (imports.get(file) ?? []).map((each) => ({ file, ...each })))
      .filter(({ target }) => toPart(target) === 'sandbox');
    expect(entries.filter(({ kind }) => kind === 'value')).toEqual([]);
    expect([...new Set(entries.map(({ file }) => file))].toSorted()).toEqual(mayStartSandbox.toSorted());
  });

  test('the steps of workflows are entered only when one of them runs', () => {
    const entries = files
      .filter((file) => toPart(file) !== 'forge')
      .flatMap((file) => (imports.get(file) ?? []).map((each) => ({ file, ...each })))
      .filter(({ target }) => toPart(target) === 'forge')
      .map(({ file, target, kind }) => `${kind} ${file} → ${target}`);
    expect(entries).toEqual(['dynamic commands/line/rehearsal-commands.ts → forge/ci.ts']);
  });

  test('a step that plans has no writer within its reach either', () => {
    const reached = [...findReachable('forge/steps/plan-step.ts')];
    expect(reached).toContain('commands/plan.ts');
    expect(reached.filter((file) => file === 'gowa/write.ts' || toPart(file) === 'apply')).toEqual([]);
  });

  test.each(['commands/plan.ts', 'commands/adopt.ts'])(
    '%s cannot write: no writer is within its reach',
    (file) => {
      const reached = [...findReachable(file)];
      expect(reached).toContain('gowa/read.ts');
      expect(reached.filter((file) => file === 'gowa/write.ts' || toPart(file) === 'apply')).toEqual([]);
    },
  );

  test.each(['init', 'groups', 'import', 'who'])('nor can a command that only looks: %s', (command) => {
    const reached = [...findReachable(`commands/${command}.ts`)];
    expect(reached).toContain('gowa/read.ts');
    expect(reached.filter((file) => file === 'gowa/write.ts' || toPart(file) === 'apply')).toEqual([]);
  });

  test('these commands have a writer within their reach, and no other', () => {
    const commands = files.filter((file) => /^commands\/(?!line\/)[\w/-]+\.ts$/.test(file));
    // What is loaded only when it is asked for is a command of its own.
    const writing = commands.filter((file) => findReached(file).has('gowa/write.ts'));
    const names = [
      'apply',
      'create',
      'demo',
      'invite-send',
      'invite',
      'notifying/notify-group',
      'notifying/notify',
    ];
    expect(writing).toEqual(names.map((name) => `commands/${name}.ts`));
    const messaging = files.filter((file) =>
      readFileSync(join(src, file), 'utf8').includes('createMessenger'),
    );
    expect(messaging).toEqual(['gowa/write.ts', 'session/send-context.ts']);
    const telling = files.filter((file) =>
      readFileSync(join(src, file), 'utf8').includes('createGroupMessenger'),
    );
    expect(telling).toEqual(['commands/notifying/notify-group.ts', 'gowa/write.ts']);
    const inviting = commands.filter((file) => findReached(file).has('session/send-context.ts'));
    expect(inviting).toEqual(['commands/invite-send.ts', 'commands/invite.ts']);
  });

  test.each(['fmt', 'forget'])('a command that changes files alone talks to nobody: %s', (command) => {
    const reached = [...findReachable(`commands/${command}.ts`)];
    expect(reached).toContain('files/rewrite-file.ts');
    expect(reached.filter((file) => toPart(file) === 'gowa')).toEqual([]);
  });

  /** What a start loads costs everybody who starts: scripts ask for the version, editors validate. */
  test.each([
    ['cli.ts', 'domain safe disk errors.ts exit-codes.ts io.ts main.ts version.ts ..'],
    [
      'commands/program.ts',
      'domain safe errors.ts exit-codes.ts options.ts version.ts commands output setup ..',
    ],
    [
      'commands/validate.ts',
      `${errors} safe disk config sealing files output render photo io.ts version.ts ..`,
    ],
  ])('%s waits for no others', (file, expected) => {
    const parts = new Set([...findReached(file)].map(toPart));
    expect([...parts].filter((part) => !expected.split(' ').includes(part))).toEqual([]);
  });

  test('what a page in a browser needs of sealing takes nothing of Node', () => {
    const reached = ['page/page-main.ts', ...findReachable('page/page-main.ts')];
    expect(reached).toContain('sealing/web-suite.ts');
    expect(
      reached.filter((file) => /\bnode:|\bBuffer\./.test(readFileSync(join(src, file), 'utf8'))),
    ).toEqual([]);
  });

  test('no three files have one name, and no room more files than a stranger reads', () => {
    const rooms = countEach(files.map((file) => dirname(file))).filter(([, size]) => size > mostFiles);
    const names = countEach(files.map((file) => basename(file))).filter(([, times]) => times > 2);
    expect({ rooms, names }).toEqual({ rooms: [], names: [] });
  });

  test('a CommonJS package that is bundled is never import()ed: in a part of the program it would have no names', () => {
    const spoilt = files.flatMap((file) =>
      [...readFileSync(join(src, file), 'utf8').matchAll(/\bimport\('([^']+)'\)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !isWhole(name)),
    );
    expect(spoilt).toEqual([]);
  });

  test('nobody imports in circles, types neither', () => {
    const circles = files.filter((file) => findReachable(file, true).has(file));
    expect(circles).toEqual([]);
  });

  test('only gowa/write.ts sends anything but GET', () => {
    const importers = files.filter((file) =>
      imports.get(file)?.some(({ target }) => target === 'gowa/line/exchange.ts'),
    );
    const posting = importers.filter((file) =>
      /method: '(?!GET)[A-Z]+'/.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(importers).toEqual(['gowa/client.ts', 'gowa/write.ts']);
    expect(posting).toEqual(['gowa/write.ts']);
  });
});

test('no test puts a module in the place of another: files of tests share what is loaded', () => {
  const mocking = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') &&
      /^vi\.(?:mock|doMock|hoisted)\(/m.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
  );
  expect(mocking).toEqual([]);
});
