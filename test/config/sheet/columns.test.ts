import { expect, test } from 'vitest';
import { findColumnKind, toColumnLetters } from '../../../src/config/sheet/columns.ts';

test.each([
  ['Handle', 'handle'],
  ['Nome de usuário', 'handle'],
  ['NAMA  LENGKAP', 'name'],
  ['nome_completo', 'name'],
  ['Last name', 'surname'],
  ['No. HP', 'phone'],
  ['No. HP/WA', 'phone'],
  ['Nama Siswa', 'name'],
  ['Nomor WhatsApp *', 'phone'],
  ['Número de telefone', 'phone'],
  ['N.º telefone', 'phone'],
  ['Telefone (com DDD)', 'phone'],
  ['Celular [WhatsApp]', 'phone'],
  ['E-mail', undefined],
  ['Observação', 'note'],
  ['Catatan', 'note'],
  ['Tim', 'teams'],
  ['Grupos', 'teams'],
  // The number of the row, not of a phone.
  ['No', undefined],
  ['Nº', undefined],
  ['', undefined],
  ['phone'.repeat(1e6), undefined],
])('%s', (header, kind) => {
  expect(findColumnKind(header)).toBe(kind);
});

test('columns are called as spreadsheets call them', () => {
  expect([0, 25, 26, 701, 702].map(toColumnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
