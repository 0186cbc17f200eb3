import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Who may import whom (design section 3): each folder, or file at the top of src, with the others that it may reach
 * directly. What is not listed is forbidden.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  // The words and rules of everybody.
  domain: [],
  safe: ['domain'],
  git: ['domain', 'safe', 'errors.ts'],
  // Pure, over plain data.
  planning: ['domain', 'safe'],
  view: ['domain', 'safe', 'words'],
  words: ['domain', 'safe', 'view'],
  render: ['domain', 'safe', 'view', 'words'],
  // What knows one outside each, and nothing of the others.
  config: ['domain', 'safe'],
  gowa: ['domain', 'safe'],
  photo: ['domain', 'safe'],
  journal: ['domain', 'safe', 'files'],
  apply: ['domain', 'planning', 'session'],
  sandbox: [],
  // What commands share, downwards.
  files: 'domain safe git config photo render planning options.ts errors.ts io.ts version.ts'.split(' '),
  session:
    'domain safe files config gowa journal photo planning apply options.ts errors.ts io.ts exit-codes.ts output approval'.split(
      ' ',
    ),
  approval: 'domain safe planning session files render options.ts errors.ts io.ts output'.split(' '),
  output:
    'domain safe planning journal gowa view words render session files approval options.ts errors.ts exit-codes.ts io.ts version.ts'.split(
      ' ',
    ),
  commands:
    'domain safe git planning journal files session approval output config gowa photo view render apply options.ts version.ts errors.ts exit-codes.ts io.ts'.split(
      ' ',
    ),
  forge:
    'domain safe git planning journal view render apply commands session approval output files options.ts errors.ts exit-codes.ts io.ts'.split(
      ' ',
    ),
  // The process.
  'version.ts': [],
  'options.ts': ['domain', 'journal'],
  'errors.ts': ['domain'],
  'exit-codes.ts': ['domain'],
  'io.ts': ['domain', 'safe'],
  'main.ts': ['commands', 'output', 'version.ts', 'exit-codes.ts', 'io.ts'],
  'cli.ts': ['main.ts', 'safe', 'exit-codes.ts', 'io.ts'],
};

/** The only files that may start a sandbox, and only when somebody asks for one. */
const mayStartSandbox = ['session/rehearse.ts', 'commands/sandbox.ts'];

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

describe('the house', () => {
  test('has imports to look at', () => {
    expect(files.length).toBeGreaterThan(60);
    expect([...imports.values()].flat().length).toBeGreaterThan(200);
  });

  test.each(Object.entries(mayImport))('%s imports only what it may', (part, allowed) => {
    const broken = files
      .filter((file) => toPart(file) === part)
      .flatMap((file) => (imports.get(file) ?? []).map((each) => ({ file, ...each })))
      .filter(({ file, target }) => toPart(target) !== part && !isSandboxEntry(file, target))
      .filter(({ file, target }) => !(file === 'commands/program.ts' && target === 'forge/ci.ts'))
      .filter(({ target }) => !allowed.includes(toPart(target)) && target !== '../package.json')
      .map(({ file, target }) => `${file} → ${target}`);
    expect(broken).toEqual([]);
  });

  test('every part stands in the table', () => {
    expect([...new Set(files.map(toPart))].filter((part) => !(part in mayImport))).toEqual([]);
  });

  test('the sandbox is entered only when somebody asks for one', () => {
    const entries = files
      .filter((file) => toPart(file) !== 'sandbox')
      .flatMap((file) => (imports.get(file) ?? []).map((each) => ({ file, ...each })))
      .filter(({ target, kind }) => toPart(target) === 'sandbox' && kind === 'value');
    expect(entries).toEqual([]);
  });

  test('the steps of workflows are entered only when one of them runs', () => {
    const entries = files
      .filter((file) => toPart(file) !== 'forge')
      .flatMap((file) => (imports.get(file) ?? []).map((each) => ({ file, ...each })))
      .filter(({ target }) => toPart(target) === 'forge')
      .map(({ file, target, kind }) => `${kind} ${file} → ${target}`);
    expect(entries).toEqual(['dynamic commands/program.ts → forge/ci.ts']);
  });

  test('a step that plans has no writer within its reach either', () => {
    const reached = [...findReachable('forge/plan.ts')];
    expect(reached).toContain('commands/plan.ts');
    expect(reached.filter((file) => file === 'gowa/write.ts' || toPart(file) === 'apply')).toEqual([]);
  });

  test('planning cannot write: no writer is within its reach', () => {
    const reached = [...findReachable('commands/plan.ts')];
    expect(reached).toContain('gowa/read.ts');
    expect(reached.filter((file) => file === 'gowa/write.ts' || toPart(file) === 'apply')).toEqual([]);
  });

  test('applying parses all files itself: what an earlier plan knew of them is not within its reach', () => {
    expect([...findReachable('commands/plan.ts')]).toContain('files/parse-cache.ts');
    expect([...findReachable('commands/apply.ts')]).not.toContain('files/parse-cache.ts');
  });

  test('nobody imports in circles, types neither', () => {
    const circles = files.filter((file) => findReachable(file, true).has(file));
    expect(circles).toEqual([]);
  });

  test('only gowa/write.ts sends anything but GET', () => {
    const importers = files.filter((file) =>
      imports.get(file)?.some(({ target }) => target === 'gowa/exchange.ts'),
    );
    const posting = importers.filter((file) =>
      /method: '(?!GET)[A-Z]+'/.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(importers).toEqual(['gowa/client.ts', 'gowa/write.ts']);
    expect(posting).toEqual(['gowa/write.ts']);
  });
});

function isSandboxEntry(file: string, target: string): boolean {
  return toPart(target) === 'sandbox' && mayStartSandbox.includes(file);
}
