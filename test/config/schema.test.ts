import { expect, test } from 'vitest';
import {
  allowShape,
  defaultsShape,
  groupShape,
  ofOneGroup,
  paceShape,
  personShape,
  policyShape,
  removalsShape,
} from '../../src/config/schema.ts';
import { groupCapacity } from '../../src/domain/whatsapp-facts.ts';

const shapes = {
  ...removalsShape,
  ...paceShape,
  ...policyShape,
  ...personShape,
  ...groupShape,
  ...allowShape,
};

/** What becomes of a value; undefined where it does not fit. */
const parse = (key: keyof typeof shapes, value: unknown): unknown => shapes[key].safeParse(value).data;

test.each<[keyof typeof shapes, unknown, unknown]>([
  ['id', '120363025982934543@g.us', '120363025982934543@g.us'],
  ['photo', 'none', { kind: 'none' }],
  ['photo', 'a b/é.jpg', { kind: 'file', path: 'a b/é.jpg' }],
  ['removals', groupCapacity, groupCapacity],
  ['lid', 'lid:330631678702157', '330631678702157'],
  ['timezone', 'Asia/Jakarta', 'Asia/Jakarta'],
  ['timezone', 'Asia/Calcutta', 'Asia/Calcutta'],
  ['country', 'BR', 'BR'],
  ['state', '.rollcall/a', '.rollcall/a'],
  ['group', '10%', 10],
  ['group', '100%', 100],
  ['pause', '3s-8s', { min: 3000, max: 8000 }],
  ['reads', '300ms - 1m', { min: 300, max: 60_000 }],
  ['after-add', '1s-1000ms', { min: 1000, max: 1000 }],
  ['lookups', '40/day', 40],
])('%s: %j', (key, value, expected) => {
  expect(parse(key, value)).toEqual(expected);
});

test.each<[keyof typeof shapes, unknown]>([
  ['id', '120363025982934543'],
  ['id', '447700900001@s.whatsapp.net'],
  ['photo', ' '],
  ['photo', '/etc/a.jpg'],
  ['photo', '~/a.jpg'],
  ['photo', 'C:/a.jpg'],
  ['photo', 'https://example.org/a.jpg'],
  ['photo', 'a\\b.jpg'],
  ['photo', 'a\u0007.jpg'],
  ['removals', 0],
  ['removals', groupCapacity + 1],
  ['reason', ' '],
  ['lid', '33063x'],
  ['timezone', '+01:00'],
  ['timezone', 'Europe/Londn'],
  ['country', 'id'],
  ['country', 'XX'],
  ['state', ''],
  ['state', '/tmp'],
  ['state', 'a/../../b'],
  ['state', 'c:a'],
  ['group', '101%'],
  ['group', 10],
  ['floor', -1],
  ['floor', 1.5],
  ['lookups', '40'],
  ['lookups', '40/week'],
  ['pause', '8s-3s'],
  ['pause', '3-8'],
])('%s: %j does not fit', (key, value) => {
  expect(parse(key, value)).toBeUndefined();
});

test('a key of a group is one of its defaults too, or it is said why not', () => {
  const all = [...Object.keys(defaultsShape), ...ofOneGroup.keys()];
  expect(all.toSorted()).toEqual(Object.keys(groupShape).toSorted());
});
