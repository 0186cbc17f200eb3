import { expect, test } from 'vitest';
import { findAllNamed, findEntries } from '../../../src/config/all-entries.ts';
import { parseInTurns } from '../../../src/config/parse.ts';
import { findPlainPlaces } from '../../../src/config/sealed/plain-places.ts';
import { sealFor } from '../../support/sealing.ts';
import { findDataKey, readSopsFile } from '../../support/sops-files.ts';

test('numbers of people and in lists, with their places; sealed ones and those kept outside are none', async () => {
  const text = `people: { ana: "+44 7700 900002", budi: ${await sealFor('budi', '+447700900003')} }\nteams: { altos: [ana, "+44 7700 900004"] }\n`;
  const parsed = await parseInTurns({
    root: '.',
    files: [
      { path: '_people.yaml', file: '_people.yaml', text },
      { path: '_policy.yaml', file: '_policy.yaml', text: 'account: "+44 7700 900001"\n' },
    ],
    outside: [
      {
        path: 'office.yaml',
        file: 'office.yaml',
        text: 'people: { eko: "+44 7700 900005" }\nteams: { tenors: ["+44 7700 900006"] }\n',
        isOutside: true,
      },
    ],
    diagnostics: [],
  });
  const places = findPlainPlaces(parsed, findAllNamed(findEntries(parsed)));
  expect(places.map(({ handle, span }) => [handle, span.file, span.line])).toEqual([
    ['ana', '_people.yaml', 1],
    [undefined, '_people.yaml', 2],
  ]);
});

test('in a file that SOPS has encrypted, those that its rules leave in plain, in teams too', async () => {
  const text = readSopsFile('people-only.yaml')
    .replace('teams:', '    zed: "+44 7700 900066"\nteams:')
    .replace('        - ana', '        - "+44 7700 900067"')
    .replace('person: budi', 'person: "+44 7700 900068"');
  const source = { path: '_people.yaml', file: '_people.yaml', text, sops: await findDataKey(text) };
  const parsed = await parseInTurns({ root: '.', files: [source], diagnostics: [] });
  const places = findPlainPlaces(parsed, findAllNamed(findEntries(parsed)));
  expect(places.map(({ handle, span }) => [handle, span.line])).toEqual([
    ['zed', 13],
    [undefined, 16],
    [undefined, 17],
  ]);
});
