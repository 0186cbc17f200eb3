import { expect, test } from 'vitest';
import { readGoValue, toGoValue } from '../../../src/config/sops/go-value.ts';

/*
 * What Go's YAML makes of plain scalars, and how Go writes values; test/config/sops/decrypt-tree.test.ts has files in which the
 * real sops did both.
 */

test.each([
  ['12', '12'],
  ['+44', '44'],
  ['0x1F', '31'],
  ['0777', '511'],
  ['0o17', '15'],
  ['-0b101', '-5'],
  ['08', '8'],
  ['1_000', '1000'],
  ['9007199254740993', '9007199254740993'],
  ['1.50', '1.5'],
  ['1e21', '1000000000000000000000'],
  ['1e-7', '0.0000001'],
  ['-12.5e1', '-125'],
  ['.5', '0.5'],
  ['.inf', '+Inf'],
  ['-.inf', '-Inf'],
  ['.nan', 'NaN'],
  ['true', 'True'],
  ['False', 'False'],
  ['yes', 'yes'],
  ['2026-12-31', '2026-12-31T00:00:00Z'],
  ['2026-1-2 3:04:05', '2026-01-02T03:04:05Z'],
  ['2026-12-31T10:20:30.50+02:00', '2026-12-31T10:20:30.5+02:00'],
  ['2026-02-30', '2026-02-30'],
  ['1.2.3', '1.2.3'],
  ['-', '-'],
  ['ana', 'ana'],
  ['null', undefined],
  ['~', undefined],
])('%s goes into the MAC as %s', (source, macText) => {
  const node = {
    kind: 'scalar',
    value: source,
    source,
    style: 'plain',
    isCut: false,
    start: 0,
    end: 0,
  } as const;
  const value = macText === undefined ? null : source;
  expect(readGoValue({ ...node, value })?.macText).toBe(macText);
  expect(readGoValue({ ...node, style: 'quoted' })?.macText).toBe(source);
});

test('a number that is too large for Go is none that SOPS wrote', () => {
  const source = '9223372036854775808';
  const node = { kind: 'scalar', value: 1, source, style: 'plain', isCut: false, start: 0, end: 0 } as const;
  expect(readGoValue(node)).toBeUndefined();
  expect(toGoValue({ type: 'int', text: source })).toBeUndefined();
});

test.each([
  ['str', '007', { macText: '007', value: '007', source: '007' }],
  ['bytes', 'ab', { macText: 'ab', value: 'ab', source: 'ab' }],
  ['int', '+0044', { macText: '44', value: 44, source: '44' }],
  ['float', '1.5', { macText: '1.5', value: 1.5, source: '1.5' }],
  ['float', '+Inf', { macText: '+Inf', value: Infinity, source: '+Inf' }],
  ['bool', 'True', { macText: 'True', value: true, source: 'true' }],
  ['bool', 'f', { macText: 'False', value: false, source: 'false' }],
  [
    'time',
    '2026-12-31T00:00:00Z',
    { macText: '2026-12-31T00:00:00Z', value: '2026-12-31', source: '2026-12-31' },
  ],
  ['comment', ' first', 'comment'],
  ['int', '1.5', undefined],
  ['float', 'x', undefined],
  ['bool', 'maybe', undefined],
  ['time', 'today', undefined],
  ['other', 'x', undefined],
])('an encrypted %s `%s`', (type, text, expected) => {
  expect(toGoValue({ type, text })).toEqual(expected);
});
