import { expect, test } from 'vitest';
import type { GroupId } from '../../../src/domain/group.ts';
import { parseCreated, toCreatedText } from '../../../src/forge/offer/created.ts';

const tenors = { path: 'groups/tenors.yaml', id: '120363000000000077@g.us' as GroupId, name: 'Tenors\n"::x' };

test('one job reads what another one wrote', () => {
  expect(parseCreated(toCreatedText([tenors]))).toEqual([tenors]);
  expect(toCreatedText([tenors])).not.toContain('\n');
  expect([toCreatedText([]), parseCreated('')]).toEqual(['', []]);
});

test.each(['{}', '[1]', '[{"path":"x","id":"y","name":"z"}]', 'no'])('%s is no such text', (text) => {
  expect(() => parseCreated(text)).toThrow(/invalid|JSON/i);
});

test('more than a variable takes are told in turns', () => {
  const name = '𝒳'.repeat(100);
  const many = Array.from({ length: 500 }, (_, index) => ({ ...tenors, name, path: `groups/${index}.yaml` }));
  const text = toCreatedText(many);
  expect(Buffer.byteLength(text)).toBeLessThan(128 * 1024);
  expect(parseCreated(text)).toEqual(many.slice(0, 100));
});
