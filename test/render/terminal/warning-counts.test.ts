import { expect, test } from 'vitest';
import { findDiagnostics, usual } from '../../config/files.ts';
import { renderDiagnostics } from '../../../src/render/terminal/diagnostics.ts';
import { renderWarningCounts } from '../../../src/render/terminal/warning-counts.ts';

const plain = { colour: false, ascii: false, width: 100 };
const handles = Array.from({ length: 14 }, (_, index) => `  p${index}: "+44 7700 9000${10 + index}"`);
const warnings = findDiagnostics({
  ...usual,
  '_people.yaml': `people:\n${handles.join('\n')}\n`,
  'g.yaml': `name: ${'a'.repeat(30)}\n`,
});

test('outside validate warnings are a counted line a kind', () => {
  expect(renderWarningCounts(warnings, plain)).toBe(
    [
      'Warning: Unused handle, 14 times (first groups/_people.yaml:2)',
      'Warning: Name too long for GOWA (groups/g.yaml:1)',
      'rollcall validate says more.',
      '',
    ].join('\n'),
  );
  expect(renderWarningCounts([], plain)).toBe('');
});

test('validate shows ten of a kind whole, and how many there are', () => {
  const text = renderDiagnostics(warnings, plain);
  expect(text.match(/^Warning: Unused handle$/gm)).toHaveLength(10);
  expect(text).toContain('… 4 more are not shown');
  expect(text).toMatch(/15 warnings\.\n$/);
});
