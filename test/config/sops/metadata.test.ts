import { expect, test } from 'vitest';
import { isLikeSops, readMetadata } from '../../../src/config/sops/metadata.ts';
import { readRoot, readSopsFile } from '../../support/sops-files.ts';

const text = readSopsFile('people.yaml');

function read(changed: string) {
  const root = readRoot(changed);
  return root && readMetadata(root);
}

/** Which of three paths must be encrypted under a rule. */
function judge(rule: string): string | readonly boolean[] | undefined {
  const metadata = read(text.replace(/^ +unencrypted_suffix: .*$/m, rule && `    ${rule}`));
  if (typeof metadata !== 'object') return metadata;
  return [
    ['people', 'ana', 'phone'],
    ['people', 'ana', 'name'],
    ['teams', 'b_unencrypted'],
  ].map(metadata.isEncrypted);
}

test.each([
  ['', [true, true, false]],
  ['unencrypted_suffix: _unencrypted', [true, true, false]],
  ['unencrypted_suffix: ame', [true, false, true]],
  ['encrypted_suffix: hone', [true, false, false]],
  ['encrypted_regex: ^(phone|lid)$', [true, false, false]],
  ['encrypted_regex: (?i)^PEOPLE', [true, true, false]],
  ['unencrypted_regex: ^ana$', [false, false, true]],
])('%s', (rule, expected) => {
  expect(judge(rule)).toEqual(expected);
});

test.each([
  ['encrypted_regex: "(?P<a>x)"', 'cannot be read here'],
  ['encrypted_regex: "(a+)+$"', 'cannot be read here'],
  ['encrypted_regex: ".*.*.*.*.*.*.*.*.*.*x$"', 'cannot be read here'],
  ['encrypted_regex: "(a|aa)(a|aa)(a|aa)(a|aa)x"', 'cannot be read here'],
  ['encrypted_regex: "a?a?a?a?aaaa$"', 'cannot be read here'],
  ['encrypted_regex: "\\\\z"', 'cannot be read here'],
  ['encrypted_regex: "["', 'cannot be read here'],
  ['encrypted_comment_regex: "secret"', 'hangs on its comments'],
  ['encrypted_regex: a\n    encrypted_suffix: b', 'not what SOPS writes'],
])('%s is told', (rule, words) => {
  expect(judge(rule)).toContain(words);
});

test.each([
  [text.replace(/^ {4}age:\n(?: {8,}.*\n)+/m, ''), 'with no key of age'],
  [text.replace(/^ {4}age:\n/m, '    key_groups:\n'), 'among several groups'],
  [text.replace(/(lastmodified: )".*"/, '$1yesterday'), 'not what SOPS writes'],
  ['people: {}\nsops: yes\n', 'not what SOPS writes'],
])('what cannot be used is told', (changed, words) => {
  expect(read(changed)).toContain(words);
});

test('a file without the key is none of SOPS', () => {
  expect(read('people: {}\n')).toBeUndefined();
  expect(isLikeSops('people:\n  sops: "+44 …"\n')).toBe(false);
  expect(isLikeSops(text)).toBe(true);
  expect(isLikeSops('"sops" : {}\n')).toBe(true);
});

test('no key is so long that a pattern takes for ever over it: it counts as meant', () => {
  const metadata = read(text.replace(/^ +unencrypted_suffix: .*$/m, '    encrypted_regex: .*.*.*x$'));
  if (typeof metadata !== 'object') throw new Error('no metadata');
  expect(metadata.isEncrypted(['a'.repeat(1_000_000)])).toBe(true);
  expect(metadata.isEncrypted(['a'.repeat(100)])).toBe(false);
});
