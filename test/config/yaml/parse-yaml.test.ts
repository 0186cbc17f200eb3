import { expect, test } from 'vitest';
import { readDocument } from '../../../src/config/yaml/document.ts';
import { parseYaml } from '../../../src/config/yaml/parse-yaml.ts';

const toSource = (text: string) => ({ path: 'a.yaml', file: 'groups/a.yaml', text });

test('a plain text needs no other library', () => {
  const file = parseYaml(toSource('name: A\nmembers: [ana]\n'));
  expect(file?.root?.pairs.map(({ key }) => key)).toEqual(['name', 'members']);
  expect(file?.diagnostics).toEqual([]);
});

test.each([
  ['an anchor', 'members: &a [ana]\n', 'yaml-anchor'],
  ['a mistake', 'name: [\n', 'yaml-syntax'],
  ['nothing', '# a comment\n', 'empty-file'],
])('%s is left to it, which says what is wrong', (_, text, code) => {
  expect(parseYaml(toSource(text))).toBeUndefined();
  expect(parseYaml(toSource(text), readDocument)?.diagnostics[0]?.code).toBe(code);
});

test('what is nested far too deeply reaches neither', () => {
  const parsed = parseYaml(toSource(`a: ${'['.repeat(100)}`));
  expect(parsed?.diagnostics.map(({ code }) => code)).toEqual(['yaml-too-deep']);
  expect(parsed?.root).toBeUndefined();
});
