import { expect, test } from 'vitest';
import { findIdleEnds, findPastEnds, findRepeated, toWord } from '../../../src/config/groups/judge-entries.ts';
import { parseFiles, toSources, usual } from '../files.ts';

const parse = (members: string) =>
  parseFiles(toSources({ ...usual, 'g.yaml': `name: G\nmembers: [${members}]\n` })).groups[0]?.members ?? [];
const exact = { members: 'exact', admins: 'exact', settings: 'exact' } as const;

test('an entry as reports show it', () => {
  const words = parse('ana, "+44 7700 900009", { team: altos, except: [ana] }, lid:330631678702157').map(toWord);
  expect(words).toEqual(['ana', expect.stringMatching(/^\+44 •+/), 'team:altos', 'lid:330631678702157']);
});

test.each([
  ['ana, ana', ['listed-twice']],
  ['{ team: altos, except: [ana, budi] }, { team: altos, except: [budi, ana] }', ['listed-twice']],
  ['{ team: altos, except: [ana] }, { team: altos, except: [budi] }', ['conflicting-entries']],
  ['ana, { person: ana, from: 2026-09-01 }', ['conflicting-entries']],
  ['{ person: ana, until: 2026-09-01 }, { person: ana, until: 2026-09-02 }', ['conflicting-entries']],
  ['ana, team:altos', []],
])('the same way twice: %s', (members, codes) => {
  expect(findRepeated(parse(members), 'members').map(({ code }) => code)).toEqual(codes);
});

test('an end under additive does nothing, a beginning does', () => {
  const entries = parse('{ person: ana, from: 2026-09-01 }, { person: budi, until: 2026-12-31 }');
  const additive = { ...exact, members: 'additive' } as const;
  expect(findIdleEnds(entries, 'members', exact)).toEqual([]);
  expect(findIdleEnds(entries, 'members', additive)).toMatchObject([{ span: { line: 2 }, severity: 'warning' }]);
  expect(findIdleEnds(entries, 'admins', additive)).toEqual([]);
});

test('a last day that is over', () => {
  const entries = parse('{ person: ana, until: 2026-06-14 }, { person: budi, until: 2026-06-15 }');
  const found = findPastEnds(entries, (day) => day < '2026-06-15');
  expect(found.map(({ code }) => code)).toEqual(['until-over']);
  expect(found[0]?.detail).toContain('2026-06-14');
});
