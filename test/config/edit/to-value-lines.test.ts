import { assert as check, constantFrom, property, string, subarray } from 'fast-check';
import { expect, test } from 'vitest';
import { readMap } from '../../../src/config/edit/read-map.ts';
import { toValueLines } from '../../../src/config/edit/to-value-lines.ts';
import { settingShape } from '../../../src/config/setting-forms.ts';
import { byteLength, normaliseText } from '../../../src/domain/text.ts';
import { anyLetter } from '../../support/any-letter.ts';

const place = { indent: '', isFlow: false };

test('whatever somebody calls a group reads back, or is not written', () => {
  const tricky = subarray([...' \t\n#:-\'"[]{},|>&*!?%@`~0aé\u202e\u200b👋'], { minLength: 1 });
  const texts = [string({ unit: anyLetter }), tricky.map((letters) => letters.join(''))] as const;
  check(
    property(constantFrom('name' as const, 'topic' as const), ...texts, (setting, one, other) => {
      for (const text of [one, other]) {
        const value = normaliseText(text);
        const lines = toValueLines(setting, value, place);
        const written = lines && readMap(`${setting}: ${lines.join('\n')}\nid: 1\n`).pairs[0]?.value;
        const readBack =
          written?.kind === 'scalar' ? settingShape[setting].safeParse(written.value).data : value;
        expect(readBack).toBe(value);
      }
    }),
    { numRuns: 40 },
  );
});

test('what no file can hold is not written', () => {
  expect(toValueLines('name', 'é'.repeat(13), place)).toBeUndefined();
  expect(byteLength('é'.repeat(12))).toBe(24);
  expect(toValueLines('name', 'é'.repeat(12), place)).toEqual([`"${'é'.repeat(12)}"`]);
  expect(toValueLines('disappearing', 1234, place)).toBeUndefined();
  expect(toValueLines('topic', 'x'.repeat(2049), place)).toBeUndefined();
});

test.each([
  ['announce', true, ['true']],
  ['disappearing', 0, ['off']],
  ['may-add', 'admins', ['admins']],
  ['may-add', 'unknown', undefined],
  ['community', 'none', ['none']],
  ['community', '120363040000000001@g.us', ['120363040000000001@g.us']],
  ['community', 'none # x', undefined],
  ['topic', 'a\nb', ['|', '    a', '    b']],
  ['topic', ' a\nb', ['" a\\nb"']],
] as const)('%s %j', (setting, value, lines) => {
  expect(toValueLines(setting, value, { indent: '  ', isFlow: false })).toEqual(lines);
});
