import { expect, test } from 'vitest';
import { findBareNumbers } from '../../../src/config/rewrite/bare-numbers.ts';

const toSources = (texts: Readonly<Record<string, string>>) => ({
  root: '.',
  files: Object.entries(texts).map(([path, text]) => ({ path, file: path, text })),
  diagnostics: [],
});

test('numbers of every list, in the policy’s country, with the line and the comment that is theirs alone', () => {
  const sources = toSources({
    '_policy.yaml': 'account: "+44 7700 900001"\ncountry: GB\nprotected: ["+44 7700 900002"] # all\n',
    '_people.yaml':
      'people:\n  ana: "+44 7700 900003"\nteams:\n  altos:\n    - 07700900004\n    - "07700 900005" # Eko\n',
    'altos.yaml':
      'members:\n  - ana\n  # above\n  - { person: "+44 7700 900006", until: 2027-01-01 } # Fitri\n  - { team: altos, except: ["+44 7700 900005"] } # not him\n  - lid:330631678702157\n',
  });
  expect(
    findBareNumbers(sources).map(({ source, phone, line, comment }) => [source.path, phone, line, comment]),
  ).toEqual([
    ['_policy.yaml', '447700900002', 3, undefined],
    ['_people.yaml', '447700900005', 6, 'Eko'],
    ['altos.yaml', '447700900006', 4, 'Fitri'],
    ['altos.yaml', '447700900005', 5, undefined],
  ]);
});

test('one person in two spellings has one key', () => {
  const [one, other] = findBareNumbers(
    toSources({ 'altos.yaml': 'members: ["+55 11 98765-4321", "+55 11 8765-4321"]\n' }),
  );
  expect(one?.key).toBe(other?.key);
});
