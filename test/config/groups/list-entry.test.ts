import { describe, expect, test } from 'vitest';
import { findNamed } from '../../../src/config/groups/list-entry.ts';
import type { ListEntry } from '../../../src/config/groups/list-entry.ts';
import { findDiagnostics, parseFiles, toMark, toSources, usual } from '../files.ts';

const withMembers = (members: string) => ({ ...usual, 'g.yaml': `id: 120363025982934543@g.us\nmembers: ${members}\n` });

function parse(members: string): readonly ListEntry[] {
  return parseFiles(toSources(withMembers(members))).groups[0]?.members ?? [];
}

const marks = (members: string) =>
  findDiagnostics(withMembers(members))
    .filter(({ code }) => code !== 'unused-handle' && code !== 'unused-team')
    .map(toMark);

test('an entry in full', () => {
  expect(parse('[{ person: ana, from: 2026-09-01, until: 2026-12-31, by: invite }]')).toMatchObject([
    { target: { kind: 'handle', name: 'ana' }, from: '2026-09-01', until: '2026-12-31', byInvite: true },
  ]);
});

test.each(['{ team: altos, except: [ana, lid:330631678702157], also-in: team:altos }', '{ person: team:altos, except: [ana, lid:330631678702157], also-in: team:altos }'])(
  'a team and who of it: %s',
  (entry) => {
    const [found] = parse(`[${entry}]`);
    expect(found).toMatchObject({
      target: { kind: 'team', name: 'altos' },
      except: [{ target: { kind: 'handle', name: 'ana' } }, { target: { kind: 'lid' } }],
      alsoIn: { target: { kind: 'team', name: 'altos' } },
    });
    expect(found && findNamed(found).map(({ target }) => target.kind)).toEqual(['team', 'handle', 'lid', 'team']);
  },
);

test('`team:` with a space after it means the team, too', () => {
  expect(parse('[{ team: altos }]')).toMatchObject([{ target: { kind: 'team', name: 'altos' } }]);
  expect(parse('\n  - team: altos')).toMatchObject([{ target: { kind: 'team', name: 'altos' } }]);
});

describe('what does not fit', () => {
  test.each([
    ['{ person: ana, except: [budi] }', 'error g.yaml:2:34 bad-entry'],
    ['{ person: ana, also-in: team:altos }', 'error g.yaml:2:35 bad-entry'],
    ['{ person: "+44 7700 900002", except: [] }', 'error g.yaml:2:48 bad-entry'],
    ['{ person: ana, team: altos }', 'error g.yaml:2:11 bad-entry'],
    ['{ team: altos, also-in: ana }', 'error g.yaml:2:35 bad-entry'],
    ['{ team: altos, except: ana }', 'error g.yaml:2:34 wrong-value'],
    ['{ team: altos, except: [{ person: ana, until: 2026-12-31 }] }', 'error g.yaml:2:35 bad-entry'],
    ['{ team: altos, except: [anna] }', 'error g.yaml:2:35 unknown-handle'],
    ['{ team: altos, except: [team:alts] }', 'error g.yaml:2:35 unknown-team'],
    ['{ team: altos, also-in: team:alts }', 'error g.yaml:2:35 unknown-team'],
    ['{ team: altos, from: 2026-09-01, readd: 2026-12-31 }', 'error g.yaml:2:51 bad-entry'],
    ['{ lid: 330631678702157 }', 'error g.yaml:2:11 bad-entry'],
    ['{ person: lid:330631678702157, from: 2026-09-01 }', 'error g.yaml:2:11 bad-entry'],
    ['{ person: ana, from: 2026-09-01, until: 2026-08-31 }', 'error g.yaml:2:32 no-day'],
    ['{ person: ana, from: 2026-09-01, readd: 2026-08-31 }', 'error g.yaml:2:51 no-day'],
    ['{ from: 2026-09-01 }', 'error g.yaml:2:11 missing-key'],
    ['{ person: ana, from: tomorrow }', 'error g.yaml:2:32 wrong-value'],
    ['{ person: ana, starts: 2026-09-01 }', 'error g.yaml:2:26 unknown-key'],
    ['ana, { person: ana, from: 2026-09-01 }', 'error g.yaml:2:16 conflicting-entries'],
    ['{ team: altos }, { team: altos, except: [ana] }', 'error g.yaml:2:28 conflicting-entries'],
  ])('%s', (entry, mark) => {
    expect(marks(`[${entry}]`)).toEqual([mark]);
  });

  test('a date without a time zone', () => {
    const files = { ...withMembers('[{ person: ana, from: 2026-09-01 }]'), '_policy.yaml': 'account: "+44 7700 900001"\n' };
    expect(findDiagnostics(files).map(toMark)).toContain('error g.yaml:2:11 no-timezone');
  });

  test('one day is a day', () => {
    expect(marks('[{ person: ana, from: 2026-09-01, until: 2026-09-01 }]')).toEqual([]);
  });
});
