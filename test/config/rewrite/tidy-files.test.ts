import { assert as check, asyncProperty, boolean, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInTurns } from '../../../src/config/parse.ts';
import { resolveOrganisation } from '../../../src/config/resolve.ts';
import { tellMeaning } from '../../../src/config/rewrite/tell-meaning.ts';
import { tidyFiles } from '../../../src/config/rewrite/tidy-files.ts';
import type { Source, Sources } from '../../../src/config/sources.ts';
import { arbitraryFile } from '../edit/list-files.ts';
import { noon } from '../../support/choir.ts';

const policy =
  'account: "+447700900001" # the office\ntimezone: Europe/London\ncountry: GB\nmanage: exact\nprotected: ["+44 7700 900002"]\n';
const people = [
  'people:',
  "  ana: '+447700900002' # hers",
  '  budi: { phone: "07700 900003", name: "B (07700 900003)" }',
  '  no: "+44 7700 900004"',
  '  caio: "+55 20 98765-4321"',
  '  eko: { lid: "330631678702159" }',
  'teams:',
  '  altos: [ana, "+44 7700 900002", budi, "+44 (0)7700 900003"]',
  '  tenors: [team:altos]',
  '',
].join('\n');

function toSources(files: Readonly<Record<string, string>>): Sources {
  const all = Object.entries(files).map(([path, text]): Source => ({ path, file: `groups/${path}`, text }));
  return { root: 'groups', files: all.toSorted((a, b) => (a.path < b.path ? -1 : 1)), diagnostics: [] };
}

/** The files as tidying leaves them, and what they come to before and after. */
async function tidy(files: Readonly<Record<string, string>>) {
  const before = await parseInTurns(toSources(files));
  const texts: Record<string, string> = { ...files };
  const resolution = resolveOrganisation(before, noon);
  const mistakes = resolution.kind === 'mistakes' ? resolution.diagnostics : [];
  const broken = mistakes.flatMap(({ severity, span }) => (severity === 'error' && span ? span.file : []));
  for (const { source, text } of tidyFiles(before, new Set(broken))) texts[source.path] = text;
  const after = resolveOrganisation(await parseInTurns(toSources(texts)), noon);
  return { texts, before: tellMeaning(resolution), after: tellMeaning(after) };
}

const tidyGroup = async (text: string, own = people) =>
  (await tidy({ '_policy.yaml': policy, '_people.yaml': own, 'a.yaml': text })).texts['a.yaml'];

const words = [
  'ana',
  '{ person: ana }',
  '"+447700900002"',
  "'+44 7700 900002'",
  '+447700900002',
  '{ person: "07700 900002" }',
  '{ person: "+447700900002", by: invite }',
  '{ person: ana, until: 2027-01-01 }',
  'budi',
  '"07700-900003"',
  '"+44 7700 900004"',
  '"+55 20 8765 4321"',
  '"(07700) 900099"',
  '{ until: 2027-01-01, person: "+44.7700.900099" }',
  'lid:330631678702157',
  'lid:330631678702159',
  'eko',
  'team:altos',
  '{ team: altos, except: [ana, "+447700900002"] }',
  '{ team: altos, except: ["+44 7700 900002"] }',
  '{ team: altos, except: [ana] }',
  '{ person: ana, from: 2026-12-01, until: 2027-01-01 }',
];

