import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addId } from '../../../src/config/edit/add-id.ts';
import { findMap } from '../../../src/config/edit/read-map.ts';

const id = '120363000000000077@g.us';
const line = `id: ${id}\n`;

describe('the id', () => {
  test.each([
    ['is the first line', 'name: Altos\n', `${line}name: Altos\n`],
    [
      'stands above comments and blank lines, which belong to the keys below them',
      '# Sopranos\n\nname: Sopranos # as we say\n',
      `${line}# Sopranos\n\nname: Sopranos # as we say\n`,
    ],
    [
      'stays below the line that names the schema',
      '# yaml-language-server: $schema=x.json\n# ours\nname: Altos\n',
      `# yaml-language-server: $schema=x.json\n${line}# ours\nname: Altos\n`,
    ],
    [
      'stays below the mark that begins a document',
      '# a\n---\n# b\nname: x\n',
      `# a\n---\n${line}# b\nname: x\n`,
    ],
    ['stays below directions', '%YAML 1.2\n---\nname: x\n', `%YAML 1.2\n---\n${line}name: x\n`],
    ['is indented as the keys are', '  name: x\n  members: []\n', `  ${line}  name: x\n  members: []\n`],
    ['ends its line as others do', 'name: x\r\ntopic: y\r\n', `id: ${id}\r\nname: x\r\ntopic: y\r\n`],
    ['stands first in braces', '{ name: x }\n', `{ id: ${id}, name: x }\n`],
    ['stands first in braces of many lines', '{\n  "name": "x"\n}', `{\n  id: ${id}, "name": "x"\n}`],
    ['stands alone in empty braces', '{}', `{ id: ${id} }`],
    ['needs no line end', 'name: x', `${line}name: x`],
  ])('%s', (_, before, after) => {
    expect(addId(before, id)).toBe(after);
  });

  test.each([
    ['there is one', 'name: x\nid: 120363000000000001@g.us\n'],
    ['its place is empty', 'id:\nname: x\n'],
    ['it is a list', '- ana\n'],
    ['it is nothing', '# nothing\n'],
    ['it is a half-done merge', '<<<<<<< HEAD\nname: x\n=======\nname: y\n>>>>>>> other\n'],
    ['it has an alias', 'name: &n x\ntopic: *n\n'],
  ])('is not put in where %s', (_, text) => {
    expect(addId(text, id)).toBeUndefined();
  });

  test('changes nothing else of any file, and reads back', () => {
    const lines = fc.constantFrom(
      '# note',
      '',
      '  # further in',
      '---',
      'name: x',
      'topic: "---"',
      'members: []',
    );
    fc.assert(
      fc.property(fc.array(lines), fc.constantFrom('\n', '\r\n'), (parts, newline) => {
        const text = parts.join(newline);
        const edited = addId(text, id);
        const before = findMap(text);
        if (!before) return edited === undefined;
        const after = findMap(edited ?? '');
        expect(edited?.split(/\r?\n/).filter((part) => part !== line.trim())).toEqual(text.split(/\r?\n/));
        expect(after?.pairs.map(({ key }) => key)).toEqual(['id', ...before.pairs.map(({ key }) => key)]);
        return true;
      }),
    );
  });
});
