import { expect, test } from 'vitest';
import { toSecret } from '../../../src/config/people/to-secret.ts';
import { span } from '../../support/choir.ts';

test('everybody of a file becomes secret, and teams stay', () => {
  const ana = { handle: 'ana', span };
  const teams = new Map([['altos', { name: 'altos', entries: [], span }]]);
  expect(toSecret({ people: new Map([['ana', ana]]), teams }, { isLocked: true })).toEqual({
    people: new Map([['ana', { ...ana, isSecret: true, isLocked: true }]]),
    teams,
  });
});
