import { expect, test } from 'vitest';
import { toWhoDocument } from '../../../src/render/json/who-document.ts';
import { noPairs } from '../../../src/domain/people/seen-pairs.ts';
import { toWhoView } from '../../../src/view/person/to-who-view.ts';
import { organisation, singer } from '../../support/choir.ts';

test('the document has a version, and no number', () => {
  const view = toWhoView({ person: singer(2), organisation: organisation([]), pairs: noPairs });
  const document = toWhoDocument(view);
  expect(document).toMatchObject({
    formatVersion: '1.0',
    kind: 'who',
    person: { number: '+44 •••• ••• 002' },
  });
  expect(JSON.stringify(document)).not.toContain(singer(2).phone);
});
