import { decryptTree } from '../../src/config/sops/decrypt-tree.ts';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { findRange } from '../../src/config/phone/known-ranges.ts';
import { toSkeleton } from '../../src/safe/lookalikes.ts';
import { parseSources } from '../../src/config/parse.ts';
import type { Parsed } from '../../src/config/parse.ts';
import { resolveOrganisation } from '../../src/config/resolve.ts';
import { readSheet } from '../../src/config/sheet/read-sheet.ts';
import { toAscii } from '../../src/config/people/to-ascii.ts';
import { readDocument } from '../../src/config/yaml/document.ts';
import type { Sources } from '../../src/config/sources.ts';
import { tellPosition } from '../../src/domain/diagnostic.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import type { DesiredGroup, DesiredPerson } from '../../src/domain/group.ts';
import type { Organisation } from '../../src/domain/organisation.ts';

/** Paths below `groups` and their texts. */
export type Files = Readonly<Record<string, string>>;

/** A policy and people that most tests are content with. */
export const usual: Files = {
  '_policy.yaml': 'account: "+44 7700 900001"\ntimezone: Europe/London\nmanage: exact\n',
  '_people.yaml': [
    'people:',
    '  ana: "+44 7700 900002"',
    '  budi: { phone: "+44 7700 900003", name: Budi Santoso }',
    '  caio: "+55 20 98765-4321"',
    'teams:',
    '  altos: [ana, budi]',
    '',
  ].join('\n'),
};

/** Noon of a day in the middle of 2026. Milliseconds since 1970. */
export const noon = Date.UTC(2026, 5, 15, 12);

/** Sources as `loadSources('groups')` would give them, without a disk. */
export function toSources(files: Files): Sources {
  const paths = Object.keys(files).toSorted();
  return {
    root: 'groups',
    files: paths.map((path) => ({ path, file: `groups/${path}`, text: files[path] ?? '' })),
    diagnostics: [],
  };
}

/** What files come to, with all tables at hand. */
export function parseFiles(sources: Sources): Parsed {
  return parseSources(sources, { decryptTree, findRange, readDocument, readSheet, toAscii, toSkeleton });
}

/** All diagnostics of files, warnings too. */
export function findDiagnostics(files: Files): readonly Diagnostic[] {
  const resolution = resolveOrganisation(parseFiles(toSources(files)), noon);
  return resolution.kind === 'mistakes' ? resolution.diagnostics : resolution.organisation.warnings;
}

/** The organisation; throws with all mistakes where there are any. */
export function toOrganisation(files: Files, now = noon): Organisation {
  const resolution = resolveOrganisation(parseFiles(toSources(files)), now);
  if (resolution.kind === 'organisation') return resolution.organisation;
  throw new Error(resolution.diagnostics.map(toLine).join('\n'));
}

/** The only group of the usual files and one more, whose text is given. */
export function toGroup(text: string, files: Files = usual): DesiredGroup {
  const [group] = toOrganisation({ ...files, 'g.yaml': text }).groups;
  if (!group) throw new Error('there is no group');
  return group;
}

/** A person of a group by number. */
export function toPerson(group: DesiredGroup, phone: string): DesiredPerson {
  const person = [...group.people.values()].find((each) => each.phone === phone);
  if (!person) throw new Error(`${phone} is not in the group`);
  return person;
}

/** "error g.yaml:3:5 unknown-handle", with the path below `groups`. */
export function toMark({ severity, span, code }: Diagnostic): string {
  const place = span ? tellPosition(span).replace(/^groups\//, '') : '-';
  return `${severity} ${place} ${code}`;
}

export function toLine(diagnostic: Diagnostic): string {
  return `${toMark(diagnostic)} ${diagnostic.detail}`;
}

/** A folder that holds the files and is gone after the test. */
export async function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
