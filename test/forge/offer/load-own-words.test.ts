import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadOwnWords } from '../../../src/forge/offer/load-own-words.ts';
import { makeFolder } from '../../support/folder.ts';

test.each([
  ['that the policy asks for', 'language: pt-BR\n', 'pt-BR'],
  ['English, where it asks for none', 'timezone: Europe/London\n', 'en'],
  ['English, where it cannot be read', 'language: [\n', 'en'],
])('words of the language %s', async (_, text, language) => {
  const groups = makeFolder();
  writeFileSync(join(groups, '_policy.yaml'), text);
  expect((await loadOwnWords({ groups })).language).toBe(language);
});

test('English, where there is no folder', async () =>
  expect((await loadOwnWords({ groups: join(makeFolder(), 'none') })).language).toBe('en'));
