import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/*
 * A root file system that begins as this machine's and is written to elsewhere: what an image is to a container engine, where
 * there is none. It takes Linux, overlayfs, and root, who alone may mount it.
 */

/** Where what was written to a root file system lies, and where it is mounted. */
export interface Layer {
  readonly written: string;
  readonly work: string;
  readonly mounted: string;
}

/** How a command is started in it. */
export interface Start {
  readonly folder?: string;
  /** `UID:GID`; absent: root. */
  readonly user?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** Nothing can be written to but /tmp, all rights of root are gone, and so is the way to get them back. */
  readonly isLocked?: boolean;
  /** Folders of this machine that are seen there, by their places; not to be written to unless `isLocked` is false. */
  readonly shown?: Readonly<Record<string, string>>;
}

/** A new one, below a folder. */
export function makeLayer(folder: string): Layer {
  const [written, work, mounted] = ['written', 'work', 'mounted'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [written, work, mounted]) mkdirSync(path, { recursive: true });
  return { written, work, mounted };
}

/** What this machine has and no base image would: nothing of it may be of use. */
const masked = ['/tmp', '/work', '/home', '/mnt'];

/** Runs a command in it to its end; throws with what it printed where it fails. */
export function runIn(layer: Layer, argv: readonly string[], start: Start = {}): string {
  const [program, ...args] = toCommand(layer, argv, start);
  return execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: toEnv(start),
  });
}

/** Starts a command in it as process 1, as a container engine does. */
export function startIn(layer: Layer, argv: readonly string[], start: Start = {}): ChildProcess {
  const [program, ...args] = toCommand(layer, argv, start);
  return spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: toEnv(start) });
}

/** Copies into it; `from` is a place of this machine, or with `source` one of another layer. */
export function copyInto(layer: Layer, from: readonly string[], to: string, source?: Layer): void {
  const script = [
    ...(source ? [toMount(source)] : []),
    toMount(layer),
    `mkdir -p "$(dirname ${quote(`${layer.mounted}${to}x`)})"`,
    `cp -a ${from.map((path) => quote(`${source?.mounted ?? ''}${path}`)).join(' ')} ${quote(`${layer.mounted}${to}`)}`,
  ];
  execFileSync('unshare', ['--mount', 'sh', '-ec', script.join('\n')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function toEnv({ env }: Start): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: '/root', ...env };
}

function toCommand(layer: Layer, argv: readonly string[], start: Start): [string, ...string[]] {
  const { folder = '/', user, isLocked = false, shown = {} } = start;
  const shows = Object.entries(shown).flatMap(([to, from]) => [
    `mkdir -p ${quote(layer.mounted + to)}`,
    `mount --bind ${quote(from)} ${quote(layer.mounted + to)}`,
    ...(isLocked ? [`mount -o remount,bind,ro ${quote(layer.mounted + to)}`] : []),
  ]);
  const script = [
    toMount(layer),
    // Seen from outside first: what is masked in there may be where these lie.
    ...masked.map(
      (path) => `[ ! -d ${path} ] || mount -t tmpfs -o mode=1777 tmpfs ${quote(layer.mounted + path)}`,
    ),
    ...shows,
    `mount -t proc proc ${quote(`${layer.mounted}/proc`)}`,
    `mount --rbind /dev ${quote(`${layer.mounted}/dev`)}`,
    ...(isLocked ? [`mount -o remount,ro ${quote(layer.mounted)}`] : []),
    `exec chroot ${quote(layer.mounted)} ${toRights(user, isLocked)} env --chdir=${quote(folder)} ${argv.map(quote).join(' ')}`,
  ];
  return ['unshare', '--mount', '--pid', '--fork', '--kill-child', 'sh', '-ec', script.join('\n')];
}

function toRights(user: string | undefined, isLocked: boolean): string {
  const [uid = '0', gid = '0'] = user?.split(':') ?? [];
  const who = `setpriv --reuid=${uid} --regid=${gid} --clear-groups`;
  return isLocked ? `${who} --no-new-privs --inh-caps=-all --bounding-set=-all` : who;
}

function toMount({ written, work, mounted }: Layer): string {
  return `mount -t overlay overlay -o lowerdir=/,upperdir=${written},workdir=${work} ${quote(mounted)}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
