import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findNotes } from '../../scripts/release-notes.mjs';
import { findRoot } from '../support/repository-root.ts';

const changelog = `# Changelog

## Unreleased

## 1.10.0 (30 November)

### New

- A thing ([how](guide/setup.md#how), [elsewhere](https://example.org/a), [above](#new)).

## 1.1.0

- An older thing.
`;

const about = { changelog, version: '1.10.0', address: 'https://forge.example/us/rollcall/blob/v1.10.0' };

test('the notes are what stands under the version, with links that lead there from anywhere', () => {
  expect(findNotes('v1.10.0', about)).toBe(`### New

- A thing ([how](https://forge.example/us/rollcall/blob/v1.10.0/guide/setup.md#how), [elsewhere](https://example.org/a), [above](#new)).
`);
  expect(findNotes('v1.1.0', { ...about, version: '1.1.0' })).toBe('- An older thing.\n');
});

test.each([
  ['another version than package.json', 'v1.1.0', about, /it must be v1\.10\.0/],
  ['no v', '1.10.0', about, /it must be v1\.10\.0/],
  ['more than the version', 'v1.10.0-rc.1', about, /it must be v1\.10\.0/],
  ['a version that only begins like one with notes', 'v1.1', { ...about, version: '1.1' }, /nothing under/],
  [
    'a version without notes',
    'v2.0.0',
    { ...about, version: '2.0.0' },
    /nothing under a heading "## 2\.0\.0"/,
  ],
  [
    'a heading with nothing below it',
    'v1.10.0',
    { ...about, changelog: '## 1.10.0\n\n## 1.1.0\n\n- Older.\n' },
    /nothing under/,
  ],
  [
    'notes that are under no version yet',
    'v1.10.0',
    { ...about, changelog: changelog.replace('## Unreleased\n', '## Unreleased\n\n- Forgotten.\n') },
    /under "Unreleased"/,
  ],
])('a tag is refused: %s', (_, tag, given, words) => {
  expect(() => findNotes(tag, given)).toThrow(words);
});

test('a refusal ends the job before anything is published', () => {
  const script = join(findRoot(), 'scripts', 'release-notes.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'v0.0.0'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^The tag is v0\.0\.0, and package\.json says \d+\.\d+\.\d+: it must be v.*\n$/);
});

test('this changelog has its versions as headings that a release finds', () => {
  const text = readFileSync(join(findRoot(), 'CHANGELOG.md'), 'utf8');
  const headings = [...text.matchAll(/^## (\S+)/gm)].map(([, heading]) => heading);
  expect(headings.filter((heading) => !/^(?:Unreleased|\d+\.\d+\.\d+)$/.test(heading ?? ''))).toEqual([]);
  expect(headings.length).toBeGreaterThan(1);
});
