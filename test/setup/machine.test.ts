import { expect, test } from 'vitest';
import { findZone, toLanguage } from '../../src/setup/machine.ts';
import { readZone } from '../../src/setup/read-words.ts';

test.each([
  ['pt_BR.UTF-8', 'pt-BR'],
  ['pt-BR', 'pt-BR'],
  ['pt_BR', 'pt-BR'],
  ['pt_PT.UTF-8', 'en'],
  ['id_ID.UTF-8', 'id'],
  ['id', 'id'],
  ['in_ID', 'id'],
  ['de_DE.UTF-8', 'en'],
  ['C', 'en'],
  ['', 'en'],
])('the language of the locale %s is %s', (locale, language) => {
  expect(toLanguage({ LANG: locale })).toBe(language);
});

test('LC_ALL has the say over LC_MESSAGES, and that over LANG', () => {
  expect(toLanguage({ LC_ALL: 'id_ID', LC_MESSAGES: 'pt_BR', LANG: 'en_GB' })).toBe('id');
  expect(toLanguage({ LC_ALL: '', LC_MESSAGES: 'pt_BR', LANG: 'id_ID' })).toBe('pt-BR');
  expect(toLanguage({})).toBe('en');
});

test("the machine's zone is one that a policy takes", () => {
  expect(readZone(findZone())).toEqual({ value: findZone() });
});
