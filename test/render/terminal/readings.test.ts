import { expect, test } from 'vitest';
import { renderReadings } from '../../../src/render/terminal/readings.ts';

const span = { file: 'groups/_people.yaml', line: 2, column: 3, endLine: 2, endColumn: 9 };

test('a line for each number, in columns, whose it is made safe', () => {
  const text = renderReadings([
    { name: 'ana\u202e', phone: '+44 7700 900002', span },
    { phone: '+1 555 0100', span: { ...span, line: 12 } },
  ]);
  const [one = '', other = ''] = text.split('\n');
  expect(one).not.toContain('\u202e');
  expect(one.indexOf('+44')).toBe(other.indexOf('+1 '));
  expect(one.indexOf('groups/')).toBe(other.indexOf('groups/'));
  expect(other).toContain('–');
  expect(other.endsWith('_people.yaml:12')).toBe(true);
});
