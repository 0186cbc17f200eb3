import { execFileSync, spawn } from 'node:child_process';
import type { SpawnOptionsWithoutStdio } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { startSandbox } from '../../../src/sandbox/start.ts';
import { choirFiles, choirWorld } from '../choir-stage.ts';
import { openProgramHere } from '../program-here.ts';
import { findRoot } from '../repository-root.ts';

/** How a unit ended. */
interface Ended {
  readonly code: number;
  readonly out: string;
  /** systemd would call it failed, and start what `OnFailure=` names. */
  readonly isFailed: boolean;
}

/** A person's machine and the one beside GOWA, set up as docs/without-a-forge.md says; programs of a real one are stood in for. */
export interface TwoMachines {
  readonly sandbox: Sandbox;
  /** The clone of the person. */
  readonly clone: string;
  /** Where the units lie. */
  readonly units: string;
  /** `/var/lib/rollcall`. */
  readonly state: string;
  /** Runs a command in the clone. */
  run(command: string): Promise<string>;
  /** The block of the page called "change", as it is printed, up to the plan; `more` stands for what is exported besides. */
  plan(more?: string): Promise<string>;
  /** The rest of it: commit, push, hand the plan file over, start the unit. */
  handOver(): Promise<string>;
  /** How a unit ended last. */
  ended(unit: string): Ended;
  /** `systemctl start UNIT`. */
  start(unit: string): Promise<Ended>;
  /** What the page says for a chat, at an address. */
  tellChat(url: string): Promise<string>;
  /** What the page says of an upgrade, to a version of which only the script is another one; resolves to what the script has by then. */
  upgrade(): Promise<string>;
  /** What cron would send as a mail for its line of an hour. */
  cron(hour: number): Promise<string>;
  /** Files in a folder of the machine's, by their names. */
  list(folder: string): readonly string[];
  /** POST requests so far, as "/group/topic". */
  writes(): readonly string[];
  close(): Promise<void>;
}

const root = findRoot();
const page = readFileSync(join(root, 'docs', 'without-a-forge.md'), 'utf8');

const planLine = 'rollcall plan --out plan.json';

/** A block of the page, as it stands there. */
export function findBlock(name: string): string {
  const [, block] = new RegExp(`<!-- ${name} -->\n *\`\`\`\\w+\n(.*?)\n *\`\`\``, 's').exec(page) ?? [];
  if (block === undefined) throw new Error(`docs/without-a-forge.md has no block ${name}`);
  return block;
}

/** What stands in for programs that would change this machine, or reach another one. */
const standIns: Readonly<Record<string, string>> = {
  adduser: 'exit 0',
  sudo: 'exec "$@"',
  // runuser -u rollcall -- COMMAND
  runuser: 'shift 3; exec "$@"',
  // The user of the page is not there, nor may who tests make files of somebody else's.
  install:
    'for a; do shift; case $a in -o|-g) skip=1;; *) [ -n "$skip" ] || set -- "$@" "$a"; skip=;; esac; done; exec /usr/bin/install "$@"',
  ssh: 'case $1 in -fN) exit 0;; esac; shift; exec sh -c "$*"',
  npm: 'exit 0',
  scp: 'exec cp "$1" "${2#*:}"',
};

/** Of all machines, one pair after the other: the path stands in many of their files. */
const place = join(tmpdir(), `two-machines-${process.pid}`);

/** Machines as they are set up, and the address of the server that stands in their files. */
const template = `${place}-set-up`;
let templateUrl = '';

type Shell = (script: string, cwd: string, input?: string) => Promise<string>;

