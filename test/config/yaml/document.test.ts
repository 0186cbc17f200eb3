import { expect, test } from 'vitest';
import { readDocument } from '../../../src/config/yaml/document.ts';
import { toLocator } from '../../../src/config/yaml/locate.ts';

const read = (text: string) => readDocument(text, toLocator({ path: 'a.yaml', file: 'groups/a.yaml', text }));

test('a map with everything in its place', () => {
  const text = 'id: 007 # ours\nmembers:\n  - { person: ana }\n  - "+44"\n';
  const { root, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  const [id, members] = root?.pairs ?? [];
  expect(id).toMatchObject({ key: 'id', value: { value: 7, source: '007', style: 'plain', isCut: false } });
  expect(members?.value).toMatchObject({
    kind: 'list',
    start: text.indexOf('- {'),
    end: text.indexOf('"+44"') + 5,
  });
});

test('of two values of one key the first counts, and the other is told', () => {
  const { root, diagnostics } = read('name: A\nname: B\n');
  expect(root?.pairs.map(({ value }) => value)).toMatchObject([{ value: 'A' }]);
  expect(diagnostics.map(({ code, span }) => [code, span?.line])).toEqual([['duplicate-key', 2]]);
});

test.each([
  ['- a', 'wrong-value'],
  ['', 'empty-file'],
  ['%YAML 1.1\n---\na: 1\n', 'yaml-version'],
  ['a: !!str 1', 'yaml-tag'],
  ['a: *b', 'yaml-anchor'],
  ['a: &b 1', 'yaml-anchor'],
  ['[a]: 1', 'yaml-key'],
  ['a: 1\n---\nb: 2', 'yaml-documents'],
])('%j is no file of the language: %s', (text, code) => {
  const { root, diagnostics } = read(text);
  expect([root, diagnostics[0]?.code]).toEqual([undefined, code]);
});
