import { expect, test } from 'vitest';
import { addPeople } from '../../../src/config/edit/add-people.ts';
import { readMap } from '../../../src/config/edit/read-map.ts';

const ana = { key: 'ana', value: '"+44 7700 900002"' };
const budi = { key: 'budi', value: '"+44 7700 900003"', comment: '  # called so' };

test('a new file has lines', () => {
  expect(addPeople(undefined, [ana, budi])).toBe(
    'people:\n  ana: "+44 7700 900002"\n  budi: "+44 7700 900003"  # called so\n',
  );
});

test.each([
  [
    'people:\n    zoe: "+44 7700 900004" # z\n# end\n',
    'people:\n    zoe: "+44 7700 900004" # z\n    ana: "+44 7700 900002"\n# end\n',
  ],
  ['people: { zoe: "+44 7700 900004" }', 'people: { zoe: "+44 7700 900004", ana: "+44 7700 900002" }'],
  ['teams:\n  altos: []\n', 'people:\n  ana: "+44 7700 900002"\nteams:\n  altos: []\n'],
  ['{ teams: {} }', '{ people: { ana: "+44 7700 900002" }, teams: {} }'],
])('what is in %j stays as it is', (text, expected) => {
  expect(addPeople({ text, root: readMap(text) }, [ana])).toBe(expected);
});
