import { expect, test } from 'vitest';
import { namePeople } from '../../../src/commands/sealing/name-people.ts';
import { findBareNumbers } from '../../../src/config/rewrite/bare-numbers.ts';
import { toAscii } from '../../../src/config/people/to-ascii.ts';
import { createHandles } from '../../../src/importing/handles.ts';
import { toSkeleton } from '../../../src/safe/lookalikes.ts';
import { english } from '../../../src/words/english/english.ts';
import type { TestIoOptions } from '../../support/stage.ts';
import { createTestIo } from '../../support/stage.ts';

async function name(
  comments: readonly string[],
  taken: readonly string[],
  options: TestIoOptions = {},
  isSilent = true,
) {
  const lines = comments.map((comment, index) => `  - "+44 7700 90000${index + 2}"${comment}\n`);
  const files = [{ path: 'altos.yaml', file: 'altos.yaml', text: `members:\n${lines.join('')}` }];
  const { io, written } = createTestIo(options);
  const desk = { handles: createHandles(taken, toSkeleton), toAscii, isSilent, words: english };
  const named = await namePeople(findBareNumbers({ root: '.', files, diagnostics: [] }), desk, io);
  return { handles: [...named.values()], ...written };
}

test.each<[string, readonly string[], readonly string[]]>([
  [' # José da Silva', [], ['jose-da-silva']],
  [' # Ana', ['ana'], ['ana-2']],
  ['', ['person'], ['person-2']],
  [' # 07700 900009, her old one', [], ['person']],
  [' # whoever reads this should know that they come on Sundays', [], ['person']],
  [' # everybody', [], ['person']],
  [' # !!!', [], ['person']],
])('what stands behind a number as %j, beside %j, makes %j', async (comment, taken, handles) => {
  expect((await name([comment], taken)).handles).toEqual(handles);
});

test('whoever is there is asked, with a proposal that an empty answer takes', async () => {
  const answers = ['', '900002', 'everybody', 'zoë'];
  const { handles, err } = await name([' # Ana', ''], [], { answer: () => answers.shift() ?? '' }, false);
  expect(handles).toEqual(['ana', 'zoë']);
  expect(err).toContain('cannot be a name');
});
