import { expect, test } from 'vitest';
import { languages } from '../../../../src/domain/organisation.ts';
import { renderFates, renderWhatIsLeft } from '../../../../src/render/terminal/person/forget-text.ts';
import { escapeTerminal as safe } from '../../../../src/safe/escape.ts';
import { loadWords } from '../../../../src/words/load-words.ts';

const plain = { colour: false, ascii: false, width: 400 };

const files = (name: string) => [safe(name)];

test('what comes of it, what takes away first', async () => {
  const view = { leaves: files('a'), demoted: files('b'), stays: files('c'), emptied: files('d') };
  const text = renderFates(view, [{ name: 'admins', file: 'e\u001b.yaml' }], await loadWords('en'), plain);
  expect(text.split('\n').map((line) => line.slice(0, 30))).toEqual([
    'Merging this REMOVES them from',
    'NOBODY is left in the group of',
    'EMPTY NOW: admins in e\\u{1b}.y',
    'Merging this ends their being ',
    'They stay in the groups of the',
    '',
  ]);
  const nothing = { leaves: [], demoted: [], stays: [], emptied: [] };
  expect(renderFates(nothing, [], await loadWords('en'), plain)).toBe('');
});

test('places are cut, numbers in names of files masked, and what still holds somebody is said', async () => {
  const places = Array.from({ length: 25 }, (_, index) => ({ file: '+447700900002.yaml', line: index + 1 }));
  const text = renderWhatIsLeft({ places, sheets: ['a.csv'] }, await loadWords('en'), plain);
  expect(text).toContain('.yaml:20 and 5 more');
  expect(text).toContain('a.csv is a spreadsheet');
  expect(text).toContain('git filter-repo');
  expect(text).not.toContain('7700');
});

test.each(languages)('in %s, on a narrow terminal', async (language) => {
  const narrow = { colour: false, ascii: true, width: 40 };
  const text = renderWhatIsLeft({ places: [], sheets: [] }, await loadWords(language), narrow);
  expect(text).toContain('GOWA');
  expect(text.split('\n').filter((line) => line.length > 40 && !line.startsWith('  git'))).toEqual([]);
});

test('of somebody whose number was sealed it is said who opens what history holds', async () => {
  const left = { places: [], sheets: [], isSealed: true };
  expect(renderWhatIsLeft(left, await loadWords('en'), plain)).toContain(
    'whoever has the private key of that time opens it',
  );
  expect(renderWhatIsLeft({ ...left, isSealed: false }, await loadWords('en'), plain)).not.toContain(
    'private key',
  );
});
