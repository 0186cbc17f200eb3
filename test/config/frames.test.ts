import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { findDiagnostics } from './files.ts';

const files = {
  '_policy.yaml': [
    'account: 447700900001',
    'timezone: Europe/Londn',
    'limits: { removals: { group: 10 } }',
    'pase: {}',
    '',
  ].join('\n'),
  '_people.yaml': [
    'people:',
    '  ana: "+44 7700 900002"',
    '  anna: "+44 7700 900002"',
    '  budi: 07700900003',
    'teams:',
    '  altos: [ana, team:basses]',
    '  basses: [team:altos]',
    '',
  ].join('\n'),
  'altos.yaml': [
    'id: 120363025982934543',
    'name: Altos of the Association of Choirs',
    'topics: Thursdays',
    'members:',
    '  - buddi',
    '  - "0812 3456 7890"',
    '  - { person: ana, until: 2026-02-30 }',
    'admins:',
    'allow: { removals: many }',
    '',
  ].join('\n'),
  'youth/juniors.yaml': 'name: Juniors\nmembers:\n\t- ana\n',
};

/** A diagnostic as plain text, digits blanked in the frame. */
function toText({ severity, code, summary, detail, span, frame }: Diagnostic): string {
  const place = span ? `${span.file}:${span.line}:${span.column}` : '(nowhere)';
  const lines = frame?.lines.map((line, index) => {
    const number = frame.firstLine + index;
    const marker = number === span?.line ? '>' : ' ';
    return `${marker} ${String(number).padStart(3)} | ${line.replace(/\d/g, '•').replace(/\t/g, '→')}`;
  });
  return [`${severity}: ${summary} (${code}) at ${place}`, ...(lines ?? []), detail, ''].join('\n');
}

test('a set of mistakes, as people read them', async () => {
  const text = findDiagnostics(files).map(toText).join('\n');
  await expect(text).toMatchFileSnapshot('../golden/config-mistakes.txt');
});

test('a frame at the beginning and the end of a file holds what there is', () => {
  const found = findDiagnostics({ ...files, 'altos.yaml': 'nam: x' }).find(
    ({ span }) => span?.file === 'groups/altos.yaml',
  );
  expect(found?.frame).toEqual({ firstLine: 1, lines: ['nam: x'] });
});

test('what stands behind note: is blanked, and nothing else', () => {
  const lines = [
    'people:',
    '  ana: { phone: 12, note: "al,lergic", name: Ana }',
    '  bo: { note: flat 12, nam: Bo }',
    '  cy:',
    '    nam: Cy',
    "    note: it's his",
  ];
  const found = findDiagnostics({ ...files, '_people.yaml': `${lines.join('\n')}\n` });
  const shown = found.flatMap(({ frame }) => frame?.lines ?? []).join('\n');
  expect(shown).toContain('note: •••••••••••, name: Ana');
  expect(shown).toContain('note: •••••••, nam: Bo');
  expect(shown).toMatch(/^ {4}note: •+$/m);
  expect(shown).not.toMatch(/lergic|flat|his/);
});

test.each(['note: "\\"'.repeat(1e5), `note:${' '.repeat(1e6)}x`, `note: ${'x'.repeat(1e6)}`])(
  'a line as long as a file is no work: %#',
  (line) => {
    expect(findDiagnostics({ ...files, 'h.yaml': `nam: x\n# ${line}\n` }).length).toBeGreaterThan(0);
  },
);

test('a spreadsheet’s row stands in no frame: the notes in it are shown nowhere', () => {
  const sheet = 'name;phone;note\nDewi;12;allergic\n';
  const found = findDiagnostics({ ...files, '_people/5b.csv': sheet }).filter(({ span }) => span?.cell);
  expect(found.map(toText).join()).toContain('Row 2, column B (`phone`): `12`');
  expect(found.map(toText).join()).not.toContain('allergic');
});
