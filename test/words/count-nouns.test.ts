import { expect, test } from 'vitest';
import { say } from '../../src/safe/inline.ts';
import { countNouns } from '../../src/words/count-nouns.ts';
import { counted } from '../../src/words/terminal-forms.ts';

const nouns = countNouns(
  {
    add: [say`join`, say`joins`],
    remove: [say`loss`, say`losses`],
    promote: [say`rise`, say`rises`],
    demote: [say`fall`, say`falls`],
    set: [say`change`, say`changes`],
  },
  counted,
);

test('each kind by its own noun, with its number and without', () => {
  expect([nouns.counts.remove(1), nouns.counts.remove(2), nouns.counts.add(0)]).toEqual([
    '1 loss',
    '2 losses',
    '0 joins',
  ]);
  expect([nouns.captions.set(1), nouns.captions.set(3)]).toEqual(['change', 'changes']);
});
