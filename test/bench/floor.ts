import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'undici';
import { load } from 'js-yaml';

/**
 * The least that a plan could do: fetches the account's groups with undici, JSON.parses them, and parses the same files
 * with js-yaml, the fastest sound reader of YAML on npm. Nothing is checked, compared or shown. `node bench-floor.js URL
 * FOLDER`.
 */
const [url = '', folder = ''] = process.argv.slice(2);
const { body } = await request(`${url}/user/my/groups`);
const answer = JSON.parse(await body.text()) as { results: { data: unknown[] } };
const files = readdirSync(folder).map((name): unknown => load(readFileSync(join(folder, name), 'utf8')));
process.stdout.write(`${answer.results.data.length} groups, ${files.length} files\n`);
