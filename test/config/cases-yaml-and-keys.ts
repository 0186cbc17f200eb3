import type { Case } from './mistake-cases.ts';
import { group, quiet, toCase } from './mistake-cases.ts';

/** Mistakes in yaml and keys. */
export const yamlAndKeysCases: readonly Case[] = [
  // YAML
  toCase('invalid YAML', { ...quiet, ...group('topic: "abc') }, 'error g.yaml:3:1 yaml-syntax'),
  toCase('a tab as indentation', { ...quiet, ...group('members:', '\t- ana') }, 'error g.yaml:3:1 yaml-tab'),
  toCase('two documents', { ...quiet, ...group('---', 'name: H') }, 'error g.yaml:2:1 yaml-documents'),
  toCase('a duplicate key', { ...quiet, ...group('topic: a', 'topic: b') }, 'error g.yaml:3:1 duplicate-key'),
  toCase(
    'a duplicate key deep down',
    { ...quiet, ...group('manage: { members: exact, members: observe }') },
    'error g.yaml:2:27 duplicate-key',
  ),
  // What a # cuts, where it looks like a part of the text.
  toCase('a name with a #', { ...quiet, 'g.yaml': 'name: Altos #2\n' }, 'warning g.yaml:1:7 cut-text'),
  toCase(
    'a path and a reason with a #',
    {
      ...quiet,
      ...group('photo: photos/a #2.jpg', 'allow:', '  adds: 1', '  until: 2026-08-31', '  reason: x #y'),
    },
    'warning g.yaml:2:8 cut-text',
    'warning g.yaml:6:11 cut-text',
  ),
  toCase(
    'a name that begins with #',
    { ...quiet, 'g.yaml': 'name: #1 Choir\n' },
    'error g.yaml:1:1 no-value',
  ),
  toCase('comments', {
    ...quiet,
    'g.yaml': 'name: Altos # since 2024\nannounce: true #for now\ntopic: "a #b" #c\n#d\nlocked: true\n',
  }),
  toCase('an anchor', { ...quiet, ...group('topic: &a text') }, 'error g.yaml:2:11 yaml-anchor'),
  toCase('an alias', { ...quiet, ...group('topic: *a') }, 'error g.yaml:2:8 yaml-anchor'),
  toCase('a tag', { ...quiet, ...group('topic: !!str text') }, 'error g.yaml:2:14 yaml-tag'),
  toCase(
    'a tag that is code elsewhere',
    { ...quiet, ...group('topic: !!js/function text') },
    'error g.yaml:2:22 yaml-tag',
  ),
  toCase('a key that is a list', { ...quiet, ...group('[a]: b') }, 'error g.yaml:2:1 yaml-key'),
  toCase('YAML 1.1', { ...quiet, 'g.yaml': '%YAML 1.1\n---\nname: G\n' }, 'error g.yaml:1:1 yaml-version'),
  toCase(
    'nesting without end',
    { ...quiet, ...group(`topic: ${'['.repeat(65)}`) },
    'error g.yaml:1:1 yaml-too-deep',
  ),
  toCase('an empty file', { ...quiet, 'g.yaml': '' }, 'error g.yaml:1:1 empty-file'),
  toCase('a file of comments', { ...quiet, 'g.yaml': '# later\n' }, 'error g.yaml:1:1 empty-file'),
  toCase('a list instead of a map', { ...quiet, 'g.yaml': '- ana\n' }, 'error g.yaml:1:1 wrong-value'),
  toCase('one word', { ...quiet, 'g.yaml': 'hello\n' }, 'error g.yaml:1:1 wrong-value'),
  // keys
  toCase('an unknown key', { ...quiet, ...group('topics: x') }, 'error g.yaml:2:1 unknown-key'),
  toCase('photo without a value', { ...quiet, ...group('photo:') }, 'error g.yaml:2:1 no-value'),
  toCase('an empty photo', { ...quiet, ...group('photo: ""') }, 'error g.yaml:2:8 wrong-value'),
  toCase('a photo that is no text', { ...quiet, ...group('photo: false') }, 'error g.yaml:2:8 wrong-value'),
  toCase('an absolute photo', { ...quiet, ...group('photo: /etc/a.jpg') }, 'error g.yaml:2:8 wrong-value'),
  toCase('a photo on a drive', { ...quiet, ...group('photo: "C:a.jpg"') }, 'error g.yaml:2:8 wrong-value'),
  toCase(
    'a photo somewhere else',
    { ...quiet, ...group('photo: https://example.org/a.jpg') },
    'error g.yaml:2:8 wrong-value',
  ),
  toCase(
    'a photo with backslashes',
    { ...quiet, ...group('photo: photos\\a.jpg') },
    'error g.yaml:2:8 wrong-value',
  ),
  toCase('picture for photo', { ...quiet, ...group('picture: a.jpg') }, 'error g.yaml:2:1 unknown-key'),
  toCase(
    'a key of all objects',
    { ...quiet, ...group('__proto__: { announce: true }', 'constructor: x') },
    'error g.yaml:2:1 unknown-key',
    'error g.yaml:3:1 unknown-key',
  ),
  toCase('a merge key', { ...quiet, ...group('<<: { topic: x }') }, 'error g.yaml:2:1 unknown-key'),
  toCase('no value', { ...quiet, ...group('members:') }, 'error g.yaml:2:1 no-value'),
  toCase('null', { ...quiet, ...group('topic: ~') }, 'error g.yaml:2:1 no-value'),
  // values of groups
  toCase('an empty name', { ...quiet, 'g.yaml': 'name: "  "\n' }, 'error g.yaml:1:7 wrong-value'),
  toCase('a name of two lines', { ...quiet, 'g.yaml': 'name: "a\\nb"\n' }, 'error g.yaml:1:7 wrong-value'),
  toCase(
    'a name of 101 characters',
    { ...quiet, 'g.yaml': `name: ${'a'.repeat(101)}\n` },
    'error g.yaml:1:7 wrong-value',
  ),
  toCase(
    'a name of 100 characters',
    { ...quiet, 'g.yaml': `name: ${'a'.repeat(100)}\n` },
    'warning g.yaml:1:7 long-name',
  ),
  toCase(
    'a name of 26 bytes',
    { ...quiet, 'g.yaml': `name: ${'é'.repeat(13)}\n` },
    'warning g.yaml:1:7 long-name',
  ),
  toCase('a name of 25 bytes', { ...quiet, 'g.yaml': `name: ${'é'.repeat(12)}a\n` }),
  toCase(
    'a topic of 2,049 characters',
    { ...quiet, ...group(`topic: ${'a'.repeat(2049)}`) },
    'error g.yaml:2:8 wrong-value',
  ),
  toCase('a topic of 2,048 characters', { ...quiet, ...group(`topic: ${'a'.repeat(2048)}`) }),
  toCase('yes for a boolean', { ...quiet, ...group('announce: yes') }, 'error g.yaml:2:11 wrong-value'),
  toCase('another time', { ...quiet, ...group('disappearing: 1h') }, 'error g.yaml:2:15 wrong-value'),
  toCase('another mode', { ...quiet, ...group('manage: strict') }, 'error g.yaml:2:9 wrong-value'),
  toCase(
    'another mode for one list',
    { ...quiet, ...group('manage: { admins: strict }') },
    'error g.yaml:2:19 wrong-value',
  ),
  toCase('members that are no list', { ...quiet, ...group('members: ana') }, 'error g.yaml:2:10 wrong-value'),
  toCase(
    'an id without its server',
    { ...quiet, ...group('id: "120363025982934543"') },
    'error g.yaml:2:5 wrong-value',
  ),
  toCase('an unquoted id', { ...quiet, ...group('id: 120363025982934543') }, 'error g.yaml:2:5 wrong-value'),
  toCase('a new group without a name', { ...quiet, 'g.yaml': 'topic: x\n' }, 'error g.yaml:1:1 no-name'),
];