/** Sets both up as the page says, once: a memory begins, which is told as the page tells it. Then they are a copy of that. */
async function setUp(url: string, here: (text: string) => string, sh: Shell): Promise<void> {
  rmSync(place, { recursive: true, force: true });
  if (templateUrl !== '') {
    execFileSync('cp', ['-a', template, place]);
    const exchange = `grep -rlF "$1" etc files | xargs sed -i "s|$1|$2|"`;
    execFileSync('sh', ['-c', exchange, 'sh', templateUrl, url], { cwd: place });
    return;
  }
  makePrograms();
  makeOrigin();
  const files = join(place, 'files');
  copyFiles(files, here);
  await sh(findBlock('server'), files, 'a password\n');
  execFileSync('git', ['clone', '-q', join(place, 'origin.git'), join(place, 'clone')]);
  execFileSync('cp', ['-a', place, template]);
  templateUrl = url;
}

/** Opens both, one pair at a time; whoever does so closes them. */
export async function openTwoMachines(): Promise<TwoMachines> {
  const sandbox = await startSandbox({ world: choirWorld(), isUnmarked: true });
  const program = openProgramHere(`${place}-program`);
  const here = (text: string) => toPlace(text, sandbox.url);
  const env = { PATH: `${join(place, 'bin')}:${process.env['PATH'] ?? ''}`, PLACE: place, HOME: place };
  const sh: Shell = (script, cwd, input = '') => runShell(here(script), { cwd, env }, input);
  await setUp(sandbox.url, here, sh);
  const clone = join(place, 'clone');
  const state = join(place, 'var/lib/rollcall');
  const change = findBlock('change').split('\n');
  const planned = change.findIndex((line) => line.startsWith(planLine)) + 1;
  const ended = (unit: string) => JSON.parse(readFileSync(join(place, `${unit}.ended`), 'utf8')) as Ended;
  return {
    sandbox,
    clone,
    units: join(place, 'etc/systemd/system'),
    state,
    run: (command) => sh(command, clone),
    plan: (more = '') =>
      sh(change.slice(0, planned).join('\n').replace(planLine, `${more}\n${planLine}`), clone),
    handOver: () => sh(change.slice(planned).join('\n'), clone),
    start: async (unit) => {
      await sh(`systemctl start ${unit} || true`, clone);
      return ended(unit);
    },
    ended,
    tellChat: (url) =>
      sh(
        `mkdir -p /etc/systemd/system/rollcall-apply.service.d && cat > /etc/systemd/system/rollcall-apply.service.d/override.conf && echo '${url}' > /etc/rollcall/webhook`,
        clone,
        here(findBlock('chat').replaceAll(/^ {2}/gm, '')),
      ),
    upgrade: async () => {
      await sh(findBlock('upgrade').replace('<commit>', makeVersions()), '/');
      return readFileSync(join(place, 'usr/local/lib/rollcall/apply-approved.sh'), 'utf8');
    },
    cron: (hour) => sh(toCronScript(hour), '/'),
    list: (folder) => readdirSync(join(state, folder)),
    writes: () => sandbox.requests().flatMap(({ method, path }) => (method === 'POST' ? [path] : [])),
    async close() {
      program.close();
      await sandbox.close();
    },
  };
}

