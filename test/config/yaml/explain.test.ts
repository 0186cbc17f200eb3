import { expect, test } from 'vitest';
import { YAMLParseError } from 'yaml';
import { readDocument } from '../../../src/config/yaml/document.ts';
import { explainErrors, explainMisread, shownErrors } from '../../../src/config/yaml/explain.ts';
import { toLocator } from '../../../src/config/yaml/locate.ts';
import { toLine, toMark } from '../files.ts';
import { read } from '../edit/meaning.ts';

const locate = (text: string) => toLocator({ path: 'a.yaml', file: 'groups/a.yaml', text });
const explain = (text: string) => readDocument(text, locate(text)).diagnostics;

test.each([
  ['a tab', 'members:\n\t- ana\n', '2:1 yaml-tab', 'spaces'],
  ['a second document', 'name: A\n---\nname: B\n', '2:1 yaml-documents', 'file of its own'],
  ['a list in brackets', 'members: [ana, budi\nadmins: []\n', '', 'list in brackets'],
  ['a map in braces', 'manage: { members: exact\n', '', 'map in braces'],
  ['quotes', 'name: "A\n', '', 'quote at its end is missing'],
  ['a backslash', 'name: "A\\q"\n', '1:9 yaml-syntax', 'two backslashes'],
  ['a half-done merge', 'name: A\n<<<<<<< HEAD\ntopic: x\n', '2:1', 'keep one of the two sides'],
  ['a line of nothing', 'name: A\nhello\ntopic: x\n', '2:1 yaml-sign', 'no `key: value`'],
  ['an entry without its list', 'name: A\n- ana\ntopic: x\n', '2:1 yaml-sign', 'belongs to no list'],
  ['a key too far right', 'name: A\n  topic: x\n', '2:3 yaml-indent', 'exactly below one another'],
  ['an entry too far left', 'members:\n  - ana\n - budi\n', '3:2 yaml-indent', 'exactly below one another'],
])('%s is explained, at its place', (_, text, mark, says) => {
  const [found] = explain(text).map(toLine);
  expect(found).toContain(mark && `error a.yaml:${mark}`);
  expect(found).toContain(says);
});

test('what has an explanation hides what followed from it, and of others the first few stand, one a line', () => {
  expect(explain('topic: Rehearsal: Thursday\nmembers: [\n').map(toMark)).toEqual([
    expect.stringContaining('a.yaml:1:'),
  ]);
  const many = explain(Array.from({ length: 9 }, (_, index) => `k${index}: "\\q \\q"\n`).join(''));
  expect(many).toHaveLength(shownErrors);
  expect(new Set(many.map(({ span }) => span?.line)).size).toBe(shownErrors);
});

test('what nothing explains is told in the words of the library, without numbers', () => {
  const text = 'name: A\n';
  const error = new YAMLParseError([0, 1], 'UNEXPECTED_TOKEN', 'Unexpected token +44 7700 900002.');
  const [found] = explainErrors([error], locate(text)).map(({ detail }) => detail);
  expect(found).toContain('Unexpected token');
  expect(found).not.toContain('7700');
});

/** What is said of the first value of a text that is valid YAML. */
function misread(text: string) {
  const [pair] = read(text).pairs;
  const found = explainMisread(pair?.value ?? { start: 0, end: 0 }, locate(text));
  return found && toLine(found);
}

test.each([
  ['an entry that went into the one before', 'members: ana\n  - budi\n', '2:3 yaml-indent'],
  ['a bullet of another kind', 'members:\n  • ana\n', '2:3 yaml-sign'],
])('valid YAML, and not what was meant: %s', (_, text, mark) => {
  expect(misread(text)).toContain(`error a.yaml:${mark}`);
});

test.each(['name: A\n', 'topic: "a\n  - b"\n', 'topic: |\n  a\n  - b\n'])('%j is what it is', (text) => {
  expect(misread(text)).toBeUndefined();
});
