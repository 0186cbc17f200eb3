import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { parseReport } from '../../src/notifying/parse-report.ts';

const least = { formatVersion: '1.0', kind: 'plan', groups: [] };
const parse = (value: unknown) => parseReport(JSON.stringify(value), 'report.json');

test('a report of an older version has defaults for what it does not say', () => {
  expect(parse({ ...least, groups: [{ file: 'a.yaml', name: 'A' }] })).toMatchObject({
    kind: 'plan',
    sandbox: false,
    groups: [{ file: 'a.yaml', changes: [], leftAlone: [] }],
    toCreate: [],
  });
});

test('one of a later minor version may say more', () => {
  expect(parse({ ...least, formatVersion: '1.99', news: 1 })).toMatchObject({ kind: 'plan' });
});

test.each([
  ['{"formatVersion":"1.4","kind":"pl', /not JSON, or it was cut/],
  ['', /not JSON/],
  ['[]', /no report of Rollcall/],
  ['"1"', /no report of Rollcall/],
  ['{"formatVersion":"2.0","kind":"plan"}', /format 2\.0, and this version of Rollcall reads 1\.x/],
  ['{"formatVersion":"1.4","kind":"files","groups":[]}', /damaged: kind/],
  ['{"formatVersion":"1.4","kind":"plan"}', /damaged: groups/],
  ['{"formatVersion":"1.4","kind":"plan","groups":[{"changes":{}}]}', /damaged: groups\.0\.changes/],
  [`{"formatVersion":"1.4","kind":"plan","groups":[{"name":"${'x'.repeat(10_001)}"}]}`, /groups\.0\.name/],
])('%j is told', (text, why) => {
  expect(() => parseReport(text, 'report.json')).toThrow(why);
  expect(() => parseReport(text, 'report.json')).toThrow(UsageError);
});

/** What a text comes to: a report, or the error that says so. */
function tryToParse(text: string): unknown {
  try {
    return parseReport(text, 'report.json');
  } catch (error) {
    return error;
  }
}

test('whatever it is, it is a report or an error that says so', () => {
  const group = fc.jsonValue().map((value) => JSON.stringify({ ...least, groups: [value] }));
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string(), group), (text) => {
      const parsed = tryToParse(text);
      expect(parsed instanceof UsageError || !(parsed instanceof Error)).toBe(true);
    }),
  );
});

test('depth is no trouble', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const text = `{"formatVersion":"1.4","kind":"plan","groups":[],"more":${deep}}`;
  expect(parseReport(text, 'report.json')).toMatchObject({ groups: [] });
});
