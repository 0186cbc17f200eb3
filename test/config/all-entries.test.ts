import { expect, test } from 'vitest';
import { findAllNamed, findEntries } from '../../src/config/all-entries.ts';
import { parseFiles, toSources, usual } from './files.ts';

test('the entries of all lists, and whom they name', () => {
  const parsed = parseFiles(
    toSources({
      ...usual,
      '_policy.yaml': 'account: "+44 7700 900001"\nprotected: [ana]\n',
      '_defaults.yaml': 'admins: [budi]\n',
      'g.yaml': 'name: G\nmembers: [{ team: altos, except: ["+44 7700 900009"], also-in: team:altos }]\n',
    }),
  );
  expect(findEntries(parsed)).toHaveLength(5);
  expect(
    findAllNamed(findEntries(parsed)).map(({ target }) => ('name' in target ? target.name : target.kind)),
  ).toEqual(['ana', 'ana', 'budi', 'budi', 'altos', 'phone', 'altos']);
});
