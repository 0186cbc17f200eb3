import { expect, test } from 'vitest';
import { sealPeople } from '../../../src/commands/sealing/seal-people.ts';
import { toOpenedKey } from '../../../src/config/sealed/opened-numbers.ts';
import type { PhoneNumber } from '../../../src/domain/people/person.ts';
import { makeNodeSuite } from '../../../src/sealing/node-suite.ts';
import { createOpener } from '../../../src/sealing/open-number.ts';
import { parseSealed } from '../../../src/sealing/sealed-number.ts';
import { testKey } from '../../support/sealing.ts';

test('each number opens beside its handle, and what was known before stays known', async () => {
  const phone = '447700900002' as PhoneNumber;
  const before = new Map([['budi sealed:x', '447700900003' as PhoneNumber]]);
  const { numbers, opened } = await sealPeople([{ handle: 'ana', phone }], testKey, before);
  const text = numbers.get('ana') ?? '';
  const sealed = parseSealed(text);
  const open = createOpener(makeNodeSuite(), [testKey]);
  expect(typeof sealed === 'string' ? sealed : await open(sealed, 'ana')).toEqual({
    kind: 'opened',
    text: '+447700900002',
  });
  expect(opened).toEqual(new Map([...before, [toOpenedKey('ana', text), phone]]));
});
