import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layer, Start } from './layer.ts';
import { copyInto, makeLayer, runIn } from './layer.ts';
import type { Instruction, Stage } from './parse-containerfile.ts';
import { parseContainerfile } from './parse-containerfile.ts';

/** What `docker run` would start. */
export interface Image {
  readonly layer: Layer;
  readonly user: string;
  readonly folder: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
}

interface Built extends Image {
  readonly env: Readonly<Record<string, string>>;
}

/** Carries out the text of a Containerfile, stage by stage; each one's base is this machine without git. */
export function buildImage(file: string, context: string, folder: string): Image {
  const built = new Map<string, Built>();
  let last: Built | undefined;
  for (const [index, stage] of parseContainerfile(readFileSync(file, 'utf8')).entries()) {
    last = buildStage(stage, { context, built, folder: join(folder, String(index)) });
    built.set(stage.name ?? String(index), last);
  }
  if (!last) throw new Error(`${file} has no stage`);
  return last;
}

interface Place {
  readonly context: string;
  readonly built: ReadonlyMap<string, Built>;
  readonly folder: string;
}

function buildStage({ instructions }: Stage, place: Place): Built {
  const layer = makeLayer(place.folder);
  // A slim image has Node and little else; what this machine has must not stand in for what is not installed.
  runIn(layer, ['dpkg', '--remove', '--force-depends', 'git']);
  const none: Built = { layer, user: '0:0', folder: '/', entrypoint: [], command: [], env: {} };
  return instructions.reduce((image, each) => {
    try {
      return carryOut(image, each, place);
    } catch (error) {
      const said = (error as { stderr?: string }).stderr ?? '';
      throw new Error(`line ${each.line}, ${each.name} ${each.text}: ${said}`, { cause: error });
    }
  }, none);
}

function carryOut(image: Built, { name, text }: Instruction, place: Place): Built {
  const start: Start = { folder: image.folder, user: image.user, env: image.env };
  switch (name) {
    case 'RUN':
      runIn(image.layer, ['sh', '-c', text], start);
      return image;
    case 'COPY':
      copy(image, text, place);
      return image;
    case 'WORKDIR':
      runIn(image.layer, ['mkdir', '-p', text]);
      return { ...image, folder: text };
    case 'USER':
      return { ...image, user: text };
    case 'ENTRYPOINT':
      return { ...image, entrypoint: JSON.parse(text) as string[] };
    case 'CMD':
      return { ...image, command: JSON.parse(text) as string[] };
    case 'ARG':
    // Nobody hands one over here, so that it has its default, if there is one.
    case 'ENV':
      return { ...image, env: { ...image.env, ...toPairs(text) } };
    default:
      return image;
  }
}

/** A folder's contents go into a folder, files into one that ends in a slash: as an engine copies, and `cp` does not. */
function copy({ layer, folder }: Built, text: string, { context, built }: Place): void {
  const [, from, rest = ''] = /^(?:--from=(\S+) )?(.*)$/.exec(text) ?? [];
  const paths = rest.split(' ');
  const target = paths.pop() ?? '';
  const to = target.startsWith('/') ? target : join(folder, target);
  const source = from === undefined ? undefined : built.get(from)?.layer;
  if (from !== undefined && !source) throw new Error(`there is no stage ${from}`);
  const sources = paths.map((path) => (source ? path : join(context, path)));
  const isInto = target.endsWith('/') || target === '.';
  copyInto(layer, sources, isInto ? `${to.replace(/\/$/, '')}/` : to, source);
}

function toPairs(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/(\w+)=("[^"]*"|\S+)/g)].map(([, key, value]) => [key, value]));
}

/** What an engine would send for a build: of a folder, what a `.dockerignore` that begins with `*` takes back. */
export function makeContext(root: string, ignoreFile: string, folder: string): void {
  const lines = readFileSync(ignoreFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [all, ...kept] = lines;
  if (all !== '*' || !kept.every((line) => /^![\w.-]+$/.test(line)))
    throw new Error(`${ignoreFile}: only "*" and names to keep are carried out here`);
  mkdirSync(folder, { recursive: true });
  for (const line of kept)
    cpSync(join(root, line.slice(1)), join(folder, line.slice(1)), { recursive: true });
}
