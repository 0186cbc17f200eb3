import { assert as check, asyncProperty, boolean, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInTurns } from '../../../src/config/parse.ts';
import { resolveOrganisation } from '../../../src/config/resolve.ts';
import { forgetPerson } from '../../../src/config/rewrite/forget-person.ts';
import type { Leaving } from '../../../src/config/rewrite/forget-person.ts';
import { readAgain } from '../../../src/config/rewrite/read-again.ts';
import { tellMeaning } from '../../../src/config/rewrite/tell-meaning.ts';
import { withoutPerson } from '../../../src/config/rewrite/without-person.ts';
import type { Source, Sources } from '../../../src/config/sources.ts';
import { key, noon } from '../../support/choir.ts';
import { arbitraryFile } from '../edit/list-files.ts';

function toSources(files: Readonly<Record<string, string>>): Sources {
  const all = Object.entries(files).map(([path, text]): Source => ({ path, file: `groups/${path}`, text }));
  return { root: 'groups', files: all, diagnostics: [] };
}

const leaving: Leaving = {
  isThem: (target) =>
    target.kind === 'phone'
      ? target.phone === '447700900002'
      : target.kind === 'handle' && target.name === 'ana',
  handles: new Set(['ana']),
  spans: [],
};

const words = [
  'ana',
  '"+447700900002"',
  '{ person: ana }',
  '{ person: "+44 7700 900005", until: 2027-01-01 }',
  'budi',
  '"+44 7700 900004"',
  'lid:330631678702157',
  'team:altos',
  '{ team: tenors, except: [ana, "+44 7700 900003"] }',
];
const policy = 'account: "+447700900001"\ntimezone: Europe/London\nmanage: exact\n';
const people =
  'people:\n  ana: "+44 7700 900002"\n  budi: "+44 7700 900003"\nteams:\n  altos: [ana, budi]\n  tenors: ["+447700900004", ana, budi]\n';

