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
  for (const path of paths) {
    for (const file of await findRecordings(path)) {
      const replayed = await replayRecording(await readFile(file, 'utf8'), file);
      for (const one of replayed) if (one.differences.length > 0) process.stdout.write(describe(one));
      results.push(...replayed);
    }
  }
  const differ = results.filter((one) => one.differences.length > 0).length;
  process.stdout.write(`${results.length} exchanges: ${results.length - differ} equal, ${differ} differ\n`);
  // Nothing replayed proves nothing.
  return differ > 0 || results.length === 0 ? 1 : 0;
}

async function findRecordings(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(path, name));
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
