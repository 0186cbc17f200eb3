import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/domain/diagnostic.ts';
import { renderDiagnostics } from '../../../src/render/terminal/diagnostics.ts';

const file = 'groups/choir/altos.yaml';
const plain = { colour: false, ascii: false, width: 80 };

const diagnostics: readonly Diagnostic[] = [
  {
    severity: 'error',
    code: 'unknown-handle',
    summary: 'Unknown handle',
    detail:
      'Nobody in _people.yaml is called "anna". Did you mean "ana"? Write that, or add anna to _people.yaml with a number.',
    span: { file, line: 12, column: 5, endLine: 12, endColumn: 9 },
    frame: { firstLine: 11, lines: ['members:', '  - anna', '  - "+44 7700 900-002"'] },
  },
  {
    severity: 'error',
    code: 'unquoted-number',
    summary: 'Number without quotes',
    detail:
      'YAML takes +447700900002 for an integer and drops the plus.\nWrite it in quotes: "+447700900002".',
    span: { file, line: 9, column: 5, endLine: 9, endColumn: 18 },
    frame: {
      firstLine: 8,
      lines: ['# until: 2026-12-31, 合唱\u202e団', '  - +447700900002', 'id: 120363025982934543@g.us'],
    },
  },
  {
    severity: 'error',
    code: 'not-closed',
    summary: 'Quote not closed',
    detail: 'The text that begins here never ends.',
    span: { file, line: 99, column: 181, endLine: 101, endColumn: 3 },
    frame: {
      firstLine: 99,
      lines: [`${'many words and '.repeat(12)}"never ends ${'and on '.repeat(30)}`, 'next'],
    },
  },
  {
    severity: 'warning',
    code: 'unused-handle',
    summary: 'Unused handle',
    detail: 'No group and no team names "budi".',
    span: { file: 'groups/_people.yaml', line: 3, column: 3, endLine: 3, endColumn: 7 },
  },
  { severity: 'error', code: 'no-policy', summary: 'No policy', detail: 'groups/_policy.yaml is missing.' },
];

describe('renderDiagnostics', () => {
  it('shows what, where, the lines and how many', async () => {
    await expect(renderDiagnostics(diagnostics, plain)).toMatchFileSnapshot(
      '../../golden/render-diagnostics.txt',
    );
  });

  it('has an ASCII twin', async () => {
    const text = renderDiagnostics(diagnostics, { ...plain, ascii: true });
    await expect(text).toMatchFileSnapshot('../../golden/render-diagnostics-ascii.txt');
  });

  it('says nothing about nothing', () => {
    expect(renderDiagnostics([], plain)).toBe('');
  });

  it('shows the first thousand of very many, errors before warnings, and says how many there are', () => {
    const [error, warning] = [diagnostics[0], diagnostics[3]];
    if (!error || !warning) throw new Error('no diagnostics');
    const text = renderDiagnostics(
      [...Array.from({ length: 130_000 }, () => ({ ...warning })), error],
      plain,
    );
    expect(text).toContain('Unknown handle');
    expect(text).toContain('… 129990 more are not shown.');
    expect(text).toContain('1 error, 130000 warnings.');
    expect(text.split('\n').length).toBeLessThan(10_000);
  });

  it('shows no number in any form', () => {
    expect(renderDiagnostics(diagnostics, plain)).not.toMatch(/7700|900002|900-002/);
  });

  it('puts the caret under what is wrong although numbers before it are blanked and letters are wide', () => {
    const span = { file, line: 1, column: 20, endLine: 1, endColumn: 24 };
    const frame = { firstLine: 1, lines: ['合: { +447700900002: anna }'] };
    const lines = renderDiagnostics(
      [{ severity: 'error', code: 'x', summary: 'x', detail: 'x', span, frame }],
      plain,
    ).split('\n');
    expect(lines[3]).toBe('  1 │ 合: { +•••••••••002: anna }');
    expect(lines[4]).toBe(`    │ ${' '.repeat(20)}^^^^`);
  });
});
