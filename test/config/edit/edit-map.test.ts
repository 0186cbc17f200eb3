import { describe, expect, test } from 'vitest';
import { removePair, setPair } from '../../../src/config/edit/edit-map.ts';
import { applyEdits } from '../../../src/config/edit/edits.ts';
import { read } from './meaning.ts';

describe('maps', () => {
  const order = ['id', 'name', 'topic', 'announce', 'members', 'admins'];
  test.each<[string, string, readonly [string, ...string[]], string]>([
    ['name: A # club\n', 'name', ['B'], 'name: B # club\n'],
    ['# top\nname: A\n', 'id', ['1@g.us'], '# top\nid: 1@g.us\nname: A\n'],
    ['name: A\nmembers: []\n', 'announce', ['true'], 'name: A\nannounce: true\nmembers: []\n'],
    ['name: A', 'topic', ['|-', '  b'], 'name: A\ntopic: |-\n  b'],
    ['topic: "a" # why\nname: A\n', 'topic', ['|', '  b', '  c'], 'topic: | # why\n  b\n  c\nname: A\n'],
    ['topic: | # why\n  a\n\n  b\n\nname: A\n', 'topic', ['c'], 'topic: c # why\n\nname: A\n'],
    ['{ name: A, members: [] }\n', 'announce', ['true'], '{ name: A, announce: true, members: [] }\n'],
    ['{ name: A }', 'id', ['1'], '{ id: 1, name: A }'],
    ['a: 1\r\nname: A # c\r\n', 'topic', ['|', '  b'], 'a: 1\r\nname: A # c\r\ntopic: |\r\n  b\r\n'],
  ])('%j with `%s` as %j', (text, key, value, wanted) => {
    expect(applyEdits(text, setPair(text, read(text), { key, value }, order))).toBe(wanted);
  });

  test.each([
    ['name: A # club\nid: 1\n', 'id: 1\n'],
    ['name: |\n  a\n  b\nid: 1\n', 'id: 1\n'],
    ['{ name: A, id: 1 }\n', '{ id: 1 }\n'],
    ['{ id: 1, name: A }\n', '{ id: 1 }\n'],
    ['{ name: A }', '{}'],
  ])('%j without a name is %j', (text, wanted) => {
    const root = read(text);
    const pair = root.pairs.find(({ key }) => key === 'name');
    if (!pair) throw new Error('a name');
    expect(applyEdits(text, [removePair(text, root, pair)])).toBe(wanted);
  });
});
