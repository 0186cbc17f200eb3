import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseContainerfile } from '../support/image/parse-containerfile.ts';
import { findRoot } from '../support/repository-root.ts';

/*
 * `npm run image` carries the Containerfile out. This holds what would not show there.
 */

const folder = join(findRoot(), 'docs', 'beside-gowa');
const text = readFileSync(join(folder, 'Containerfile'), 'utf8');
const stages = parseContainerfile(text);

test('both stages begin from one image, of one version, that a digest can be put in the place of', () => {
  expect(stages.map(({ base }) => base)).toEqual(['${NODE}', '${NODE}']);
  expect(text).toMatch(/^ARG NODE=node:\d+\.\d+\.\d+-[a-z-]+$/m);
});

test('what the last stage takes over is built without a script of a package, and for production alone', () => {
  const runs = stages.flatMap(({ instructions }) => instructions.filter(({ name }) => name === 'RUN'));
  const npm = runs.filter(({ text: command }) => /npm (?:ci|install|prune)/.test(command));
  expect(npm).toHaveLength(2);
  for (const { text: command } of npm) expect(command).toContain('--ignore-scripts');
});

test('what is sent to the build is what it copies, and nothing else', () => {
  const copied = stages
    .flatMap(({ instructions }) => instructions)
    .filter(({ name, text: words }) => name === 'COPY' && !words.startsWith('--from'))
    .flatMap(({ text: words }) => words.split(' ').slice(0, -1));
  const kept = readFileSync(join(folder, 'Containerfile.dockerignore'), 'utf8').match(/(?<=^!).*$/gm);
  expect([...new Set(copied)].toSorted()).toEqual(kept?.toSorted());
});

test.each([
  ['ADD https://example.org/a /a', /line 2: ADD/],
  ['HEALTHCHECK NONE', /line 2: HEALTHCHECK/],
])('an instruction that nobody would carry out is no silence: %s', (line, message) => {
  expect(() => parseContainerfile(`FROM a\n${line}\n`)).toThrow(message);
});
