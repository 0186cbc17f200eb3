import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replayRecording } from '../support/replay/replay.ts';

const OWN = join(import.meta.dirname, 'fixtures');
/** Beside the clone in CI; `npm run replay` there is what proves it, this is for whoever has the folder. */
const SHARED = ['recordings', 'recordings-consent']
  .map((name) => join(import.meta.dirname, '../../../shared', name))
  .filter((folder) => existsSync(folder));

function listRecordings(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json'));
}

async function findDiffering(
  path: string,
  change: (text: string) => string = (text) => text,
): Promise<string[]> {
  const replayed = await replayRecording(change(await readFile(path, 'utf8')), path);
  return replayed.filter((one) => one.differences.length > 0).map((one) => one.title);
}

describe('own recordings', () => {
  test.each(listRecordings(OWN))('%s replays equal', async (name) => {
    expect(await findDiffering(join(OWN, name))).toEqual([]);
  });
});

describe('the replay is not easily satisfied', () => {
  const lies: [string, string, string][] = [
    ['a status', '"status": 504', '"status": 500'],
    ['a message', 'Success update group name to', 'Success update group name as'],
    ['a role', '"IsSuperAdmin": true', '"IsSuperAdmin": false'],
    ['a query', '"w:g2 set subject"', '"w:g2 set locked"'],
    [
      'a time that the world fixes',
      '"GroupCreated": "2025-01-01T00:00:00Z"',
      '"GroupCreated": "2025-01-02T00:00:00Z"',
    ],
    ['how long it took', '"seconds": 45', '"seconds": 44'],
    [
      'whether a made-up id stays the same',
      '"TopicID": "3EB0AAAAAAAAAAAAAAAAAA"',
      '"TopicID": "3EB0BBBBBBBBBBBBBBBBBB"',
    ],
    ['a key that is missing', '"Suspended": false', '"Suspended": false, "More": 1'],
  ];

  test.each(lies)('%s is looked at', async (_what, truth, lie) => {
    const path = join(OWN, 'choir.json');
    expect(await readFile(path, 'utf8')).toContain(truth);
    expect((await findDiffering(path, (text) => text.replace(truth, lie))).length).toBe(1);
  });
});

describe.runIf(SHARED.length > 0)('the recordings of a real GOWA', () => {
  const paths = SHARED.flatMap((folder) => listRecordings(folder).map((name) => join(folder, name)));

  test.each(paths.map((path) => [basename(path), path]))('%s replays equal', async (_name, path) => {
    expect(await findDiffering(path)).toEqual([]);
  });
});
