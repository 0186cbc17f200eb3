import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInTurns } from '../../../src/config/parse.ts';
import { resolveOrganisation } from '../../../src/config/resolve.ts';
import { openSealed } from '../../../src/config/sealed/open-sealed.ts';
import { makeNodeSuite } from '../../../src/sealing/node-suite.ts';
import { createOpener } from '../../../src/sealing/open-number.ts';
import { formatSealed, parseSealed, toHandleTag } from '../../../src/sealing/sealed-number.ts';
import type { SealedNumber } from '../../../src/sealing/sealed-number.ts';
import { sealFor, sealLine, testKey, toTestKey } from '../../support/sealing.ts';
import { noon, toMark, toSources } from '../files.ts';

const open = createOpener(makeNodeSuite(), [testKey]);
const policy = `account: "+44 7700 900001"\ncountry: GB\n${sealLine}\n`;

/** What people come to whose numbers were opened. */
async function read(people: string, list = '[ana, ben]', country = 'GB') {
  const sources = toSources({
    '_policy.yaml': policy.replace('GB', country),
    '_people.yaml': `people:\n${people}`,
    'g.yaml': `name: G\nmembers: ${list}\n`,
  });
  const parsed = await openSealed(await parseInTurns(sources), open);
  return { parsed, resolution: resolveOrganisation(parsed, noon) };
}

async function findMarks(people: string, list?: string) {
  const { resolution } = await read(people, list);
  if (resolution.kind === 'organisation') return [];
  const errors = resolution.diagnostics.filter(({ severity }) => severity === 'error');
  return errors.map((each) => `${each.span ? toMark(each) : each.code}: ${each.detail}`);
}

const [ana, ben] = await Promise.all([sealFor('ana', '+447700900002'), sealFor('ben', '07700 900003')]);

test('an opened number is one like any other, known to be sealed', async () => {
  const { resolution } = await read(`  ana: ${ana}\n  ben: { phone: ${ben}, name: Ben }\n`);
  if (resolution.kind === 'mistakes') throw new Error('has mistakes');
  const { people, groups, unopened } = resolution.organisation;
  const expected = [
    { key: '447700900002', phone: '447700900002', handle: 'ana', isSealed: true },
    { key: '447700900003', phone: '447700900003', handle: 'ben', name: 'Ben', isSealed: true },
  ];
  expect([...people.values()]).toEqual(expected);
  expect([...(groups[0]?.people.values() ?? [])]).toMatchObject(expected);
  expect(unopened).toBeUndefined();
});

test('whoever reads the same texts again knows the numbers, and takes none from another handle', async () => {
  const { parsed } = await read(`  ana: ${ana}\n  ben: ${ben}\n`);
  const again = await parseInTurns(parsed.sources);
  expect([...again.people.people.values()].map(({ phone }) => phone)).toEqual([
    '447700900002',
    '447700900003',
  ]);
  const files = parsed.sources.files.map((file) => ({ ...file, text: file.text.replace('ben:', 'bea:') }));
  const moved = await parseInTurns({ ...parsed.sources, files });
  expect(moved.people.people.get('bea')?.phone).toBeUndefined();
});

test('without a key they are told apart, counted, and no numbers', async () => {
  const sources = toSources({
    '_policy.yaml': policy,
    '_people.yaml': `people:\n  ana: ${ana}\n  ben: ${ben}\n`,
    'g.yaml': 'name: G\nmembers: [ana, ben, ana]\nadmins: [ben]\n',
  });
  const resolution = resolveOrganisation(await parseInTurns(sources), noon);
  if (resolution.kind === 'mistakes') throw new Error('has mistakes');
  expect(resolution.organisation.unopened).toBe(2);
  expect(resolution.organisation.groups[0]?.people.size).toBe(2);
  expect(resolution.organisation.warnings.map(({ code }) => code)).toEqual(['listed-twice']);
});

test.each([
  ['12345', 'bad-phone'],
  ['0044 7700 900002', undefined],
  ['+44 7700 9000021', 'bad-phone'],
  ['+44 07700 900002', undefined],
])('a number within is judged like one in plain text, without its digits: %s', async (text, code) => {
  const marks = await findMarks(`  ana: ${await sealFor('ana', text)}\n  ben: ${ben}\n`);
  expect(marks.map((mark) => mark.replace(/:.*/s, ''))).toEqual(
    code === undefined ? [] : ['error _people.yaml'],
  );
  expect(marks.join()).toContain(code ?? '');
  expect(marks.join().replace(/_people\.yaml:\d+:\d+|\+44 …/g, '')).not.toMatch(/\d/);
});

test('two of one person are said once, without naming whose', async () => {
  const lines = await Promise.all(
    ['ana', 'ben', 'cy'].map(async (handle) => `  ${handle}: ${await sealFor(handle, '+447700900002')}\n`),
  );
  const marks = await findMarks(lines.join(''), '[ana, ben, cy]');
  expect(marks).toHaveLength(1);
  expect(marks[0]).toContain(
    'duplicate-phone: Two of the numbers that are sealed or kept elsewhere are one and the same',
  );
  expect(marks[0]).not.toMatch(/`(?:ana|ben|cy)`/);
});

test('nor are two spellings of one person', async () => {
  const [one, other] = [await sealFor('ana', '+5520987654321'), await sealFor('ben', '+552087654321')];
  const marks = await findMarks(`  ana: ${one}\n  ben: ${other}\n`);
  expect(marks.map((mark) => mark.replace(/:.*/s, ''))).toEqual(['duplicate-phone']);
});

test('a line that lies about where it belongs is damaged: its place is told', async () => {
  const sealed = parseSealed(ben) as SealedNumber;
  const lying = formatSealed({ ...sealed, handle: toHandleTag('ana') });
  expect((await findMarks(`  ana: ${lying}\n  ben: ${ben}\n`))[0]).toContain(
    'error _people.yaml:2:8 bad-seal: This sealed number does not open',
  );
});

test('a line that is copied, cut or changed anywhere does not open, and the error names its place', async () => {
  const foreign = await sealFor('ana', '+447700900002', toTestKey(2));
  const change = fc.oneof(
    fc.constantFrom(ben, foreign),
    fc.nat(ana.length - 1).map((at) => ana.slice(0, at) + ana.slice(at + 1)),
    fc
      .tuple(fc.integer({ min: 7, max: ana.length - 1 }), fc.integer({ min: 1, max: 25 }))
      .map(([at, step]) => {
        const letter = String.fromCharCode(97 + ((ana.charCodeAt(at) - 97 + step) % 26));
        return ana.slice(0, at) + letter + ana.slice(at + 1);
      }),
  );
  await fc.assert(
    fc.asyncProperty(change, async (line) => {
      const marks = await findMarks(`  ana: ${line}\n  ben: ${ben}\n`);
      expect(marks).toHaveLength(1);
      expect(marks[0]).toMatch(/^error _people\.yaml:2:8 (?:bad-seal|bad-phone)/);
    }),
    { numRuns: 60 },
  );
});

test.each(['GB', 'BR', 'IT', 'MX'])(
  'what is said of a whole number is the same in a policy of %s',
  async (country) => {
    // Not in use as it stands, and in some countries a number of theirs without its +.
    const { resolution } = await read(`  ana: ${await sealFor('ana', '+3531234567')}\n`, '[ana]', country);
    expect(resolution.kind).toBe('organisation');
  },
);
