import { expect, test } from 'vitest';
import { findAllNamed, findEntries } from '../../../src/config/all-entries.ts';
import { parseInTurns } from '../../../src/config/parse.ts';
import { findPlainPlaces } from '../../../src/config/sealed/plain-places.ts';
import { sealFor } from '../../support/sealing.ts';

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