/** Lines that hold neither a number nor whoever stands in the lists of words: nobody has a reason to touch them. */
function findOtherLines(text = ''): string[] {
  return text
    .split('\n')
    .filter((line) => !/\d{4}|ana|budi|eko|\bno\b|team:|lid:|#/.test(line) && line.trim() !== '');
}

describe('tidying', () => {
  test('changes no meaning in files of all styles, touches no other line, and is done at once', async () => {
    const files = record({
      a: arbitraryFile(words),
      b: arbitraryFile(words),
      isWindows: boolean(),
    });
    await check(
      asyncProperty(files, async ({ a, b, isWindows }) => {
        const own = isWindows ? people.replaceAll('\n', '\r\n') : people;
        const [first, second] = ['1', '2'].map((id) => `id: 12036300000000000${id}@g.us`);
        const all = {
          '_policy.yaml': policy,
          '_people.yaml': own,
          'a.yaml': `${first}\n${a}`,
          'b.yaml': `${second}\n${b}`,
        };
        const { texts, before, after } = await tidy(all);
        expect(after).toBe(before);
        expect((await tidy(texts)).texts).toEqual(texts);
        for (const [path, text] of Object.entries(all)) {
          expect(findOtherLines(texts[path])).toEqual(findOtherLines(text));
          expect(texts[path]?.includes('\r')).toBe(text.includes('\r'));
        }
        // No comment is lost, whoever it was about.
        for (const comment of new Set(`${a}\n${b}`.match(/#[^\r\n]+/g)))
          expect(`${texts['a.yaml']}${texts['b.yaml']}`).toContain(comment.replace(/^#\s*/, '').trimEnd());
      }),
      { numRuns: 80 },
    );
  });

  test.each([
    ['a number of somebody', 'members: ["+447700900002"] # c\n', 'members: [ana] # c\n'],
    ['a handle that YAML would read otherwise', 'members: ["+447700900004"]\n', 'members: ["no"]\n'],
    ['a number of nobody', "members:\n  - '07700900099'\n", "members:\n  - '+44 7700 900099'\n"],
    ['a bare number', 'members: [+447700900099]\n', 'members: ["+44 7700 900099"]\n'],
    [
      'another spelling, which is what is sent',
      'members: ["+55 20 8765-4321"]\n',
      'members: ["+55 20 8765-4321"]\n',
    ],
    [
      'a comment in the place of another',
      'members:\n  - ana\n  - ana # hers\n',
      'members:\n  - ana # hers\n',
    ],
    ['two comments', 'members:\n  - ana # a\n  - ana # b\n  - ana # a\n', 'members:\n  - ana # a; b\n'],
    ['one comment twice', 'members:\n  - ana # a\n  - ana # a\n', 'members:\n  - ana # a\n'],
    [
      'two things said of one person',
      'members:\n  - ana\n  - { person: "+447700900002", until: 2027-01-01 }\n',
      'members:\n  - ana\n  - { person: "+44 7700 900002", until: 2027-01-01 }\n',
    ],
    [
      'an entry of several lines',
      'members:\n  - budi\n  - person: ana # c\n    by: invite\n  - person: "+447700900002"\n    # within\n    by: invite\n',
      'members:\n  - budi\n  - person: ana # c\n    by: invite\n  - person: ana\n    # within\n    by: invite\n',
    ],
    [
      'admins and members, each by themselves',
      'members: [ana, ana]\nadmins: [ana]\n',
      'members: [ana]\nadmins: [ana]\n',
    ],
    ['the LID of a handle', 'members: [lid:330631678702159, eko]\n', 'members: [eko]\n'],
    ['a LID of nobody', 'members: [lid:330631678702157]\n', 'members: [lid:330631678702157]\n'],
    [
      'numbers that are no people',
      'name: "07700 900002"\ntopic: call 07700900002\n',
      'name: "07700 900002"\ntopic: call 07700900002\n',
    ],
  ])('%s', async (_, text, wanted) => {
    expect(await tidyGroup(`id: 120363000000000001@g.us\n${text}`)).toBe(
      `id: 120363000000000001@g.us\n${wanted}`,
    );
  });

  test('of people and policy: numbers, and who stands in teams and is protected', async () => {
    const { texts } = await tidy({ '_policy.yaml': policy, '_people.yaml': people });
    expect(texts['_policy.yaml']).toBe(
      policy.replace('+447700900001', '+44 7700 900001').replace('"+44 7700 900002"', 'ana'),
    );
    expect(texts['_people.yaml']).toBe(
      people
        .replace("'+447700900002'", "'+44 7700 900002'")
        .replace('phone: "07700 900003"', 'phone: "+44 7700 900003"')
        .replace('98765-4321', '98765 4321')
        .replace('[ana, "+44 7700 900002", budi, "+44 (0)7700 900003"]', '[ana, budi]'),
    );
  });

  test('a number that two people have stands for neither', async () => {
    const own = 'people:\n  ana: "+44 7700 900002"\n  anna: "+44 7700 900002"\n';
    const text = 'id: 120363000000000001@g.us\nmembers: ["+447700900002"]\n';
    expect(await tidyGroup(text, own)).toBe(text.replace('+447700900002', '+44 7700 900002'));
  });

  test('a number that two people have in two spellings, too', async () => {
    const own = 'people:\n  cai: "+55 20 98765-4321"\n  caio: "+55 20 8765-4321"\n';
    const text = 'id: 120363000000000001@g.us\nmembers: ["+55 20 8765-4321"]\n';
    const { texts, before, after } = await tidy({
      '_policy.yaml': policy,
      '_people.yaml': own,
      'a.yaml': text,
    });
    expect(texts['a.yaml']).not.toMatch(/cai/);
    expect(after).toBe(before);
  });

  test('files that are passed over stay', async () => {
    const parsed = await parseInTurns(toSources({ '_policy.yaml': policy, '_people.yaml': people }));
    const rewritten = tidyFiles(parsed, new Set(['groups/_people.yaml']));
    expect(rewritten.map(({ source }) => source.path)).toEqual(['_policy.yaml']);
  });
});
