import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { replayRecording } from './replay.ts';
import type { Replayed } from './replay.ts';

/** `npm run replay -- DIR…`: replays all recordings in folders (or single files) and tells every difference. */
async function main(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) {
    process.stderr.write('usage: npm run replay -- DIR…\n');
    return 64;
  }
  const results: Replayed[] = [];
  for (const file of (await Promise.all(paths.map(findRecordings))).flat()) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined || !isRecording(text)) {
      const what = text === undefined ? 'cannot be read' : 'is no recording: JSON with a world and steps';
      process.stderr.write(`${file} ${what}.\n`);
      return 64;
    }
    const replayed = await replayRecording(text, file);
    for (const one of replayed) if (one.differences.length > 0) process.stdout.write(describe(one));
    results.push(...replayed);
  }
  const differ = results.filter((one) => one.differences.length > 0).length;
  process.stdout.write(`${results.length} exchanges: ${results.length - differ} equal, ${differ} differ\n`);
  // Nothing replayed proves nothing.
  return differ > 0 || results.length === 0 ? 1 : 0;
}

/** The recordings in a folder; what is no folder is itself one. */
async function findRecordings(path: string): Promise<string[]> {
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory();
  if (!isFolder) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(path, name));
}

function isRecording(text: string): boolean {
  try {
    const { world, steps } = JSON.parse(text) as { world?: unknown; steps?: unknown };
    return typeof world === 'object' && Array.isArray(steps);
  } catch {
    return false;
  }
}

function describe({ title, exchange, differences }: Replayed): string {
  const { method: _method, path: _path, ...request } = exchange.request;
  const lines = differences.map(
    ({ at, recorded, replayed }) =>
      `    ${at}\n      recorded ${shorten(recorded)}\n      replayed ${shorten(replayed)}`,
  );
  return `${title}\n    ${shorten(JSON.stringify(request))}\n${lines.join('\n')}\n\n`;
}

function shorten(text: string): string {
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}

process.exitCode = await main(process.argv.slice(2));
