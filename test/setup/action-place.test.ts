import { expect, test } from 'vitest';
import { findOwnPlace, parseActionPlace, toUses } from '../../src/setup/action-place.ts';
import { UsageError } from '../../src/errors.ts';

const commit = 'a1b2'.repeat(10);

test('a commit of a repository, and the copy of everything', () => {
  expect(toUses(parseActionPlace(`clara/rollcall@${commit.toUpperCase()}`))).toBe(
    `clara/rollcall/.github/actions/rollcall@${commit}`,
  );
  expect(toUses(parseActionPlace('./'))).toBe('./.github/actions/rollcall');
});

test.each([
  ['clara/rollcall@main', /main is no commit.*can be moved/],
  ['clara/rollcall@v1.2.3', /v1\.2\.3 is no commit/],
  [`clara/rollcall@${commit.slice(1)}`, /no commit of 40 digits/],
  [`clara/rollcall@${commit}a1`, /no commit of 40 digits/],
  [`clara/rollcall@${commit}${commit.slice(16)}`, /no commit of 40 digits/],
  [`clara/rollcall@${commit}\nx`, /OWNER|no commit/],
  ['clara/rollcall@', /there is no commit/],
  ['clara/rollcall', /OWNER\/REPO@COMMIT/],
  [`rollcall@${commit}`, /OWNER\/REPO@COMMIT/],
  [`clara/rollcall/path@${commit}`, /OWNER\/REPO@COMMIT/],
  [`https://github.com/clara/rollcall@${commit}`, /OWNER\/REPO@COMMIT/],
  [`../rollcall@${commit}`, /OWNER\/REPO@COMMIT/],
  [`cla ra/roll: call@${commit}`, /OWNER\/REPO@COMMIT/],
  ['', /OWNER\/REPO@COMMIT/],
])('%j is refused, and the reason said', (text, reason) => {
  expect(() => parseActionPlace(text)).toThrow(UsageError);
  expect(() => parseActionPlace(text)).toThrow(reason);
});

test('the commit that this was built from, where that is one that others can fetch', () => {
  const build = { repository: 'clara/rollcall', commit, isChanged: false };
  expect(findOwnPlace(build)).toEqual({ kind: 'commit', repository: 'clara/rollcall', commit });
  expect(() => findOwnPlace({ ...build, isChanged: true })).toThrow(
    /clean checkout.*--action OWNER\/REPO@COMMIT/,
  );
  expect(() => findOwnPlace({ commit, isChanged: false })).toThrow(/does not know which.*--action/);
  expect(() => findOwnPlace({ isChanged: false })).toThrow(/--action/);
});

const at = (text: string) => toUses(parseActionPlace(text, 'forgejo'), 'forgejo');

test('at a Gitea or Forgejo, the action of these, with the whole address', () => {
  const path = `.gitea/actions/rollcall@${commit}`;
  expect(at(`clara/rollcall@${commit}`)).toBe(`https://github.com/clara/rollcall/${path}`);
  expect(at(`https://git.example.org:3000/clara/rollcall@${commit}`)).toBe(
    `https://git.example.org:3000/clara/rollcall/${path}`,
  );
  expect(at('./')).toBe('./.gitea/actions/rollcall');
  expect(() => at(`https://me:secret@git.example.org/clara/rollcall@${commit}`)).toThrow(UsageError);
  expect(() => at('https://git.example.org/clara/rollcall@main')).toThrow(
    /ls-remote https:\/\/git\.example\.org/,
  );
});
