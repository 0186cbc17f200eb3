import { expect, test } from 'vitest';
import { languages } from '../../src/domain/organisation.ts';
import { loadWords } from '../../src/words/load-words.ts';

test('each language has words of its own, and the very same when asked again', async () => {
  const all = await Promise.all(languages.map(loadWords));
  expect(new Set(all.map(({ terminal }) => terminal.summary.title.plan)).size).toBe(languages.length);
  expect(await loadWords('en')).toBe(all[0]);
});
