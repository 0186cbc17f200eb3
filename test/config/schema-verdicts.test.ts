import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, constantFrom, oneof, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import * as z from 'zod';
import { anyLetter } from '../support/any-letter.ts';
import { toSchemas } from '../support/schemas/schemas.ts';
import { entriesAndNumbersCases } from './cases-entries-and-numbers.ts';
import { peopleAndPolicyCases } from './cases-people-and-policy.ts';
import { peopleFilesCases } from './cases-people-files.ts';
import { yamlAndKeysCases } from './cases-yaml-and-keys.ts';
import { findDiagnostics, toMark, usual } from './files.ts';

const root = join(import.meta.dirname, '..', '..');
const cases = [...yamlAndKeysCases, ...entriesAndNumbersCases, ...peopleAndPolicyCases, ...peopleFilesCases];

/*
 * What an editor would say. Beside `anyOf` and `oneOf`, zod lets unknown keys pass where a schema does not: other than
 * that it judges as the validators of editors do.
 */
const schemas = new Map(
  [...toSchemas()].map(([name, text]) => [
    name,
    z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]),
  ]),
);

/** True where the schema of a file has nothing against it; undefined where it is no YAML that an editor would judge. */
function isAccepted(path: string, text: string): boolean | undefined {
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  const special = /^(?:.*\/)?_(people|policy|defaults)\.yaml$/.exec(path)?.[1];
  const kind = path.startsWith('_people/') ? 'people' : (special ?? 'group');
  return schemas.get(`${kind}.json`)?.safeParse(document.toJS({ mapAsMap: false })).success;
}

const isFile = (path: string) => /(?:^|[\\/])[^.\\/]+\.yaml$/.test(path) && !path.startsWith('.');
const groups = readdirSync(join(root, 'groups'), { recursive: true, encoding: 'utf8' }).filter(isFile);

test.each(groups)('the schema accepts the example: %s', (path) => {
  expect(isAccepted(path, readFileSync(join(root, 'groups', path), 'utf8'))).toBe(true);
});

const pages = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', name))
  .concat('README.md');

/** The pages' blocks of YAML that are files of the groups, or a part of one. */
const blocks = pages
  .flatMap((page) => [...readFileSync(join(root, page), 'utf8').matchAll(/^```yaml\n(.*?)^```/gms)])
  .map(([, text]) => text ?? '')
  .filter((text) => !text.startsWith(' '));

/** Which file a block is: it says so, or its keys do. */
function toPath(text: string): string {
  const said = /^# groups\/(\S+)/.exec(text)?.[1];
  return said ?? (/^(?:timezone|accounts):/m.test(text) ? '_policy.yaml' : 'g.yaml');
}

test('the schemas accept what the pages write', () => {
  expect(blocks.length).toBeGreaterThan(6);
  for (const text of blocks) expect([text, isAccepted(toPath(text), text)]).toEqual([text, true]);
});

test('no schema objects to a file in which validate finds no error', () => {
  let judged = 0;
  for (const { what, files, marks } of cases) {
    for (const [path, text] of Object.entries({ ...usual, ...files })) {
      if (!isFile(path) || marks.some((mark) => mark.startsWith(`error ${path}:`))) continue;
      expect([what, path, isAccepted(path, text)]).toEqual([what, path, true]);
      judged += 1;
    }
  }
  expect(judged).toBeGreaterThan(200);
});

/** Mistakes of form, each of which somebody can see without the other files. */
const ofForm = [
  'an empty name',
  'a name of two lines',
  'an empty photo',
  'an absolute photo',
  'a photo on a drive',
  'a photo somewhere else',
  'a photo with backslashes',
  'an address',
  'a word that is nothing',
  'a LID with letters',
  'a team without a name',
  'a number in words',
  'a handle that looks like a number',
  'a handle with a space',
  'a LID and a number',
  'neither a LID nor a number',
  'allow without an end',
  'allow without a reason',
  'allow without a number',
  'allow of nothing',
  'a state folder elsewhere',
  'a state folder at the root',
];

test.each(ofForm)('a schema objects to %s', (what) => {
  const { files = {}, marks = [] } = cases.find((other) => other.what === what) ?? {};
  const wrong = Object.entries(files).filter(([path]) =>
    marks.some((mark) => mark.startsWith(`error ${path}:`)),
  );
  expect(wrong.map(([path, text]) => isAccepted(path, text))).toEqual([false]);
});

const piece = constantFrom(...'aZ7+ -_./:@~\n\t\\é\u0301\u2028\u200e', '44', '..', 'team:', 'lid:');
const word = oneof(
  array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  constantFrom(
    'ana',
    'team:altos',
    'lid:330631678702157',
    '+44 7700 900009',
    ' budi ',
    '\u202a+44 7700 900009',
    'jose\u0301',
    'анна',
    'team:coração',
    '٠٧٧٠٠ ٩٠٠٩٨٢',
    '＋４４（７７００）９００００９',
    '“+44 7700 900009”',
    '0xx11 96123-4567',
  ),
  string({ unit: anyLetter, maxLength: 6 }),
);

test('whatever stands in the files, no schema objects to what validate lets pass', () => {
  let passed = 0;
  const files = record({ name: word, photo: word, state: word, member: word, handle: word, reason: word });
  assert(
    property(files, constantFrom('name', 'photo', 'state', 'member', 'handle', 'reason'), (values, key) => {
      const [path, text] = toFile(key, JSON.stringify(values[key]));
      const marks = findDiagnostics({ ...usual, [path]: text }).map(toMark);
      if (marks.some((mark) => mark.startsWith('error'))) return;
      passed += 1;
      expect([text, isAccepted(path, text)]).toEqual([text, true]);
    }),
    { numRuns: 1000 },
  );
  expect(passed).toBeGreaterThan(100);
});

function toFile(key: string, value: string): readonly [path: string, text: string] {
  switch (key) {
    case 'state':
      return ['_policy.yaml', `${usual['_policy.yaml']}state: ${value}\n`];
    case 'handle':
      return ['_people.yaml', `${usual['_people.yaml']}  ? ${value}\n  : [ana]\n`];
    case 'member':
      return ['g.yaml', `name: G\nmembers: [${value}]\n`];
    case 'reason':
      return ['g.yaml', `name: G\nallow: { adds: 1, until: 2026-12-31, reason: ${value} }\n`];
    default:
      return ['g.yaml', key === 'name' ? `name: ${value}\n` : `name: G\n${key}: ${value}\n`];
  }
}
