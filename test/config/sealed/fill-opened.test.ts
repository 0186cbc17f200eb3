import { expect, test } from 'vitest';
import { fillOpened } from '../../../src/config/sealed/fill-opened.ts';
import { toOpenedKey } from '../../../src/config/sealed/opened-numbers.ts';
import { toStart } from '../../../src/domain/diagnostic.ts';
import { singer } from '../../support/choir.ts';

const span = toStart('groups/_people.yaml');
const sealed = { text: 'sealed:x', span };
const { phone } = singer(2);

test('whoever was opened has their number, and nobody else', () => {
  const people = new Map(['ana', 'ben'].map((handle) => [handle, { handle, span, sealed }] as const));
  const filled = fillOpened({ people, teams: new Map() }, new Map([[toOpenedKey('ana', 'sealed:x'), phone]]));
  expect(filled.people.get('ana')).toEqual({ handle: 'ana', span, sealed, phone });
  expect(filled.people.get('ben')).toEqual({ handle: 'ben', span, sealed });
});
