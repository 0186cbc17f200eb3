import { expect, test } from 'vitest';
import { chooseGroup } from '../../src/output/choose-group.ts';
import { altos, desiredGroup } from '../support/choir.ts';
import { creationOf } from '../support/creation.ts';
import { createTestIo } from '../support/stage.ts';

const creation = creationOf(desiredGroup({ settings: { name: 'Book Club' } }), { others: [altos] });

test.each<[string, boolean, string | undefined]>([
  [altos, true, altos],
  [`  ${altos} `, true, altos],
  ['', true, undefined],
  ['120363000000000099@g.us', true, undefined],
  [altos, false, undefined],
])('typed %j, with somebody there: %s', async (answer, isInteractive, expected) => {
  const { io } = createTestIo({ answer, terminal: { isInteractive } });
  expect(await chooseGroup(creation, { language: 'en' }, io)).toBe(expected);
});
