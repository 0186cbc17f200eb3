import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInTurns } from '../../src/config/parse.ts';
import { languages } from '../../src/domain/organisation.ts';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import type { PhoneNumber } from '../../src/domain/people/person.ts';
import { findCountries } from '../../src/config/phone/find-countries.ts';
import { toPolicyText } from '../../src/setup/policy-text.ts';
import { loadWords } from '../../src/words/load-words.ts';
import { numbersOfTheWorld } from '../safe/world-numbers.ts';

const phone = fc.constantFrom(...numbersOfTheWorld.map(({ digits }) => digits as PhoneNumber));

test('whatever is known, the policy says it, in every language, and has no mistake', async () => {
  const anyFacts = fc.record({
    account: phone,
    timezone: fc.constantFrom('UTC', 'Asia/Jakarta', 'America/Argentina/Buenos_Aires'),
    language: fc.constantFrom(...languages),
    protected: fc.uniqueArray(phone, { maxLength: 3 }),
    /** Some number's, mostly another one's. */
    home: phone,
  });
  await fc.assert(
    fc.asyncProperty(anyFacts, async ({ home, ...facts }) => {
      const { country } = findCountries(home);
      const words = await loadWords(facts.language);
      const text = toPolicyText({ ...facts, ...(country && { country }) }, words.setup.policy);
      const file = { path: '_policy.yaml', file: 'groups/_policy.yaml', text };
      const { policy, diagnostics } = await parseInTurns({ root: 'groups', files: [file], diagnostics: [] });
      expect(diagnostics).toEqual([]);
      expect(toPersonKey(policy!.accounts.get('main')!)).toBe(toPersonKey(facts.account));
      expect(policy).toMatchObject({
        timezone: facts.timezone,
        language: facts.language,
        state: '.rollcall',
        manage: 'additive',
        hasCountry: country !== undefined,
      });
      expect(policy!.protected).toHaveLength(facts.protected.length);
    }),
    { numRuns: 60 },
  );
});
