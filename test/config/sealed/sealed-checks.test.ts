import { expect, test } from 'vitest';
import { formatPeopleKey } from '../../../src/sealing/people-key.ts';
import { sealFor, sealLine, testKey, toTestKey } from '../../support/sealing.ts';
import type { Files } from '../files.ts';
import { findDiagnostics, toMark } from '../files.ts';

const policy = `account: "+44 7700 900001"\n${sealLine}\n`;
const [ana, ben] = await Promise.all([sealFor('ana', '+447700900002'), sealFor('ben', '+447700900003')]);
const own = { '_policy.yaml': policy, 'g.yaml': 'name: G\nmembers: [ana, ben]\n' };

const find = (people: string, files: Files = {}) =>
  findDiagnostics({ ...own, '_people.yaml': `people:\n${people}`, ...files });

test('sealed numbers are fine in both forms, in a spreadsheet and without the private key', () => {
  expect(find(`  ana: ${ana}\n  ben: { phone: ${ben}, name: Ben }\n`)).toEqual([]);
  expect(find(`  ana: "${ana}"\n`, { '_people/a.csv': `handle;phone\nben;${ben}\n` })).toEqual([]);
  expect(find(`  ana: ${ana}\n`, { '_people/a.csv': `handle,phone\nben,"${ben}"\n` })).toEqual([]);
});

const elsewhere = await sealFor('ana', '+447700900002', toTestKey(2));
const older = await sealFor('ana', '+447700900002', toTestKey(3, 1));
test.each([
  ['of another handle', ben, 'other handle|another handle than `ana`'],
  ['of another organisation', elsewhere, 'another organisation'],
  ['of another pair', older, 'sealed for the key `\\w{8}`, and the policy'],
  ['cut', ana.slice(0, -1), 'are missing'],
  ['with a letter too many', `${ana}x`, 'too many'],
  ['with another letter', ana.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')), 'another one than it was'],
  ['without its first word', ana.slice('sealed:'.length), 'before it'],
  ['none at all', 'sealed:please', 'no sealed number'],
])('a line %s is told with its place, and nothing that is in it', (_what, line, words) => {
  const found = find(`  ana: ${line}\n  ben: ${ben}\n`);
  expect(found.map(toMark)).toEqual(['error _people.yaml:2:8 bad-seal']);
  expect(found[0]?.detail).toMatch(new RegExp(words));
});

test('in a spreadsheet the cell is told', () => {
  const found = find(`  ana: ${ana}\n`, { '_people/a.csv': `handle;phone\nben;${ana}\n` });
  expect(found.map(toMark)).toEqual(['error _people/a.csv:2:2 bad-seal']);
});

test('without `seal:` nobody knows with which key: said once; a key that is wrong is told of itself', () => {
  const people = `  ana: ${ana}\n  ben: ${ben}\n`;
  const bare = { '_policy.yaml': 'account: "+44 7700 900001"\n' };
  expect(find(people, bare).map(toMark)).toEqual(['error _people.yaml:2:8 no-seal']);
  const cut = { '_policy.yaml': policy.replace(/.\n$/, '\n') };
  const found = find(people, cut);
  expect(found.map(toMark)).toEqual(['error _policy.yaml:2:7 wrong-value']);
  expect(found[0]?.detail).toContain('Letters of it are missing');
});

test('a private key in the policy is told, and not repeated', () => {
  const secret = formatPeopleKey(testKey);
  const [found] = find(`  ana: ${ana}\n`, {
    '_policy.yaml': `account: "+44 7700 900001"\nseal: ${secret}\n`,
  });
  expect(found?.detail).toContain('This is the private key');
  expect(JSON.stringify(found?.detail)).not.toContain(secret.slice(20, 30));
});

test('numbers in plain text are mistakes where the policy seals, everywhere but among the accounts', () => {
  const found = find(`  ana: ${ana}\n  ben: "+44 7700 900003"\nteams:\n  t: [ana, "+44 7700 900004"]\n`, {
    '_policy.yaml': `${policy}protected: ["+44 7700 900005"]\n`,
    '_people/a.csv': 'handle;phone\ncy;+44 7700 900006\n',
    '_defaults.yaml': 'members: ["+44 7700 900007"]\n',
    'g.yaml': 'name: G\nmembers: [ana, ben, cy, team:t, "+44 7700 900008"]\n',
  });
  expect(found.map(toMark)).toEqual([
    'error _defaults.yaml:1:11 plain-phone',
    'error _people.yaml:3:3 plain-phone',
    'error _people.yaml:5:12 plain-phone',
    'error _people/a.csv:2:1 plain-phone',
    'error _policy.yaml:3:13 plain-phone',
    'error g.yaml:2:33 plain-phone',
  ]);
  expect(found.every(({ detail }) => detail.includes('rollcall seal'))).toBe(true);
});

test('without `seal:` plain numbers are no mistake', () => {
  const files = { '_policy.yaml': 'account: "+44 7700 900001"\n', 'g.yaml': 'name: G\nmembers: [ana]\n' };
  expect(find('  ana: "+44 7700 900002"\n', files)).toEqual([]);
});

test.each([
  ['members', `name: G\nmembers: [${ana}, ana, ben]\n`, 'error g.yaml:2:11 bad-entry'],
  ['a map', `name: G\nmembers: [{ person: ${ana} }, ana, ben]\n`, 'error g.yaml:2:21 bad-entry'],
])('a sealed number stands in no list: %s', (_where, text, mark) => {
  const found = find(`  ana: ${ana}\n  ben: ${ben}\n`, { 'g.yaml': text });
  expect(found.map(toMark)).toEqual([mark]);
  expect(found[0]?.detail).toContain('beside it in `_people.yaml`');
});

test('an account is not sealed', () => {
  const found = find(`  ana: ${ana}\n  ben: ${ben}\n`, { '_policy.yaml': `account: ${ana}\n${sealLine}\n` });
  expect(found.map(toMark)).toEqual(['error _policy.yaml:1:10 bad-phone']);
});