/** The sandbox answers in this process, so that nothing here may wait for a command without it. Rejects where it fails. */
async function runShell(script: string, options: SpawnOptionsWithoutStdio, input: string): Promise<string> {
  const child = spawn('sh', ['-ec', script], { ...options, stdio: 'pipe' });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString()));
  // A script may end before it has read it.
  child.stdin.on('error', () => undefined).end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${script}\n${said}`);
  return said;
}

/** The page's block for cron: its variables, and the command of the line that begins at an hour. */
function toCronScript(hour: number): string {
  const lines = findBlock('cron').split('\n');
  const settings = lines.filter((line) => /^\w+=/.test(line)).map((line) => `export ${line}`);
  const line = lines.find((each) => each.startsWith(`0 ${hour} * * * `)) ?? '';
  // Where cron looks for programs, until the page says otherwise (crontab(5)).
  return ['export PATH=/usr/bin:/bin', ...settings, line.replace(/^(?:\S+ ){5}/, '')].join('\n');
}

/** Folders of the machine that are below another one here. */
function toPlace(text: string, url: string): string {
  return text
    .replaceAll(/\/(?=(?:var\/lib|etc|usr\/local|opt)\/(?:rollcall|systemd|lib|bin))/g, `${place}/`)
    .replaceAll('http://127.0.0.1:3000', url)
    .replaceAll('git@your-forge:groups.git', join(place, 'origin.git'));
}

/** docs/without-a-forge/ with the places of this machine. */
function copyFiles(folder: string, here: (text: string) => string): void {
  cpSync(join(root, 'docs', 'without-a-forge'), folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    writeFileSync(file, here(readFileSync(file, 'utf8')));
  }
}

/** Writes a program. */
function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}

function makePrograms(): void {
  for (const [name, text] of Object.entries(standIns)) put(join(place, 'bin', name), `#!/bin/sh\n${text}\n`);
  const rollcall = `#!/bin/sh\nexec ${place}-program/rollcall "$@"\n`;
  put(join(place, 'bin', 'rollcall'), rollcall);
  // What the page links to: cron finds it by the page's PATH alone.
  put(join(place, 'opt/rollcall/dist/rollcall.js'), rollcall);
  const systemctl = join(root, 'test/support/without-a-forge/systemctl.mjs');
  // A service is started; all else is the real one's own.
  const begin = `case $1-$2 in start-*.timer) ;; start-*) exec ${process.execPath} ${systemctl} "$2";; esac`;
  put(join(place, 'bin', 'systemctl'), `#!/bin/sh\n${begin}\n`);
  for (const folder of ['etc/systemd/system', 'usr/local/bin'])
    mkdirSync(join(place, folder), { recursive: true });
}

/** Two commits of `/opt/rollcall`, the older one checked out. Returns the newer one. */
function makeVersions(): string {
  const folder = join(place, 'opt/rollcall');
  const git = (...argv: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=R', '-c', 'user.email=r@example.org', ...argv], {
      encoding: 'utf8',
    }).trim();
  git('init', '-q', '-b', 'main');
  writeFileSync(join(folder, '.gitignore'), 'dist/\n');
  for (const more of ['', '# of a newer version\n']) {
    cpSync(join(place, 'files'), join(folder, 'docs/without-a-forge'), { recursive: true });
    appendFileSync(join(folder, 'docs/without-a-forge/apply-approved.sh'), more);
    git('add', '.');
    git('commit', '-qm', 'a version');
  }
  const origin = join(place, 'rollcall.git');
  git('clone', '-q', '--bare', '.', origin);
  git('remote', 'add', 'origin', origin);
  const newer = git('rev-parse', 'HEAD');
  git('checkout', '-q', 'HEAD~');
  return newer;
}

/** Files that say what is, in a repository that both clone. */
function makeOrigin(): void {
  const first = join(place, 'first');
  for (const [name, text] of Object.entries(files)) {
    const path = join(first, 'groups', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  writeFileSync(join(first, '.gitignore'), '.rollcall/\nplan.json\n');
  const git = (...argv: string[]) => execFileSync('git', ['-C', first, ...argv]);
  writeFileSync(
    join(place, '.gitconfig'),
    '[user]\n\tname = Ana\n\temail = ana@example.org\n[init]\n\tdefaultBranch = main\n',
  );
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', 'commit', '-qm', 'Our groups');
  git('clone', '-q', '--bare', '.', join(place, 'origin.git'));
}

/** Settings alone: a memory that is new lets nobody be added. */
const files = {
  '_policy.yaml': [
    'account: "+44 7700 900001"',
    'timezone: Europe/London',
    'manage: additive',
    'state: .rollcall',
    // The program is a process of its own, and waits in earnest.
    'pace: { pause: 0ms-1ms, reads: 0ms-1ms }',
    '',
  ].join('\n'),
  '_people.yaml': choirFiles['_people.yaml'],
  'altos.yaml': ['id: 120363000000000001@g.us', 'name: Altoz', 'topic: ""', ''].join('\n'),
};
