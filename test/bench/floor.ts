import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'undici';
import { load } from 'js-yaml';

/**
 * The least that a plan could do: fetches the account's groups with undici, those one by one that the list of 500 leaves
 * out, JSON.parses them, and parses the same files with js-yaml, the fastest sound reader of YAML on npm. Nothing is
 * checked, compared or shown. `node bench-floor.mjs URL FOLDER`.
 */
const [url = '', folder = ''] = process.argv.slice(2);

async function get<Results>(path: string): Promise<Results> {
  const { body } = await request(`${url}${path}`);
  return (JSON.parse(await body.text()) as { results: Results }).results;
}

const { data } = await get<{ data: { JID: string }[] }>('/user/my/groups');
const listed = new Set(data.map(({ JID }) => JID));
const files = readdirSync(folder).map((name) => load(readFileSync(join(folder, name), 'utf8')));
let single = 0;
for (const file of files) {
  const { id } = file as { id?: string };
  if (id === undefined || listed.has(id)) continue;
  await get(`/group/info?group_id=${encodeURIComponent(id)}`);
  single += 1;
}
process.stdout.write(`${data.length + single} groups, ${files.length} files\n`);
