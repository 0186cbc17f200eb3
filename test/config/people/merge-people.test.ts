import { expect, test } from 'vitest';
import { mergePeople } from '../../../src/config/people/merge-people.ts';
import type { PeopleFile } from '../../../src/config/people/merge-people.ts';
import type { Diagnostic, Span } from '../../../src/domain/diagnostic.ts';

const at = (file: string, line: number): Span => ({ file, line, column: 1, endLine: line, endColumn: 2 });

/** A file in which these handles make one team. */
function toFile(file: string, handles: readonly string[], isSheet = false): PeopleFile {
  const people = handles.map((handle, index) => ({ handle, span: at(file, index + 2) }));
  const entries = people.map(({ handle, span }) => ({
    target: { kind: 'handle', name: handle } as const,
    byInvite: false,
    span,
  }));
  return {
    people: new Map(people.map((person) => [person.handle, person])),
    teams: new Map([['b5', { name: 'b5', entries, span: at(file, 9) }]]),
    isSheet,
  };
}

function merge(...files: readonly PeopleFile[]) {
  const diagnostics: Diagnostic[] = [];
  const { people, teams } = mergePeople(files, diagnostics);
  const inTeam = teams.get('b5')?.entries.map(({ span }) => `${span.file}:${span.line}`);
  return {
    handles: [...people.keys()],
    inTeam,
    told: diagnostics.map(({ code, detail }) => `${code} ${detail}`),
  };
}

test('spreadsheets join a team of the others, whatever the files are called', () => {
  const found = merge(
    toFile('a.csv', ['ana'], true),
    toFile('b.yaml', ['budi']),
    toFile('c.csv', ['citra'], true),
  );
  expect(found).toEqual({
    handles: ['budi', 'ana', 'citra'],
    inTeam: ['b.yaml:2', 'a.csv:2', 'c.csv:2'],
    told: [],
  });
});

test('what two files describe is told with both places, and the first one counts', () => {
  const found = merge(toFile('a.yaml', ['ana']), toFile('b.yaml', ['budi', 'ana']));
  expect(found.handles).toEqual(['ana', 'budi']);
  expect(found.inTeam).toEqual(['a.yaml:2']);
  expect(found.told).toEqual([
    expect.stringContaining('duplicate-handle `ana` is the handle of somebody in a.yaml:2'),
    expect.stringContaining('duplicate-team The team `b5` stands in a.yaml:9'),
  ]);
});
