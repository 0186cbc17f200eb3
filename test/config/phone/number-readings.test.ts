import { expect, test } from 'vitest';
import { findReadings } from '../../../src/config/phone/number-readings.ts';
import { parseFiles, toSources } from '../files.ts';

test('every number of the files, in their order, with whose it is and where it stands', () => {
  const parsed = parseFiles(
    toSources({
      '_policy.yaml': 'account: "+44 7700 900001"\nprotected: ["+44 7700 900009"]\n',
      '_people.yaml':
        'people:\n  ana: "+447700900002"\n  eko: { lid: "330631678702157" }\nteams:\n  t: [ana, "+44 7700 900008"]\n',
      'g.yaml': 'name: G\nmembers:\n  - "+44 7700 900007"\n  - lid:330631678702157\nadmins: [ana]\n',
    }),
  );
  const readings = findReadings(parsed).map(
    ({ name, phone, span }) => `${phone.slice(-3)} ${name ?? '-'} ${span.file.slice(7)}:${span.line}`,
  );
  expect(readings).toEqual([
    '001 account main _policy.yaml:1',
    '002 ana _people.yaml:2',
    '009 - _policy.yaml:2',
    '008 - _people.yaml:5',
    '007 - g.yaml:3',
  ]);
});
