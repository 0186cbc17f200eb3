import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toAscii } from '../../src/config/people/to-ascii.ts';
import { toRole } from '../../src/config/layout.ts';
import type { GroupId } from '../../src/domain/group.ts';
import { toFileName, toFree } from '../../src/importing/file-name.ts';
import { anyLetter } from '../support/any-letter.ts';
import { altos } from '../support/choir.ts';

describe('the name of a file', () => {
  const id = altos.replace('@g.us', '');
  test.each([
    ['Book Club', 'book-club'],
    ['  Müller & Söhne!  ', 'muller-sohne'],
    ['Café', 'cafe'],
    ['Cafe\u0301', 'cafe'],
    ['王小明', 'wang-xiao-ming'],
    ['5B (2026/27)', '5b-2026-27'],
    ['_people', 'people'],
    ['..', id],
    ['../../etc/passwd', 'etc-passwd'],
    ['a\\b', 'a-b'],
    ['🎶', id],
    ['', id],
    ['con', id],
    ['NUL', id],
    ['com1', id],
    ['console', 'console'],
    ['+44 7700 900199', id],
    ['two\nlines', 'two-lines'],
    ['x'.repeat(300), 'x'.repeat(60)],
  ])('of %j is %s', (name, file) => {
    expect(toFileName(name, altos, toAscii)).toBe(file);
  });

  test('an id of the old kind is made of a number, which no name of a file has', () => {
    expect(toFileName('🎶', '447700900077-1598765432@g.us' as GroupId, toAscii)).toBe('group');
  });

  test('is one name of a group, whatever the group is called', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: anyLetter }), fc.string()), (name) => {
        const file = toFileName(name, altos, toAscii);
        expect(file).toMatch(/^[a-z0-9][a-z0-9-]{0,59}$/);
        expect(toRole(`${file}.yaml`)).toBe('group');
      }),
    );
  });
});

test('a name that is taken gets a number behind it', () => {
  const taken = new Set(['altos', 'altos-2']);
  expect(toFree('altos', (name) => taken.has(name))).toBe('altos-3');
  expect(toFree('bass', (name) => taken.has(name))).toBe('bass');
  expect(toFree('x'.repeat(60), (name) => name.length === 60)).toBe(`${'x'.repeat(54)}-2`);
});