/** Lines that hold nobody of the lists of words. */
const findOtherLines = (text = '') =>
  text.split('\n').filter((line) => /^\s*#|name|topic|first|second/i.test(line));

describe('forgetting', () => {
  test('leaves everything as it is but for them, in files of all styles', async () => {
    let proved = 0;
    const files = record({ a: arbitraryFile(words), b: arbitraryFile(words), isFlow: boolean() });
    await check(
      asyncProperty(files, async ({ a, b, isFlow }) => {
        const own = isFlow
          ? 'people: { ana: "+44 7700 900002", budi: "+44 7700 900003" }\nteams: { altos: [ ana, budi ], tenors: [ana, budi, "+447700900004"] }\n'
          : people;
        const sources = toSources({
          '_people.yaml': own,
          '_policy.yaml': policy,
          'a.yaml': `id: 120363000000000001@g.us\n${a}`,
          'b.yaml': `id: 120363000000000002@g.us\n${b}`,
        });
        const before = resolveOrganisation(await parseInTurns(sources), noon);
        if (before.kind === 'mistakes') return;
        proved += 1;
        const { rewritten } = forgetPerson(sources, leaving);
        const after = await readAgain(sources, rewritten, noon);
        const organisation = withoutPerson(before.organisation, { key: key(2), lids: new Set() });
        expect(tellMeaning(after)).toBe(tellMeaning({ kind: 'organisation', organisation }));
        for (const { source, text } of rewritten)
          expect(findOtherLines(text)).toEqual(findOtherLines(source.text));
        const [last] = rewritten.slice(-1);
        expect(last?.source.path).toBe('_people.yaml');
      }),
      { numRuns: 80 },
    );
    expect(proved).toBeGreaterThan(30);
  });

  test.each([
    ['people:\n  ana: "+44 7700 900002"\n', 'people: {}\n'],
    ['people: { ana: "+44 7700 900002" }\n', 'people: {}\n'],
    [
      '# who\npeople: # all\n  # hers\n  ana:\n    phone: "+44 7700 900002" # own\n    # old\n    name: A\n',
      '# who\npeople: {} # all\n  # hers\n',
    ],
    [
      'people:\n  ana: "+44 7700 900002" # flat 12\n  # next\n  budi: "+44 7700 900003"\n',
      'people:\n  # next\n  budi: "+44 7700 900003"\n',
    ],
  ])('%j becomes %j', (text, wanted) => {
    const { rewritten } = forgetPerson(toSources({ '_people.yaml': text }), leaving);
    expect(rewritten).toMatchObject([{ text: wanted }]);
  });

  test('lists without anybody left are named, those of exceptions are not', () => {
    const text = 'members: [ana]\nadmins: [{ team: altos, except: [ana] }]\n';
    const { emptied, entries } = forgetPerson(toSources({ 'a.yaml': text }), leaving);
    expect([emptied.map(({ name }) => name), entries]).toEqual([['members'], 2]);
  });

  test.each([
    ['name,phone\r\nAna,1\r\nBudi,2\r\n', 'name,phone\r\nBudi,2\r\n'],
    ['name,phone\nBudi,2\nAna,"1\n2"', 'name,phone\nBudi,2\n'],
    ['\n\nname;phone\n\nAna;1\n\nBudi;2', '\n\nname;phone\n\n\nBudi;2'],
    ['name\tphone\rAna\t1\rBudi\t2\r', 'name\tphone\rBudi\t2\r'],
  ])('of the spreadsheet %j the row goes: %j', (text, wanted) => {
    const rows = text.split(/\r\n|\n|\r/);
    const row = rows.findIndex((line) => line.startsWith('Ana')) + 1;
    const span = {
      file: 'groups/_people/a.csv',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      cell: { row, column: 1 },
    };
    const { rewritten } = forgetPerson(toSources({ '_people/a.csv': text }), { ...leaving, spans: [span] });
    expect(rewritten.map((each) => each.text)).toEqual([wanted]);
  });
});

/** Whoever is in a group by the files as they are, by group; undefined where they have mistakes. */
async function findPlaces(texts: Readonly<Record<string, string>>): Promise<string[] | undefined> {
  const found = resolveOrganisation(await parseInTurns(toSources(texts)), noon);
  if (found.kind === 'mistakes') return undefined;
  return found.organisation.groups.filter(({ people: all }) => all.has(key(2))).map(({ file }) => file);
}

function toGroup(entry: string): string {
  return `id: 120363000000000001@g.us\nname: A\nmembers: [budi, ${entry}]\n`;
}

describe('forgetting that ends half way', () => {
  test.each([
    ['a team among the people', { '_people.yaml': people }],
    [
      'a team elsewhere',
      {
        '_people.yaml': people.replace(/teams:[^]*/, ''),
        '_people/z.yaml': 'teams: { altos: [ana, budi] }\n',
      },
    ],
    [
      'a team of a spreadsheet',
      {
        '_people.yaml': 'people: { budi: "+44 7700 900003" }\n',
        '_people/z.csv': 'name,phone,teams\nAna,+44 7700 900002,altos\nCitra,+44 7700 900004,altos\n',
      },
    ],
    [
      'a team that another one excepts',
      {
        '_people.yaml': people.replace(/teams:[^]*/, 'teams: { on: [team:duty], duty: [ana] }\n'),
        '_people/z.yaml': 'teams: { altos: [ana, budi] }\n',
        'a.yaml': toGroup('{ team: altos, except: [team:on] }'),
      },
    ],
  ])('puts them into no list that had them excepted: %s', async (_, own) => {
    const texts: Record<string, string> = {
      '_policy.yaml': policy,
      'a.yaml': toGroup('{ team: altos, except: [ana] }'),
      ...own,
    };
    const sources = toSources(texts);
    expect(await findPlaces(texts)).toEqual([]);
    const span = resolveSpan(await parseInTurns(sources));
    const { steps, rewritten } = forgetPerson(sources, { ...leaving, spans: span ? [span] : [] });
    for (const { source, text } of steps) {
      expect(source.text).toBe(texts[source.path]);
      texts[source.path] = text;
      expect((await findPlaces(texts)) ?? []).toEqual([]);
    }
    expect(await findPlaces(texts)).toEqual([]);
    for (const { source, text } of rewritten) expect(texts[source.path]).toBe(text);
  });
});

function resolveSpan({ people: { people: all } }: Awaited<ReturnType<typeof parseInTurns>>) {
  return all.get('ana')?.span;
}
