import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/domain/diagnostic.ts';
import { renderCheckJson } from '../../../src/render/json/validation-document.ts';

const mistake: Diagnostic = {
  severity: 'error',
  code: 'bad-phone',
  summary: 'Not a phone number',
  detail: '+44 7700 900002 is none.\u202e',
  span: { file: 'groups/447700900003.yaml', line: 1, column: 2, endLine: 1, endColumn: 3 },
};
const render = (diagnostics: readonly Diagnostic[]) =>
  JSON.parse(renderCheckJson(diagnostics, { groups: 1, toCreate: 0, people: 2 }, { toolVersion: '1' }));

test('says what was found and where, without anybody’s number', () => {
  const document = render([mistake]);
  expect(document).toMatchObject({ kind: 'validation', isValid: false, groups: 1, people: 2 });
  expect(document.diagnostics).toMatchObject([{ code: 'bad-phone', line: 1, column: 2, endColumn: 3 }]);
  expect(JSON.stringify(document)).not.toMatch(/90000[23]|\u202e/);
});

test('a warning alone leaves the files valid, and what has no place has none', () => {
  const { span: _, ...placeless } = mistake;
  const document = render([{ ...placeless, severity: 'warning' }]);
  expect(document.isValid).toBe(true);
  expect(document.diagnostics[0]).not.toHaveProperty('file');
});
