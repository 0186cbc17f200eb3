import { expect, test } from 'vitest';
import { openPeopleFile } from '../../src/files/open-people-file.ts';

const toSource = (path: string, text = 'people: {}\n') => ({ path, file: `groups/${path}`, text });

test('the file at the top is the one that new people go into, with either ending', async () => {
  const others = [toSource('_people/5b.yaml'), toSource('_policy.yaml')];
  expect(await openPeopleFile({ files: others })).toBeUndefined();
  const source = toSource('_people.yml');
  expect(await openPeopleFile({ files: [...others, source] })).toMatchObject({
    path: '_people.yml',
    text: source.text,
    source,
    root: { kind: 'map' },
  });
});
