import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/config/edit/edits.ts';
import { parseInTurns } from '../../../src/config/parse.ts';
import { findNumberPlaces } from '../../../src/config/rewrite/number-places.ts';

const policy = 'account: "+44 7700 900001"\n';

async function find(path: string, text: string) {
  const files = [
    { path: '_policy.yaml', file: '_policy.yaml', text: policy },
    { path, file: path, text },
  ];
  const { sources, people } = await parseInTurns({ root: '.', files, diagnostics: [] });
  return findNumberPlaces(sources, people.people.values());
}

/** The text with these numbers in the places of those that were there. */
async function put(path: string, text: string, numbers: Readonly<Record<string, string>>) {
  const places = await find(path, text);
  const edits = Object.entries(numbers).flatMap(([handle, number]) => places.get(handle)?.put(number) ?? []);
  return applyEdits(text, edits);
}

test('many in one file, each in its own place, sealed ones without quotes', async () => {
  const text = 'people: # all\n  ana: "+44 7700 900002" # a\n  budi: { phone: "+44 7700 900003" }\n';
  expect(await put('_people.yaml', text, { ana: 'sealed:abc', budi: '+44 7700 900004' })).toBe(
    text.replace('"+44 7700 900002"', 'sealed:abc').replace('900003', '900004'),
  );
  const lines = 'people:\n  ana: sealed:abc\n  budi:\n    phone: |- # b\n      +44 7700 900003\n';
  expect(await put('_people.yaml', lines, { ana: '+44 7700 900002', budi: 'sealed:abc' })).toBe(
    'people:\n  ana: "+44 7700 900002"\n  budi:\n    phone: sealed:abc # b\n',
  );
});

test('handles are found in whatever encoding their accents are', async () => {
  const text = 'people:\n  zoe\u0308: "+44 7700 900002"\n';
  expect(await put('_people.yaml', text, { 'zo\u00eb': 'sealed:abc' })).toBe(
    'people:\n  zoe\u0308: sealed:abc\n',
  );
});

test('cells of a spreadsheet, where the row has one', async () => {
  const text =
    'sep=;\r\n"phone";"name"\r\n+44 7700 900002;"Ana; the first"\r\n;Budi\r\n\r\n+44 7700 900004;Citra';
  expect(await put('_people/5b.csv', text, { 'ana-the-first': 'sealed:abc', citra: 'sealed:def' })).toBe(
    text.replace('+44 7700 900002', 'sealed:abc').replace('+44 7700 900004', 'sealed:def'),
  );
  expect((await find('_people/5b.csv', 'name,phone\nAna\n')).has('ana')).toBe(false);
});
